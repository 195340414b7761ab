import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sourceFileOf } from "../../src/transcript/source-file.ts";
import { SourceText, Verbatim } from "../../src/transcript/source-text.ts";
import { fileOf, problemsOf } from "./reading.ts";

const textOf = (text: string) => new SourceText(fileOf("a.txt", text));
const decode = (...bytes: number[]) => new SourceText(sourceFileOf("a.txt", Uint8Array.from(bytes)));

describe("decoding", () => {
  it.each([
    ["a stray continuation byte", [0x61, 0x0a, 0x62, 0x80], 3, 2, 2],
    ["Latin-1", [0xe9, 0x74, 0xe9], 0, 1, 1],
    ["a sequence broken off by a letter", [0x61, 0xe2, 0x80, 0x61], 1, 1, 2],
    ["a sequence broken off by the end", [0x61, 0xf0, 0x9f, 0x98], 1, 1, 2],
    ["an overlong form", [0x61, 0x62, 0xc0, 0xaf], 2, 1, 3],
    ["a surrogate", [0xed, 0xa0, 0x80], 0, 1, 1],
    ["a code point beyond Unicode", [0x0d, 0x0a, 0xf4, 0x90, 0x80, 0x80], 2, 2, 1],
    ["NUL", [0x61, 0x0d, 0x62, 0x00], 3, 2, 2],
    ["what follows an emoji, counted in UTF-16 units", [0xf0, 0x9f, 0x98, 0x80, 0xff], 4, 1, 3],
  ])("refuses %s", (_, bytes, offset, line, column) => {
    const [problem, ...others] = problemsOf(() => decode(...bytes));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ severity: "error", file: "a.txt", line, column });
    expect(problem?.message).toContain(`byte ${offset} `);
    expect(problem?.advice).toContain("UTF-8");
  });

  it.each([
    ["little endian", [0xff, 0xfe, 0x61, 0x00]],
    ["big endian", [0xfe, 0xff, 0x00, 0x61]],
  ])("recognises UTF-16, %s", (_, bytes) => {
    expect(problemsOf(() => decode(...bytes))[0]).toMatchObject({ line: 1, column: 1, message: /UTF-16/ });
  });

  it("drops a byte order mark at the start, and no other", () => {
    expect(decode(0xef, 0xbb, 0xbf, 0x61).text).toBe("a");
    expect(decode(0x61, 0xef, 0xbb, 0xbf).text).toBe("a\ufeff");
  });

  it("names the first bad byte wherever one is put", () => {
    const valid = new TextEncoder();
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (before, after) => {
        const head = valid.encode(before.replaceAll("\0", ""));
        const bytes = Uint8Array.from([...head, 0xff, ...valid.encode(after)]);
        if (bytes[1] === 0xfe) return;
        const [problem] = problemsOf(() => new SourceText(sourceFileOf("a.txt", bytes)));
        expect(problem?.message).toMatch(
          head.length === 0 && bytes[1] === 0xfe ? /UTF-16/ : `byte ${head.length} `,
        );
      }),
    );
  });

  it("gives back every text it was given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        fc.pre(!text.includes("\0") && !text.startsWith("\ufeff"));
        expect(textOf(text).text).toBe(text);
      }),
    );
  });
});

describe("lines", () => {
  it("end with \\n, \\r\\n or \\r, and the last break begins no other", () => {
    const source = textOf("one\r\ntwo\rthree\n\nfive\n");
    expect(source.lineCount).toBe(5);
    const lines = [1, 2, 3, 4, 5, 6].map((line) => source.lineSpan(line));
    expect(lines.map((span) => span && source.text.slice(span.start, span.end))).toEqual([
      "one",
      "two",
      "three",
      "",
      "five",
      undefined,
    ]);
    expect(source.positionAt(source.text.indexOf("three") + 2)).toEqual({ line: 3, column: 3 });
    expect(source.linesOf({ start: 1, end: 6 })).toEqual([1, 2]);
    expect(source.linesOf({ start: 0, end: 5 })).toEqual([1, 1]);
  });

  it("agree with a plain count of the breaks before", () => {
    const texts = fc.string({ unit: fc.constantFrom("a", "\n", "\r", "😀"), minLength: 1 });
    fc.assert(
      fc.property(texts, fc.nat(), (text, place) => {
        const offset = place % text.length;
        fc.pre(!(text[offset] === "\n" && text[offset - 1] === "\r"));
        const before = text.slice(0, offset).split(/\r\n|\n|\r/);
        expect(textOf(text).positionAt(offset)).toEqual({
          line: before.length,
          column: (before.at(-1)?.length ?? 0) + 1,
        });
      }),
    );
  });
});

describe("a verbatim", () => {
  const source = textOf("a😀b “c”");

  it("is the slice, and so are its parts", () => {
    const words = source.verbatim({ start: 1, end: 4 });
    expect(words.text).toBe("😀b");
    expect(words.part(2, 3).text).toBe("b");
    expect(words.part(2, 3).span).toEqual({ start: 3, end: 4 });
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        fc.pre(start < end);
        expect(textOf(text).verbatim({ start, end }).text).toBe(text.slice(start, end));
      }),
    );
  });

  it.each([
    ["nothing", 1, 1],
    ["backwards", 3, 1],
    ["from before the text", -1, 2],
    ["past its end", 0, 9],
    ["half a unit", 0, 0.5],
    ["no number", 0, Number.NaN],
    ["half an emoji at its end", 0, 2],
    ["half an emoji at its start", 2, 4],
  ])("can't be %s", (_, start, end) => {
    expect(() => source.verbatim({ start, end })).toThrow(RangeError);
  });

  it("has no parts outside itself", () => {
    const words = source.verbatim({ start: 1, end: 4 });
    for (const [from, to] of [
      [-1, 1],
      [0, 4],
      [1, 3],
      [2, 2],
    ] as const) {
      expect(() => words.part(from, to)).toThrow(RangeError);
    }
  });

  it("can't be made, forged or changed", () => {
    const words = source.verbatim({ start: 0, end: 1 });
    const span = { start: 0, end: 1 };
    expect(() => Reflect.construct(Verbatim, [source, span])).toThrow(TypeError);
    expect(() => Reflect.construct(Verbatim, [Symbol("SourceText.verbatim"), source, span])).toThrow(
      TypeError,
    );
    expect(() => Object.create(Verbatim.prototype, { source: { value: { text: "lie" } } }).text).toThrow(
      TypeError,
    );
    // @ts-expect-error a look-alike is no Verbatim
    const lookalike: Verbatim = { source, span, text: "lie", part: () => words };
    expect(lookalike).not.toBeInstanceOf(Verbatim);
    for (const frozen of [words, words.span, source, source.file]) expect(Object.isFrozen(frozen)).toBe(true);
    expect(Reflect.set(words, "text", "lie")).toBe(false);
    expect(Reflect.set(words.span, "end", 3)).toBe(false);
    expect(Reflect.set(source, "text", "lie")).toBe(false);
  });

  it("keeps to the span it was made with", () => {
    const span = { start: 0, end: 1 };
    const words = source.verbatim(span);
    span.end = 4;
    expect(words.text).toBe("a");
  });
});
