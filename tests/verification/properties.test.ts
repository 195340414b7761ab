import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { buildStatementIndex } from "../../src/search/statement-index.ts";
import type { Statement } from "../../src/transcript/interview.ts";
import { buildVerifier } from "../../src/verification/archive-verifier.ts";
import { matchingRuns, placesOf } from "../../src/verification/matching-runs.ts";
import { quotedPassages } from "../../src/verification/passages.ts";
import { printedWords } from "../../src/verification/printed-words.ts";
import type { Verifier } from "../../src/verification/verification.ts";
import { bundledArchive } from "../search/archives.ts";

let verifier: Verifier;
let statements: readonly Statement[];

beforeAll(async () => {
  const index = buildStatementIndex(await bundledArchive());
  verifier = buildVerifier(index);
  statements = index.statements;
});

const FEWEST = 5;

it("finds any five spoken words in a row exact, and where they were spoken", () => {
  const said = statements
    .filter(({ kind }) => kind === "statement")
    .map((statement) => ({
      statement,
      words: printedWords(statement).filter(({ isSpoken }) => isSpoken),
    }))
    .filter(({ words }) => words.length >= FEWEST);
  // As many as there should be: a filter that leaves nothing would prove nothing.
  expect(said.length).toBeGreaterThan(8);
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.nat(), (which, begin, more) => {
      const { statement, words } = said[which % said.length] ?? { statement: undefined, words: [] };
      const from = begin % (words.length - FEWEST + 1);
      const to = from + FEWEST + (more % (words.length - FEWEST - from + 1));
      const source = statement?.interview.source.text ?? "";
      const claim = words
        .slice(from, to)
        .map(({ start, end }) => source.slice(start, end))
        .join(" ");
      const [one] = verifier.verify(claim).verifications;
      const speaker = statement?.speaker?.role;
      expect([claim, one?.verdict]).toEqual([claim, speaker === "interviewer" ? "misattributed" : "exact"]);
      for (const piece of one?.pieces ?? []) {
        for (const { start, end } of piece.said) {
          const inside = words.some((word) => word.start === start) && words.some((word) => word.end === end);
          const held = piece.statement.spoken.some((span) => span.start <= start && start < span.end);
          expect(piece.statement === statement ? inside : held).toBe(true);
          const spoken = printedWords(piece.statement).filter(
            (word) => word.start >= start && word.end <= end,
          );
          expect(spoken.every(({ isSpoken }) => isSpoken)).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});

it("finds the same runs as comparing every pair", () => {
  const words = fc.array(fc.integer({ min: -1, max: 3 }), { maxLength: 14 });
  fc.assert(
    fc.property(words, words, (claim, said) => {
      const naive: string[] = [];
      const equal = (i: number, j: number) => {
        const [a, b] = [claim[i] ?? -1, said[j] ?? -1];
        return a >= 0 && a === b;
      };
      for (let i = 0; i < claim.length; i += 1) {
        for (let j = 0; j < said.length; j += 1) {
          if (!equal(i, j) || equal(i - 1, j - 1)) continue;
          let length = 1;
          while (equal(i + length, j + length)) length += 1;
          naive.push([i, j, length].join());
        }
      }
      const runs = matchingRuns(claim.length, placesOf(claim), said);
      expect(runs.map((run) => [run.claimed, run.said, run.length].join()).sort()).toEqual(naive.sort());
    }),
    { numRuns: 1000 },
  );
});

/** Marks, ends of lines and letters more often than chance would have them. */
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ..."“”„«»‹›「」『』‘’'\"> \n\r.,a€é",
        "\r\n",
        "\n> ",
        "\n>>> ",
        "did he say ",
        "never",
        "troops",
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join("")),
);

it("finds passages in order, inside the text and apart", () => {
  fc.assert(
    fc.property(text, (typed) => {
      let last = 0;
      for (const { start, end } of quotedPassages(typed)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(typed.length);
        last = end;
      }
    }),
    { numRuns: 1000 },
  );
});

it("says something of whatever is typed", () => {
  fc.assert(
    fc.property(text, (typed) => {
      const { verifications } = verifier.verify(typed);
      expect(verifications.length).toBeGreaterThan(0);
      for (const { claim } of verifications) expect(typed).toContain(claim);
    }),
    { numRuns: 400 },
  );
});
