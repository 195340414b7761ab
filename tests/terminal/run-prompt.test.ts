import { describe, expect, it } from "vitest";
import { defineCommand } from "../../src/command/definition.ts";
import { runPrompt } from "../../src/terminal/run-prompt.ts";
import { testIo } from "./console-streams.ts";
import { deskOf, harbourDesk, interviewOf } from "./desk.ts";

async function piped(...lines: readonly string[]) {
  const io = testIo({ input: lines.join("\n") });
  const code = await runPrompt(io, harbourDesk);
  return { code, shown: io.shown(), complained: io.complained() };
}

const town = "│ “The town paid for the crane,” Mira Oduya said.\n";
const march = "│ “The crane arrived in March,” Mira Oduya replied.\n";

describe("a piped prompt", () => {
  it("answers each line in turn, without prompt, welcome or colour", async () => {
    const { code, shown } = await piped("who paid for the crane", "", "/quote boat at anchor");
    expect(code).toBe(0);
    expect(shown).toMatch(/^You asked: who paid for the crane\n/u);
    expect(shown.indexOf("paid for the crane,”")).toBeLessThan(shown.indexOf("boat at anchor,”"));
    expect(shown).not.toContain("\u001b");
    expect(shown).not.toMatch(/^> /mu);
    expect(shown).not.toContain("On the Record");
  });

  it("exits with the worst of its lines", async () => {
    expect((await piped("crane")).code).toBe(0);
    expect((await piped("zebra", "crane")).code).toBe(1);
    expect((await piped("zebra", "/ask", "crane")).code).toBe(2);
    expect((await piped("")).code).toBe(0);
    expect((await piped("/help", "/interviews")).code).toBe(0);
  });

  it("stops at /quit or /exit", async () => {
    const { code, shown } = await piped("/quit", "/ask");
    expect({ code, shown }).toEqual({ code: 0, shown: "" });
    expect((await piped("/EXIT", "/ask")).code).toBe(0);
  });

  it("names the command someone may have meant", async () => {
    const { code, shown } = await piped("/tpoic Sleep");
    expect(code).toBe(2);
    expect(shown).toContain("no command called /tpoic");
    expect(shown).toContain("Did you mean /topic?");
  });

  it.each([
    ["/ask", "needs question"],
    ["/ask x hide:maybe", "true or false"],
    [`/ask ${"x".repeat(301)}`, "at most 300"],
    ['/ask x speaker:"Mira', "never closed"],
    ["/ask x speaker:Nobody", "Mira Oduya"],
    ["/interviews all", "takes no text"],
    ["/", "has a name"],
    ["n", "nothing to choose from yet"],
    ["/context nonsense", "No quote has this id"],
  ])("says what is wrong with %s", async (line, why) => {
    const { code, shown } = await piped(line);
    expect(code).toBe(2);
    expect(shown).toContain(why);
  });

  it("takes options anywhere in the line", async () => {
    const { shown } = await piped('speaker:"Mira Oduya" who paid interview:harbour for the crane');
    expect(shown).toContain("You asked: who paid for the crane\n");
    expect(shown).toContain(town);
  });

  it("lists every command and option in /help", async () => {
    const { shown } = await piped("/help");
    for (const part of [
      "/ask question",
      "/quote",
      "/topic",
      "/context",
      "/interviews",
      "speaker:",
      "/quit",
    ]) {
      expect(shown).toContain(part);
    }
  });

  it("walks along actions and menus, and back", async () => {
    const { code, shown } = await piped("paid for the crane", "n", "e", "b", "2", "l", "b", "1");
    expect(code).toBe(0);
    const replies = shown.split("You asked: paid for the crane\n").slice(1);
    expect(replies).toHaveLength(8);
    const [answer, next, earlier, back, second, later, again, first] = replies;
    expect(answer).toContain(town);
    expect(answer).toMatch(/\n\* {2}1 {2}Line 5/u);
    expect(answer).toContain("[e] Earlier  [l] Later  [n] Next match  [r] Receipt\n");
    expect(next).toContain("Match 2 of 2.");
    expect(next).toContain(march);
    expect(next).not.toContain("[n]");
    expect(earlier).toContain("Statement 2 of 7");
    expect(earlier).toContain("[b] Back");
    expect(back).toBe(next);
    expect(second).toContain("Statement 3 of 7");
    expect(later).toContain("Statement 4 of 7");
    expect(again).toBe(next);
    expect(first).toContain("Statement 5 of 7");
  });

  it("turns pages and shows a long menu whole on demand", async () => {
    const text = Array.from({ length: 24 }, (_, at) =>
      at % 2 === 0 ? `“What is box ${at}?” I asked.` : `“A box of ${at} nails,” Ada Fern said.`,
    ).join("\n");
    const desk = deskOf(interviewOf("boxes", text, 'topics: [{ name: Boxes, lines: ["1-24"] }]'));
    const io = testIo({ input: "/topic Boxes\nn\nn\np\nm\n10\nb" });
    expect(await runPrompt(io, () => desk)).toBe(0);
    const replies = io.shown().split("You asked: Boxes\n").slice(1);
    expect(replies).toHaveLength(6);
    const [one, two, three, ...rest] = replies;
    expect(one).toContain("page 1 of 3");
    expect(one).toContain("[n] Next page  [m] All 10\n");
    expect(one).not.toMatch(/^ +10 {2}Line/mu);
    expect(two).toContain("page 2 of 3");
    expect(three).toContain("page 3 of 3");
    expect(rest[0]).toContain("page 2 of 3");
    expect(rest[0]).toMatch(/^ +10 {2}Line 20/mu);
    expect(rest[1]).toContain("Statement 20 of 24");
    expect(rest[2]).toBe(two);
  });

  it("gives a receipt of the statement on show, and goes on from there", async () => {
    const { code, shown } = await piped("paid for the crane", "r", "n");
    expect(code).toBe(0);
    const [, receipt, next] = shown.split(/^(?=Receipt$|You asked: )/mu);
    expect(receipt).toContain(town);
    expect(receipt).toMatch(/SHA-256 of the words, in UTF-8: [0-9a-f]{64}\n/u);
    expect(receipt).not.toContain("[n]");
    expect(next).toContain("Match 2 of 2.");
  });

  it("lets one choose from the last answer after a slip, but not after nothing was found", async () => {
    expect((await piped("paid for the crane", "/tpoic", "n")).shown).toContain("Match 2 of 2.");
    expect((await piped("paid for the crane", "/help", "n")).shown).toContain("Match 2 of 2.");
    expect((await piped("paid for the crane", "zebra", "n")).shown).toContain("no choice “n” here");
    expect((await piped("paid for the crane", "9")).shown).toContain("no choice “9” here");
  });

  it("shows no reply that fails the audit, and goes on", async () => {
    let looks = 0;
    const io = testIo({
      input: "who paid\nboat at anchor\n",
      audit: () => {
        looks += 1;
        if (looks === 1) throw new Error("differs");
      },
    });
    expect(await runPrompt(io, harbourDesk)).toBe(2);
    expect(io.shown()).not.toContain("town");
    expect(io.shown()).toContain("boat at anchor,”");
    expect(io.complained()).toContain("failed its own check");
  });

  it("survives a command that fails, and keeps its message to itself", async () => {
    const faults: unknown[] = [];
    const broken = defineCommand(
      { name: "broken", description: "Fails", options: [] },
      {
        run() {
          throw new Error("secret path");
        },
      },
    );
    const io = testIo({ input: "/broken\n/help\n", report: (error) => faults.push(error) });
    expect(await runPrompt(io, harbourDesk, [broken])).toBe(2);
    expect(io.complained()).toContain("went wrong");
    expect(io.complained()).not.toContain("secret");
    expect(io.shown()).toContain("/broken");
    expect(faults).toHaveLength(1);
  });
});

describe("a prompt at a terminal", () => {
  async function sit(...keys: readonly string[]) {
    const io = testIo({ terminal: true });
    const done = runPrompt(io, harbourDesk);
    for (const key of keys) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      io.input.write(key);
    }
    const code = await done;
    return { code, shown: io.shown() };
  }
  const CTRL_C = "\u0003";
  const CTRL_D = "\u0004";
  const UP = "\u001b[A";

  it("welcomes with what there is and what to try, and leaves at Ctrl-D", async () => {
    const { code, shown } = await sit(CTRL_D);
    expect(code).toBe(0);
    expect(shown).toContain("On the Record: 1 interview, 6 statements and questions");
    expect(shown).toContain("/topic The crane\n");
    expect(shown).toContain("> ");
  });

  it("answers in colour, the quote left alone", async () => {
    const { code, shown } = await sit("who paid\r", "/quit\r");
    expect(code).toBe(0);
    expect(shown).toContain(`\n${town}`);
    expect(shown).toContain("\u001b[1m");
  });

  it("exits with 0 whatever was asked", async () => {
    expect((await sit("zebra\r", "/bogus\r", CTRL_D)).code).toBe(0);
  });

  it("clears the line at Ctrl-C and leaves at the second", async () => {
    const { shown } = await sit("zebra", CTRL_C, "who paid\r", CTRL_C, CTRL_C);
    expect(shown).not.toContain("doesn’t answer");
    expect(shown).toContain(town);
    expect(shown.split("(Ctrl-C again leaves.)")).toHaveLength(3);
  });

  it("brings the last line back and completes with Tab", async () => {
    const { shown } = await sit("/topic Sle", "\t", "\r", UP, "\r", "/quit\r");
    expect(shown.split("│ “Like a boat at anchor,”")).toHaveLength(3);
  });

  it("answers lines pasted together one after another", async () => {
    const { shown } = await sit("who paid\rboat at anchor\r", "/quit\r");
    expect(shown.indexOf("paid for the crane,”")).toBeLessThan(shown.indexOf("boat at anchor,”"));
    expect(shown).toContain("boat at anchor,”");
  });
});
