import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Archive } from "../../src/transcript/archive.ts";
import { verbatimOf } from "../../src/transcript/interview.ts";
import { readInterview } from "../../src/transcript/read-interview.ts";
import { emptySidecar } from "../../src/transcript/sidecar/sidecar.ts";
import { parseStatementId, statementId } from "../../src/transcript/statement-id.ts";
import { fileOf } from "./reading.ts";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const BUNDLED = readFileSync("transcripts/lukashenko-brics.txt", "utf8");

function interviewOf(id: string, text: string) {
  return readInterview(id, fileOf(`${id}.txt`, text), emptySidecar(`${id}.txt`)).interview;
}

const identities = fc.record({
  interview: fc.string(),
  before: fc.string(),
  words: fc.string(),
  occurrence: fc.nat(),
});

describe("an id as typed", () => {
  it("is short, readable and in its standard form already", () => {
    fc.assert(
      fc.property(identities, (identity) => {
        const id = statementId(identity);
        expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{4}-[0-9a-hjkmnp-tv-z]{4}-[0-9a-hjkmnp-tv-z]{4}$/);
        expect(parseStatementId(id)).toBe(id);
      }),
    );
  });

  it("may be typed in capitals, with spaces, other dashes, and O for 0, I or L for 1", () => {
    fc.assert(
      fc.property(
        identities,
        fc.constantFrom("o", "O"),
        fc.constantFrom("i", "I", "l", "L"),
        (identity, zero, one) => {
          const id = statementId(identity);
          expect(parseStatementId(` ${id.toUpperCase()}\n`)).toBe(id);
          expect(parseStatementId(id.replaceAll("-", ""))).toBe(id);
          expect(parseStatementId(id.replaceAll("-", " – "))).toBe(id);
          expect(parseStatementId(id.replaceAll("0", zero).replaceAll("1", one))).toBe(id);
        },
      ),
    );
  });

  it("is refused after any slip of one character", () => {
    fc.assert(
      fc.property(identities, (identity) => {
        const id = statementId(identity);
        for (let at = 0; at < id.length; at += 1) {
          if (id[at] === "-") continue;
          for (const slip of ALPHABET) {
            if (slip !== id[at])
              expect(parseStatementId(id.slice(0, at) + slip + id.slice(at + 1))).toBeNull();
          }
          expect(parseStatementId(id.slice(0, at) + id.slice(at + 1))).toBeNull();
          expect(parseStatementId(`${id.slice(0, at)}7${id.slice(at)}`)).toBeNull();
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each(["", "-", "what did he say", "uuuu-uuuu-uuuu", "ffff-ffff", "📜".repeat(6), "İ".repeat(12)])(
    "is none: %j",
    (typed) => expect(parseStatementId(typed)).toBeNull(),
  );
});

describe("an id in an archive", () => {
  const bundled = interviewOf("lukashenko-brics", BUNDLED);

  it("is unique, and found", () => {
    const archive = new Archive([bundled]);
    expect(archive.statementCount).toBe(bundled.statements.length);
    for (const statement of bundled.statements) {
      expect(archive.lookUp(statement.id.toUpperCase())).toEqual({ found: "statement", statement });
    }
  });

  it("tells a slip from a quote that has gone", () => {
    const gone = statementId({ interview: "x", before: "", words: "y", occurrence: 0 });
    const archive = new Archive([bundled]);
    expect(archive.lookUp(gone)).toEqual({ found: "gone", id: gone });
    expect(archive.lookUp(`${gone.slice(0, -1)}u`)).toEqual({ found: "malformed" });
  });

  it("stays when other interviews come and go", () => {
    const other = interviewOf("other", "“Will it stand?” I asked.\n“Yes.”");
    const ids = (archive: Archive) => archive.interview("lukashenko-brics")?.statements.map(({ id }) => id);
    expect(ids(new Archive([other, bundled]))).toEqual(ids(new Archive([bundled])));
  });

  it("stays when the file changes elsewhere", () => {
    const text = "One.\nTwo.\n“Will it stand?” I asked.\n“Yes.”\nThree.\nFour.\n“No.”";
    const ids = interviewOf("a", text).statements.map(({ id }) => id);
    const edited = interviewOf("a", text.replace("One.\n", "").replace("“No.”", "“Perhaps.”\nFive."));
    const still = edited.statements.map(({ id }) => id).filter((id) => ids.includes(id));
    expect(still).toEqual(ids.slice(2, -1));
  });

  it("never comes to name other words", () => {
    const old = new Map(bundled.statements.map((statement) => [statement.id, verbatimOf(statement).text]));
    const lines = BUNDLED.split("\n");
    const edits = fc.array(
      fc.record({
        at: fc.nat(),
        cut: fc.nat(3),
        put: fc.constantFrom("", "“Never.”", "Another day.", lines[6] ?? ""),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(edits, (changes) => {
        const edited = [...lines];
        for (const { at, cut, put } of changes) edited.splice(at % edited.length, cut, put);
        if (edited.join("").trim() === "") return;
        for (const statement of interviewOf("lukashenko-brics", edited.join("\n")).statements) {
          const words = old.get(statement.id);
          if (words !== undefined) expect(verbatimOf(statement).text).toBe(words);
        }
      }),
    );
  });

  it("differs for the same words after different ones, and for repeated ones", () => {
    const { statements } = interviewOf("a", "A.\n“No.”\nB.\n“No.”\nA.\n“No.”");
    expect(new Set(statements.map(({ id }) => id)).size).toBe(6);
  });
});

describe("an archive", () => {
  it("refuses two interviews of one name", () => {
    const one = interviewOf("a", "One.");
    expect(() => new Archive([one, one])).toThrow(RangeError);
  });

  it("lists interviews by id and speakers by how often they speak", () => {
    const b = interviewOf("b", "“Why?” I asked.\n“No,” Reed said.\nRain.\n“No.”");
    const archive = new Archive([b, interviewOf("a", "One.")]);
    expect(archive.interviews.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(archive.speakers().map(({ name }) => name)).toEqual(["Reed", "Interviewer"]);
    expect([...archive.statements()]).toHaveLength(5);
  });
});
