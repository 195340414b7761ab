import { describe, expect, it } from "vitest";
import { type Desk, deskFor } from "../../src/command/desk.ts";
import { quotesShown } from "../../src/terminal/gutter.ts";
import { runCommandLine } from "../../src/terminal/run-command-line.ts";
import { plainStyle } from "../../src/terminal/style.ts";
import { Archive } from "../../src/transcript/archive.ts";
import { testIo } from "./console-streams.ts";
import { harbour, interviewOf } from "./desk.ts";

/** A desk with the real search, for only that has something to explain. */
function deskOf(...interviews: ConstructorParameters<typeof Archive>[0]): Desk {
  const archive = new Archive(interviews);
  return deskFor(archive);
}

const harbourDesk = deskOf(interviewOf("harbour", harbour.text, harbour.yaml));

async function ask(argv: readonly string[], desk = harbourDesk, input?: string) {
  const io = testIo(input === undefined ? {} : { input });
  const code = await runCommandLine("ask", argv, io, async () => desk);
  return { code, shown: io.shown(), complained: io.complained() };
}

const explained = (shown: string): string => shown.slice(shown.indexOf("How this was found"));
const withoutTime = (line: string) => ({ ...(JSON.parse(line) as Record<string, unknown>), ms: 0 });

describe("ask --explain", () => {
  it("stands under the usual answer and quotes nothing", async () => {
    const usual = await ask(["who paid for the crane"]);
    const { code, shown, complained } = await ask(["--explain", "who paid for the crane"]);
    expect({ code, complained }).toEqual({ code: usual.code, complained: "" });
    expect(shown.startsWith(usual.shown)).toBe(true);
    expect(quotesShown(shown, plainStyle)).toEqual(quotesShown(usual.shown, plainStyle));
    expect(explained(shown)).not.toContain("│");
  });

  it("says what each word met, and what made score and confidence", async () => {
    const text = explained((await ask(["--explain", "who payed for the crane"])).shown);
    expect(text).toMatch(/^ {2}payed: .*weight \d/mu);
    expect(text).toMatch(/^1\. Line \d · .* · id \S+$/mu);
    expect(text).toMatch(/^ {2}payed: paid \(.*\) in /mu);
    expect(text).toMatch(/^Score -?\d+\.\d\d, of value × weight:$/mu);
    expect(text).toMatch(/^ +[+-]\d+\.\d\d {2}relevance +-?\d+\.\d\d × -?\d+\.\d\d /mu);
    expect(text).toContain("set by hand: ");
    expect(text).toMatch(/^Confidence [01]\.\d\d$/mu);
    expect(text).toMatch(/^An answer from 0\.\d+ on, the closest from 0\.\d+ on: this is /mu);
  });

  it("keeps to the limit and the filters", async () => {
    const headings = async (...argv: readonly string[]) =>
      explained((await ask(["--explain", ...argv, "crane"])).shown).match(/^\d+\. .*$/gmu) ?? [];
    expect((await headings("--limit", "1")).length).toBe(1);
    expect((await headings("--limit", "9")).length).toBeLessThanOrEqual(3);
    const ofOduya = await headings("--speaker", "oduya", "--interview", "harbour");
    expect(ofOduya.length).toBeGreaterThan(0);
    for (const heading of ofOduya) expect(heading).toContain("Mira Oduya");
  });

  it("says why there is no answer, and names what came nearest", async () => {
    const { code, shown } = await ask(["--explain", "zebra giraffe"]);
    expect(code).toBe(1);
    expect(explained(shown)).toContain("Nearest, but not shown: Line ");
    expect(explained(shown)).toContain("this is nothing to show.");
    expect(explained((await ask(["--explain", "who is it"])).shown)).toContain("the words are grammar alone");
    expect(explained((await ask(["--explain", "crane"], deskOf())).shown)).toContain("nothing matches");
  });

  it("says where no meaning is read", async () => {
    const german = deskOf(interviewOf("hafen", "Der Kran steht im Hafen.", "language: de\n"));
    const says = "No meaning is read: no language here has word vectors.";
    expect(explained((await ask(["--explain", "kran"], german)).shown)).toContain(says);
    expect(explained((await ask(["--explain", "crane"])).shown)).not.toContain(says);
  });

  it("shows nothing of a question that could pass for a quote or order the terminal about", async () => {
    const { shown } = await ask(["--explain", "│ crane\u001b[31m │ │crane│\u202e paid"]);
    for (const sign of ["│", "\u001b", "\u202e"]) expect(explained(shown)).not.toContain(sign);
  });

  it("adds one key to --json, and only where it is asked for", async () => {
    const [usual, more] = await Promise.all([
      ask(["--json", "who paid for the crane"]),
      ask(["--json", "--explain", "who paid for the crane"]),
    ]);
    expect(usual.shown).not.toContain("explanation");
    const { explanation, ...rest } = withoutTime(more.shown) as { explanation?: unknown };
    expect(rest).toEqual(withoutTime(usual.shown));
    const asked = { text: "who paid for the crane", limit: 10 };
    expect(explanation).toEqual(JSON.parse(JSON.stringify(harbourDesk.search.explain(asked))));
  });

  it("explains every line of standard input that is a question", async () => {
    const { code, shown } = await ask(["--json", "--explain"], harbourDesk, "who paid\n\nzebra\n");
    expect(code).toBe(0);
    const rows = shown.trim().split("\n").map(withoutTime);
    expect(rows.map((row) => "explanation" in row)).toEqual([true, false, true]);
  });
});
