import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makeUser } from "../../../src/loopback/loopback-discord.ts";
import { openDesk } from "../../../src/open-desk.ts";
import { extentOf } from "../../../src/transcript/interview.ts";
import { startOnLoopback } from "./bot-process.ts";
import { shownIn } from "./shown-message.ts";

const source = readFileSync("transcripts/lukashenko-brics.txt", "utf8");
const lines = source.split("\n");
const line = (number: number) => lines[number - 1] ?? "";
const { desk } = await openDesk("transcripts");

function idOfLine(number: number): string {
  for (const {
    lines: [first, last],
    id,
  } of desk.archive.statements()) {
    if (first <= number && number <= last) return id;
  }
  throw new Error(`no statement on line ${number}`);
}

/** Every quote in a message must be a statement's own words, or a part of them. */
function expectExact(quotes: readonly string[]): void {
  expect(quotes.length).toBeGreaterThan(0);
  for (const quote of quotes) expect(source).toContain(quote);
}

describe("the bot on a loopback Discord", () => {
  it("answers the first question people ask, with the statement and the question it answered", async () => {
    const { discord } = await startOnLoopback();
    const seen = await discord.slash("ask", { question: "did putin ever ask for belarusian troops" });
    const shown = shownIn(seen);
    expect(shown.quotes).toEqual([line(11), line(12)]);
    expect(shown.notes).toContain("Alexander Lukashenko** said to the interviewer");
    expect(shown.notes).toContain("line 12");
    expect(shown.notes).toContain(idOfLine(12));
    expect(shown.hidden).toBe(false);
    expect(seen.message?.flags).toBe(1 << 15);
  });

  it("says that it isn't answered, with topics to try", async () => {
    const { discord } = await startOnLoopback();
    const shown = shownIn(await discord.slash("ask", { question: "best recipe for potato pancakes" }));
    expect(shown.quotes).toEqual([]);
    expect(shown.notes).toContain("The interview doesn’t answer this");
    expect(shown.notes).toContain("Nuclear weapons");
    expect(shown.buttons).toEqual([]);
  });

  it("finds half-remembered words, several hits", async () => {
    const { discord } = await startOnLoopback();
    const shown = shownIn(await discord.slash("quote", { text: "freed prisoners humanitarian", hide: true }));
    expect(shown.hidden).toBe(true);
    expectExact(shown.quotes);
    expect(shown.quotes.join("\n")).toContain(line(31));
    expect(shown.menu?.values).toContain(idOfLine(31));
  });

  it("lists all statements of a topic in the order of the interview, whole, over pages", async () => {
    const { discord } = await startOnLoopback();
    let seen = await discord.slash("topic", { name: "Political prisoners" });
    const quotes = new Set<string>();
    for (let page = 0; page < 10; page += 1) {
      const shown = shownIn(seen);
      // A statement may stand on two pages, where one on each can't do without it; never twice on one.
      const starts = shown.quotes.map((quote) => source.indexOf(quote));
      expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
      for (const quote of shown.quotes) quotes.add(quote);
      if (!shown.buttons.includes("Next page")) break;
      seen = await discord.press(seen.message ?? "", "Next page");
    }
    expect([...quotes]).toEqual([26, 27, 28, 29, 30].map(line).concat(`${line(31)}\n${line(32)}`));
  });

  it("walks from an answer to what was said before and after, and back", async () => {
    const { discord } = await startOnLoopback();
    const asked = await discord.slash("ask", { question: "did putin ever ask for belarusian troops" });
    const earlier = await discord.press(asked.message ?? "", "Earlier");
    expect(shownIn(earlier).quotes).toContain(line(11));
    expect(shownIn(earlier).quotes).toContain(line(12));
    const later = await discord.press(earlier.message ?? "", "Later");
    expect(shownIn(later).quotes).toContain(line(12));
    expect(shownIn(later).quotes).toContain(line(13));
    const back = await discord.press(later.message ?? "", "Back");
    expect(shownIn(back).quotes).toEqual([line(11), line(12)]);
    expect(back.message?.id).toBe(asked.message?.id);
  });

  it("goes on to the next match, and to any match from the menu", async () => {
    const { discord } = await startOnLoopback();
    const asked = await discord.slash("ask", { question: "did putin ever ask for belarusian troops" });
    const { menu } = shownIn(asked);
    const second = menu?.values[1] ?? "";
    const next = await discord.press(asked.message ?? "", "Next match");
    expect(shownIn(next).notes).toContain(`id ${second}`);
    expect(shownIn(next).menu?.values).toEqual(menu?.values);
    const third = menu?.values[2] ?? "";
    const chosen = await discord.choose(next.message ?? "", shownIn(next).menu?.id ?? "", third);
    expect(shownIn(chosen).notes).toContain(`id ${third}`);
    expectExact(shownIn(chosen).quotes);
  });

  it("shows every statement in its context, exactly", async () => {
    const { discord } = await startOnLoopback();
    let user = 0;
    for (const statement of desk.archive.statements()) {
      // A user each: the cooldown is for people.
      user += 1;
      const shown = shownIn(await discord.slash("context", { quote: statement.id }, { user: reader(user) }));
      const { start, end } = extentOf(statement);
      expect(shown.quotes).toContain(source.slice(start, end));
      expectExact(shown.quotes);
    }
  });

  it("takes an id as people type it, and says so when it is none, or no longer one", async () => {
    const { discord } = await startOnLoopback();
    const id = idOfLine(25);
    const typed = ` ${id.toUpperCase().replaceAll("-", " ")}`;
    expect(shownIn(await discord.slash("context", { quote: typed })).quotes).toContain(line(25));
    const slip = `${id.slice(0, -1)}${id.endsWith("0") ? "1" : "0"}`;
    const wrong = shownIn(await discord.slash("context", { quote: slip }));
    expect(wrong).toMatchObject({ quotes: [], hidden: true });
    expect(wrong.notes).toContain("No quote has this id");
  });

  it("lists the interviews", async () => {
    const { discord } = await startOnLoopback();
    const shown = shownIn(await discord.slash("interviews", { hide: true }));
    expect(shown.notes).toContain("Alexander Lukashenko on the sidelines of the Brics summit");
    expect(shown.notes).toContain("Speakers: Alexander Lukashenko, Interviewer");
    expect(shown.hidden).toBe(true);
  });

  it("filters by speaker and interview, by label or a part of the name, and says when nobody is meant", async () => {
    const { discord } = await startOnLoopback();
    const question = "what was asked about phoning putin";
    const all = shownIn(await discord.slash("quote", { text: "Putin", speaker: "interviewer" }));
    expect(all.quotes.length).toBeGreaterThan(0);
    const mine = shownIn(await discord.slash("ask", { question, speaker: "lukash", interview: "brics" }));
    expect(mine.notes).not.toContain("No single");
    const nobody = shownIn(await discord.slash("ask", { question, speaker: "Napoleon" }));
    expect(nobody).toMatchObject({ quotes: [], hidden: true });
    expect(nobody.notes).toContain("Alexander Lukashenko");
  });

  it("completes topics, speakers, interviews and quotes, also when nothing is typed yet", async () => {
    const { discord } = await startOnLoopback();
    const names = async (path: string, option: string, typed: string) =>
      (await discord.autocomplete(path, { [option]: typed }, { focused: option })).map(({ name }) => name);
    expect(await names("topic", "name", "nuclaer")).toContain("Nuclear weapons");
    expect(await names("topic", "name", "")).toContain("Political prisoners");
    expect(await names("ask", "speaker", "luk")).toEqual(["Alexander Lukashenko"]);
    expect(await names("ask", "speaker", "")).toEqual(["Alexander Lukashenko", "Interviewer"]);
    expect(await names("quote", "interview", "summit")).toHaveLength(1);
    expect((await names("context", "quote", "")).length).toBeGreaterThan(5);
    expect((await names("context", "quote", "humanitarian"))[0]).toContain("Lines 31–32");
    expect(await names("topic", "interview", "nothing like it")).toEqual([]);
  });

  it("takes a choice's label for its value, as Discord may send it", async () => {
    const { discord } = await startOnLoopback();
    const [choice] = await discord.autocomplete("context", { quote: "humanitarian" }, { focused: "quote" });
    const shown = shownIn(await discord.slash("context", { quote: choice?.name ?? "" }));
    expect(shown.quotes.join("\n")).toContain(line(31));
  });

  it("answers in direct messages and where only the user installed it", async () => {
    const { discord } = await startOnLoopback();
    const question = "did putin ever ask for belarusian troops";
    const direct = await discord.slash("ask", { question }, { context: 1 });
    expect(shownIn(direct).quotes).toContain(line(12));
    const elsewhere = await discord.slash("ask", { question }, { context: 2 });
    expect(shownIn(elsewhere).quotes).toContain(line(12));
  });
});

function reader(number: number) {
  return makeUser({ id: String(1_200_000_000_000_000_000n + BigInt(number)), username: `reader${number}` });
}
