import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { startOnLoopback } from "./bot-process.ts";
import { shownIn } from "./shown-message.ts";

const source = readFileSync("transcripts/lukashenko-brics.txt", "utf8");
const lines = source.split("\n");
const line = (number: number) => lines[number - 1] ?? "";
const CUT = "Putin will use the weapons stationed in Belarus without the Belarusian president’s consent";
const FREED = "We freed political prisoners on humanitarian grounds";

describe("verification on a loopback Discord", () => {
  it("shows the verdict, what was left out and the statement as it was made", async () => {
    const { discord } = await startOnLoopback();
    const shown = shownIn(await discord.slash("verify", { text: CUT }));
    expect(shown.hidden).toBe(false);
    expect(shown.notes).toContain("Cut: words were left out");
    expect(shown.notes).toContain("Left out – a negation");
    expect(shown.notes).toContain("gc49-02tk-1mnq");
    expect(shown.quotes[0]).toBe("never");
    expect(shown.quotes).toContain(line(23));
    for (const quote of shown.quotes) expect(source).toContain(quote);
  });

  it("walks from the verdict to the context and back, and to the receipt", async () => {
    const { discord } = await startOnLoopback();
    const asked = await discord.slash("verify", { text: CUT });
    const earlier = await discord.press(asked, "Earlier");
    expect(shownIn(earlier).quotes).toContain(line(22));
    const back = await discord.press(earlier, "Back");
    expect(back.message?.id).toBe(asked.message?.id);
    expect(shownIn(back)).toEqual(shownIn(asked));
    const { menu } = shownIn(back);
    const chosen = await discord.choose(back, menu?.id ?? "", menu?.values[0] ?? "");
    expect(shownIn(chosen).notes).toContain("In context");
    expect(shownIn(chosen).quotes).toContain(line(23));
    const again = await discord.press(chosen, "Back");
    expect(shownIn(again)).toEqual(shownIn(asked));
    const receipt = shownIn(await discord.press(again, "Receipt"));
    expect(receipt.notes).toContain("SHA-256");
    expect(receipt.quotes).toContain(line(23));
  });

  it("turns from claim to claim", async () => {
    const { discord } = await startOnLoopback();
    const asked = await discord.slash("verify", { text: `"${FREED}" and "${CUT}"` });
    expect(shownIn(asked).notes).toContain("Claim 1 of 2. Exact");
    const next = await discord.press(asked, "Next claim");
    expect(shownIn(next).notes).toContain("Claim 2 of 2. Cut");
    expect(shownIn(next).quotes).toContain(line(23));
    const previous = await discord.press(next, "Previous claim");
    expect(shownIn(previous)).toEqual(shownIn(asked));
  });

  it("answers 6,000 characters, as many as may be typed", async () => {
    const { discord } = await startOnLoopback();
    const text = `${"*so* @everyone > ".repeat(400)}${CUT}`.slice(-6000);
    const shown = shownIn(await discord.slash("verify", { text }));
    for (const quote of shown.quotes) expect(source).toContain(quote);
    expect(shown.notes).not.toContain("fault");
  });

  it("checks a message from its menu, for the asker alone, who can share it", async () => {
    const { discord } = await startOnLoopback();
    const content = `Did you see this?\n> ${CUT}\n<@1100000000000000101> **wow**`;
    const seen = await discord.messageCommand("Verify quote", { content });
    const shown = shownIn(seen);
    expect(shown.hidden).toBe(true);
    expect(shown.notes).toContain("Cut: words were left out");
    expect(shown.quotes).toContain(line(23));
    const earlier = await discord.press(seen, "Earlier");
    const back = await discord.press(earlier, "Back");
    expect(shownIn(back)).toEqual(shown);
    const shared = shownIn(await discord.press(back, "Share"));
    expect(shared).toMatchObject({ hidden: false, quotes: shown.quotes });
  });

  it("says of a message that nothing like it was said", async () => {
    const { discord } = await startOnLoopback();
    const seen = await discord.messageCommand("Verify quote", {
      content: "Bananas grow on purple submarines nightly",
    });
    const shown = shownIn(seen);
    expect(shown.notes).toContain("Not found in these interviews");
    expect(shown.notes).toContain("only that it wasn’t said here");
  });
});
