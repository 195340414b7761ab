import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Reading, ReadingBuilder } from "../../src/transcript/reading.ts";

/** Steps of a builder: how much of the file each takes, and what it makes of it. */
const steps = fc.array(
  fc.record({
    how: fc.constantFrom("copy", "decode", "skip", "gap"),
    length: fc.nat({ max: 6 }),
    text: fc.constantFrom("&", " ", "…", "\n", "𝒳"),
  }),
  { maxLength: 30 },
);

function readingOf(file: string, made: ReturnType<typeof steps.generate>["value"]): Reading {
  const builder = new ReadingBuilder(file);
  let at = 0;
  for (const { how, length, text } of made) {
    const end = Math.min(file.length, at + length);
    if (how === "copy") builder.copy(at, end);
    if (how === "decode") builder.decode(at, end, text);
    if (how === "gap") builder.gap(" ");
    else at = end;
  }
  return builder.build();
}

describe("the pieces of a reading", () => {
  it("make up any of its words, each a slice of the file or what one stands for, in order", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), steps, fc.nat(), fc.nat(), (file, made, one, other) => {
        const reading = readingOf(file, made);
        const { length } = reading.text;
        fc.pre(length > 0);
        const start = Math.min(one % length, other % length);
        const end = Math.max(one % length, other % length) + 1;
        const pieces = reading.piecesOf({ start, end });
        expect(pieces.map(({ text }) => text).join("")).toBe(reading.text.slice(start, end));
        let last = 0;
        for (const piece of pieces) {
          expect(piece.start).toBeGreaterThanOrEqual(last);
          expect(piece.end).toBeGreaterThanOrEqual(piece.start);
          expect(piece.end).toBeLessThanOrEqual(file.length);
          last = piece.end;
        }
        // Their places are those of the words, side by side.
        const places: { start: number; end: number }[] = [];
        for (const piece of pieces.filter(({ start: from, end: to }) => to > from)) {
          const before = places.at(-1);
          if (before?.end === piece.start) before.end = piece.end;
          else places.push({ start: piece.start, end: piece.end });
        }
        expect(places).toEqual(reading.placesOf({ start, end }));
      }),
    );
  });
});
