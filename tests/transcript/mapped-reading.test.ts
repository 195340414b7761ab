import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditReading } from "../../src/audit/audit-reading.ts";
import { claimOf } from "../../src/audit/claim.ts";
import { Evidence } from "../../src/audit/evidence.ts";
import { Reading, ReadingBuilder } from "../../src/transcript/reading.ts";
import { SourceText } from "../../src/transcript/source-text.ts";
import { fileOf } from "./reading.ts";

const FILE = 'x "A&amp;M \\"won\\"" y\n"again" z';

/** `A&M "won" again`, with the file's marks around both. */
function builtReading(): Reading {
  const builder = new ReadingBuilder(FILE);
  builder.copy(3, 4);
  builder.decode(4, 9, "&");
  builder.copy(9, 11);
  builder.decode(11, 13, '"');
  builder.copy(13, 16);
  builder.decode(16, 18, '"');
  builder.gap(" ");
  builder.copy(23, 28);
  return builder.build();
}

describe("a reading of a file", () => {
  const source = new SourceText(fileOf("talk.json", FILE)).readAs(builtReading());

  it("says what the mark-up stands for", () => {
    expect(source.text).toBe('A&M "won" again');
  });

  it("knows where its words stand in the file, without the mark-up between them", () => {
    const whole = { start: 0, end: source.text.length };
    expect(source.placesOf(whole).map((span) => source.printed(span))).toEqual([
      'A&amp;M \\"won\\"',
      "again",
    ]);
    expect(source.printed(source.extentOf(whole))).toBe('A&amp;M \\"won\\"" y\n"again');
    expect(source.placesOf({ start: 1, end: 2 }).map((span) => source.printed(span))).toEqual(["&amp;"]);
    expect(source.placesOf({ start: 11, end: 13 }).map((span) => source.printed(span))).toEqual(["ga"]);
  });

  it("counts lines as the file has them", () => {
    expect(source.linesOf({ start: 0, end: 3 })).toEqual([1, 1]);
    expect(source.linesOf({ start: 0, end: source.text.length })).toEqual([1, 2]);
    expect(source.positionAt(10)).toEqual({ line: 2, column: 2 });
  });

  it("refuses to read backwards or beyond the end", () => {
    const builder = new ReadingBuilder("some words");
    builder.copy(5, 10);
    expect(() => builder.copy(0, 4)).toThrow(RangeError);
    expect(() => builder.copy(10, 11)).toThrow(RangeError);
  });

  it("is the same again from its runs, and of no other file", () => {
    const { runs } = builtReading();
    expect(Reading.of(FILE, runs).text).toBe(source.text);
    expect(() => Reading.of("short", runs)).toThrow(RangeError);
  });

  it("maps every part of it to slices of the file that it says", () => {
    const piece = fc.record({
      kind: fc.constantFrom("copy", "decode", "skip", "gap"),
      length: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(
        fc.string({ minLength: 80, maxLength: 120 }),
        fc.array(piece, { maxLength: 15 }),
        (text, pieces) => {
          const builder = new ReadingBuilder(text);
          let at = 0;
          for (const { kind, length } of pieces) {
            if (kind === "gap") builder.gap(" ");
            else if (kind === "copy") builder.copy(at, at + length);
            else if (kind === "decode") builder.decode(at, at + length, "&");
            if (kind !== "gap") at += length;
          }
          const reading = builder.build();
          expect(reading.text.length).toBe(builder.length);
          for (let start = 0; start < reading.text.length; start += 1) {
            const places = reading.placesOf({ start, end: reading.text.length });
            places.forEach(({ start: from, end }, index) => {
              expect(from).toBeLessThan(end);
              expect(end).toBeLessThanOrEqual(text.length);
              if (index > 0) expect(from).toBeGreaterThan(places[index - 1]?.end ?? 0);
            });
          }
        },
      ),
    );
  });
});

describe("the audit of a reading", () => {
  it("passes one that holds", () => {
    expect(() => auditReading(builtReading(), FILE)).not.toThrow();
  });

  it.each([
    ["a word that the mark-up doesn't stand for", "&amp;", "and"],
    ["a word for white space", "  ", "very"],
    ["a word for a tag", "<b>", "not"],
    ["another letter for an escape", "\\u0041", "B"],
    ["nothing of the like", "never", "always"],
    ["white space for a mark that begins no line", "a >", " "],
  ])("catches %s", (_, written, shown) => {
    const builder = new ReadingBuilder(written);
    builder.decode(0, written.length, shown);
    expect(() => auditReading(builder.build(), written)).toThrow();
  });

  it.each([
    ["&amp;", "&"],
    ["&lt;", "<"],
    ["&#x2019;", "’"],
    ["\\u00e9", "é"],
    ["\\n", "\n"],
    ["\\*", "*"],
    ["<br/>", "\n"],
    [" \n\t ", " "],
    ["\n> ", " "],
  ])("passes %j for %j", (written, shown) => {
    const builder = new ReadingBuilder(written);
    builder.decode(0, written.length, shown);
    expect(() => auditReading(builder.build(), written)).not.toThrow();
  });

  it("catches a copied run that isn't the file's", () => {
    expect(() => auditReading(builtReading(), FILE.replace("won", "one"))).toThrow();
  });

  it("holds what is quoted from a reading against the file", () => {
    const source = new SourceText(fileOf("talk.json", FILE)).readAs(builtReading());
    const claim = claimOf(source, { start: 0, end: 3 });
    expect(new Evidence([source]).wordsOf(claim)).toBe("A&M");
    const builder = new ReadingBuilder(FILE);
    builder.decode(4, 9, "or");
    const forged = new SourceText(source.file).readAs(builder.build());
    expect(() => new Evidence([forged]).wordsOf(claimOf(forged, { start: 0, end: 2 }))).toThrow(/differs/u);
    expect(() => new Evidence([]).wordsOf(claim)).toThrow();
  });
});
