import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { transcriptsFolder } from "../discord/hostile-transcripts.ts";
import { answer, explainedAnswer, interview, refusedAnswer, statement } from "./contract.ts";
import { jsonLines, runProgram } from "./run-program.ts";

const bytes = readFileSync("transcripts/lukashenko-brics.txt");
const source = bytes.toString("utf8");
const question = "did putin ever ask for belarusian troops";

/** What must hold of a statement beyond its shape: its words are the source's own slice. */
function expectExact({ text, spans, spoken, lines, kind, speaker }: z.infer<typeof statement>): void {
  expect(text).toBe(source.slice(spans[0]?.start, spans.at(-1)?.end));
  const starts = spans.map(({ start }) => start);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  for (const { start, end } of spoken) {
    expect(spans.some((span) => span.start <= start && start < end && end <= span.end)).toBe(true);
  }
  expect(lines[0]).toBe(source.slice(0, spans[0]?.start).split("\n").length);
  expect(lines[1]).toBe(source.slice(0, spans.at(-1)?.end).split("\n").length);
  expect(speaker === null).toBe(kind === "narration");
  expect(spoken.length === 0).toBe(kind === "narration");
}

describe("one query", () => {
  it("is answered for programs in one line, as agreed", async () => {
    const { code, output, errors } = await runProgram(["ask", "--json", question]);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    const [line, ...others] = jsonLines(output);
    expect(others).toEqual([]);
    const { query, outcome, results, confidence } = answer.parse(line);
    expect({ query, outcome }).toEqual({ query: question, outcome: "answer" });
    expect(confidence).toBeGreaterThan(0.5);
    expect(results[0]?.lines).toEqual([12, 12]);
    expect(results.length).toBeLessThanOrEqual(10);
    expect(results.map(({ score }) => score)).toEqual(
      results.map(({ score }) => score).sort((a, b) => b - a),
    );
    results.forEach(expectExact);
  });

  it("is answered for people with the very words, and their place", async () => {
    const { code, output, errors } = await runProgram(["ask", question]);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(output).toContain(`│ ${source.split("\n")[11]}\n`);
    expect(output).toContain("line 12");
    expect(output).not.toContain("\u001b");
  });

  it.each(["quote", "topic"])("of %s has the same shape", async (verb) => {
    const { code, output } = await runProgram([verb, "--json", "--limit", "3", "nuclear weapons"]);
    expect(code).toBe(0);
    const { results } = answer.parse(jsonLines(output)[0]);
    expect(results).toHaveLength(3);
    results.forEach(expectExact);
  });

  it("is explained to programs in the same line, and to people under the answer", async () => {
    const { code, output } = await runProgram(["ask", "--json", "--explain", question]);
    expect(code).toBe(0);
    const { results, confidence, explanation } = explainedAnswer.parse(jsonLines(output)[0]);
    expect(explanation.matches.map(({ id }) => id)).toEqual(results.slice(0, 3).map(({ id }) => id));
    expect(explanation.confidence.value).toBe(confidence);
    for (const { score, shares } of explanation.matches)
      expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(score, 9);
    const shown = await runProgram(["ask", "--explain", question]);
    expect(shown).toMatchObject({ code: 0, errors: "" });
    expect(shown.output).toContain(`│ ${source.split("\n")[11]}\n`);
    expect(shown.output).toContain("How this was found");
  });

  it("of nothing the interviews speak of ends with 1", async () => {
    const { code, output, errors } = await runProgram(["ask", "--json", "best recipe for potato pancakes"]);
    expect({ code, errors }).toEqual({ code: 1, errors: "" });
    expect(answer.parse(jsonLines(output)[0])).toMatchObject({ outcome: "none", results: [] });
    const shown = await runProgram(["ask", "best recipe for potato pancakes"]);
    expect(shown.code).toBe(1);
    expect(shown.output).toContain("The interview doesn’t answer this");
  });
});

describe("a use that makes no sense", () => {
  it.each<readonly [what: string, words: readonly string[], says: RegExp]>([
    ["no text", ["ask"], /nothing to look for/u],
    ["an empty text", ["ask", "--json", "  "], /the text is empty/u],
    ["an option there isn't", ["ask", "--colour", "x"], /--colour/u],
    ["a limit that is none", ["quote", "--limit", "0", "x"], /--limit takes a whole number/u],
    ["a speaker there isn't", ["ask", "--json", "--speaker", "Napoleon", "x"], /No single speaker/u],
    ["an interview there isn't", ["topic", "--interview", "none", "x"], /No single interview/u],
    ["an explanation there isn't", ["quote", "--explain", "x"], /--explain explains how ask/u],
    ["a text where none is taken", ["interviews", "x"], /takes no text/u],
    ["a receipt of nothing", ["receipt"], /There is no id/u],
    ["a receipt of what is no id", ["receipt", "--json", "frobnicate"], /no quote’s id/u],
    ["a command there isn't", ["frobnicate"], /no command called frobnicate/u],
  ])("is told on standard error alone, with exit code 2: %s", async (_what, words, says) => {
    const { code, output, errors } = await runProgram(words);
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors).toMatch(says);
    expect(errors).not.toContain("    at ");
  });

  it.each<readonly [what: string, environment: Record<string, string>, says: RegExp]>([
    ["a folder there isn't", { TRANSCRIPTS_DIR: "no/such/folder" }, /no\/such\/folder.*TRANSCRIPTS_DIR/u],
    ["a log level there isn't", { LOG_LEVEL: "loud" }, /LOG_LEVEL takes one of/u],
  ])("of the settings as well: %s", async (_what, environment, says) => {
    const { code, output, errors } = await runProgram(["ask", "x"], { environment });
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors).toMatch(says);
    expect(errors).not.toContain("    at ");
  });
});

describe("help", () => {
  it.each([
    ["--help"],
    ["-h"],
    ["ask", "--help"],
    ["topic", "-h"],
    ["interviews", "--help", "--nonsense"],
    ["receipt", "-h"],
  ])("is given for %s %s on standard output, with exit code 0", async (...words) => {
    const { code, output, errors } = await runProgram(words.filter((word) => word !== undefined));
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(output).toMatch(/Exit codes:/u);
    if (words[0] && !words[0].startsWith("-")) expect(output).toContain(`npm run -s ${words[0]}`);
  });
});

describe("queries from standard input", () => {
  it("are answered a line each, in turn, a hundred of them, whatever they hold", async () => {
    const queries = Array.from(
      { length: 100 },
      (_, at) =>
        [
          `question ${at}: ${question}`,
          `nothing of the sort ${at}`,
          `Brics\u2028summit ${at}`,
          `"${at}" \\ {} [] 漢`,
        ][at % 4] ?? "",
    );
    const { code, output, errors } = await runProgram(["ask", "--json", "--limit", "2"], {
      given: queries.map((query, at) => query + (at % 2 === 0 ? "\n" : "\r\n")).join(""),
    });
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    const answers = jsonLines(output).map((line) => answer.parse(line));
    expect(answers.map(({ query }) => query)).toEqual(queries);
    for (const { results, outcome } of answers) {
      expect(results.length).toBeLessThanOrEqual(2);
      expect(results.length === 0).toBe(outcome === "none");
      results.forEach(expectExact);
    }
    expect(new Set(answers.map(({ outcome }) => outcome)).size).toBeGreaterThan(1);
  });

  it("that can't be queries say why and keep the others in step", async () => {
    const given = `\n${"x".repeat(10_001)}\n${question}`;
    const { code, output } = await runProgram(["ask", "--json"], { given });
    expect(code).toBe(0);
    const [empty, long, last, ...others] = jsonLines(output);
    expect(others).toEqual([]);
    expect(refusedAnswer.parse(empty)).toMatchObject({ query: "", outcome: "none" });
    expect(refusedAnswer.parse(long)).toMatchObject({ outcome: "none" });
    expect(answer.parse(last)).toMatchObject({ query: question, outcome: "answer" });
  });

  it("may be none at all", async () => {
    expect(await runProgram(["quote", "--json"])).toEqual({ code: 0, output: "", errors: "" });
  });
});

describe("the interviews", () => {
  it("are listed for programs, a line each, with the hash of their bytes", async () => {
    const { code, output } = await runProgram(["interviews", "--json"]);
    expect(code).toBe(0);
    const [line, ...others] = jsonLines(output);
    expect(others).toEqual([]);
    expect(interview.parse(line)).toMatchObject({
      id: "lukashenko-brics",
      file: "lukashenko-brics.txt",
      sha256: createHash("sha256").update(bytes).digest("hex"),
      speakers: ["Alexander Lukashenko", "Interviewer"],
    });
  });

  it("are listed statement by statement, in order, each once, with every word of the source", async () => {
    const [listed, counted] = await Promise.all([
      runProgram(["interviews", "--json", "--statements"]),
      runProgram(["interviews", "--json"]),
    ]);
    const statements = jsonLines(listed.output).map((line) => statement.parse(line));
    expect(statements).toHaveLength(interview.parse(jsonLines(counted.output)[0]).statements);
    statements.forEach(expectExact);
    expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
    const paragraphs = statements.flatMap(({ spans }) =>
      spans.map(({ start, end }) => source.slice(start, end)),
    );
    expect(paragraphs.join("").replace(/\s/gu, "")).toBe(source.replace(/\s/gu, ""));
    const seen = new Set<string>();
    for (const { id, answers } of statements) {
      if (answers !== null) expect(seen).toContain(answers);
      seen.add(id);
    }
  });
});

describe("a receipt", () => {
  it("is printed for any id that an answer gave, a line each, and 1 says that a quote has gone", async () => {
    const listed = jsonLines((await runProgram(["interviews", "--json", "--statements"])).output);
    const statements = listed.map((line) => statement.parse(line));
    const given = statements.map(({ id }) => `${id}\n`).join("");
    const { code, output, errors } = await runProgram(["receipt", "--json"], { given });
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(jsonLines(output)).toMatchObject(
      statements.map(({ id, text, lines, speaker }) => ({
        statement: id,
        lines,
        speaker,
        sha256: createHash("sha256").update(bytes).digest("hex"),
        wordsSha256: createHash("sha256").update(text).digest("hex"),
        selector: [{ type: "TextPositionSelector" }, { exact: text }],
      })),
    );
    expect(await runProgram(["receipt", "0000-0000-0000"])).toMatchObject({ code: 1, output: "" });
  });
});

describe("a folder with a broken transcript beside a good one", () => {
  const good = "“When did the crane arrive?” I asked.\n“The crane arrived in March,” Mira Oduya said.\n";

  it("serves the good one and says on standard error what is wrong with the other, and where", async () => {
    const folder = transcriptsFolder({
      "good.txt": good,
      "broken.txt": Uint8Array.from([0x6f, 0x6b, 0x0a, 0xff, 0xfe]),
      "described.txt": good,
      "described.yaml": "title: [unclosed\n",
    });
    const environment = { TRANSCRIPTS_DIR: folder };
    const { code, output, errors } = await runProgram(["ask", "--json", "when did the crane arrive"], {
      environment,
    });
    expect(code).toBe(0);
    const { results } = answer.parse(jsonLines(output)[0]);
    expect(results[0]).toMatchObject({ interview: "good", speaker: "Mira Oduya" });
    expect(errors).toMatch(/^broken\.txt:2:1: error: /mu);
    expect(errors).toMatch(/^described\.yaml:\d+:\d+: error: /mu);
    expect(errors).not.toContain("    at ");
  });

  it("of which none is good can answer nothing, with exit code 2", async () => {
    const folder = transcriptsFolder({ "broken.txt": Uint8Array.from([0xff]) });
    for (const words of [["interviews"], ["ask", "--json", "anything"], []]) {
      const { code, output, errors } = await runProgram(words, { environment: { TRANSCRIPTS_DIR: folder } });
      expect({ code, output }).toEqual({ code: 2, output: "" });
      expect(errors).toContain("broken.txt:1:1: error: ");
      expect(errors).toContain("No transcript could be read");
    }
  });

  it("that is empty has no interviews yet, with exit code 1", async () => {
    const environment = { TRANSCRIPTS_DIR: transcriptsFolder({}) };
    const { code, output } = await runProgram(["ask", "anything"], { environment });
    expect(code).toBe(1);
    expect(output).toContain("There are no interviews yet");
  });
});
