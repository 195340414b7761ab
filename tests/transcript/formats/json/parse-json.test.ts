import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DiagnosticError, formatDiagnostic } from "../../../../src/transcript/diagnostic.ts";
import type { JsonNode } from "../../../../src/transcript/formats/json/json-document.ts";
import { parseJson } from "../../../../src/transcript/formats/json/parse-json.ts";
import { SourceText } from "../../../../src/transcript/source-text.ts";
import { fileOf, problemsOf } from "../../reading.ts";

const parse = (text: string) => parseJson(new SourceText(fileOf("a.json", text)));
const problem = (text: string) =>
  problemsOf(() => parse(text))
    .map(formatDiagnostic)
    .join("\n");

describe("what is no JSON is said where it stands", () => {
  test.each([
    ["", "a.json:1:1: error: the file ends where its JSON should begin."],
    [" \n", "a.json:1:1: error: the file ends where its JSON should begin."],
    [
      '{\n  "a": 1,\n}',
      "a.json:3:1: error: nothing stands between a comma and the bracket that closes. Remove the comma.",
    ],
    [
      "[1, 2, ]",
      "a.json:1:8: error: nothing stands between a comma and the bracket that closes. Remove the comma.",
    ],
    ["// by hand\n{}", "a.json:1:1: error: JSON has no comments. Remove the comment."],
    ["{} /* done", "a.json:1:4: error: JSON has no comments. Remove the comment."],
    ['{"a": [1, 2', "a.json:1:12: error: the file breaks off: the “[” of line 1, column 7 is never closed."],
    ['["abc]', "a.json:1:2: error: the text that begins here isn’t closed by a quotation mark."],
    ['["a\nb"]', "a.json:1:2: error: the text that begins here isn’t closed by a quotation mark."],
    ['["a\\\\x \\x b"]', "a.json:1:8: error: a backslash stands before what JSON has no escape for."],
    ['["\\u12g4"]', "a.json:1:3: error: a backslash stands before what JSON has no escape for."],
    ['["a\tb"]', "a.json:1:4: error: a control character stands in a text."],
    ["[1.]", "a.json:1:2: error: the number that begins here breaks off."],
    ["[01]", "a.json:1:3: error: the JSON is broken: “,” or “]” should stand here, not “1”."],
    [
      "{a: 1}",
      "a.json:1:2: error: the JSON is broken: a name in quotation marks or “}” should stand here, not “a”.",
    ],
    ['{"a" 1}', "a.json:1:6: error: the JSON is broken: “:” should stand here, not “1”."],
    ["[1}", "a.json:1:3: error: the JSON is broken: “,” or “]” should stand here, not “}”."],
    ["[] []", "a.json:1:4: error: the JSON is broken: the end of the file should stand here, not “[”."],
    ["['a']", "a.json:1:2: error: the JSON is broken: a value or “]” should stand here, not “'”."],
    ["[NaNa]", "a.json:1:2: error: the JSON is broken: a value or “]” should stand here, not “N”."],
    ["[😀]", "a.json:1:2: error: the JSON is broken: a value or “]” should stand here, not “😀”."],
  ])("%j", (text, expected) => {
    expect(problem(text)).toContain(expected);
  });
});

test("a million brackets are no deeper than two", () => {
  expect(problem("[".repeat(1e6))).toContain("a.json:1:1000001: error: the file breaks off");
  expect(problem('{"a":'.repeat(1e6))).toContain("the file breaks off");
  const closed = parse("[".repeat(1e6) + "]".repeat(1e6));
  expect([...closed.items()]).toHaveLength(1);
});

test("one text of millions of characters, escapes and spaces, takes a moment", () => {
  const started = performance.now();
  parse(`["${"x ".repeat(5e6)}"]`);
  parse(`["${'\\" \\n'.repeat(3e5)}"]`);
  problem(`["${"\\n".repeat(1e6)}`);
  problem(`["${"\\\\".repeat(1e6)}\\x"]`);
  expect(performance.now() - started).toBeLessThan(10_000);
});

test("of a name that is given twice the last counts, and the other is known", () => {
  const node = parse('{"a": 1, "b": 2, "\\u0061": 3}');
  expect(node.get("a")?.number).toBe(3);
  expect(node.overridden("a")?.start).toBe(6);
  expect(node.overridden("b")).toBeUndefined();
  expect(node.get("c")).toBeUndefined();
});

/** The value as JSON.parse gives it, read through nodes. */
function valueAt(node: JsonNode, names: readonly string[]): unknown {
  if (node.isArray) return [...node.items()].map((item) => valueAt(item, names));
  if (node.isObject) {
    const members = names.flatMap((name) => {
      const value = node.get(name);
      return value ? [[name, valueAt(value, names)]] : [];
    });
    return Object.fromEntries(members);
  }
  return node.string ?? node.number ?? (node.isNull ? null : "literal");
}

test("reads whatever JSON.parse reads, as it reads it, and refuses what it refuses", () => {
  const names = ["a", "b", "text", "né", 'q"'];
  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constant(null),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string({ unit: "grapheme" }),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...names), tie("value"), { maxKeys: 4 }),
    ),
  })).value;
  fc.assert(
    fc.property(value, fc.constantFrom(0, 2, "\t"), (json, indent) => {
      const text = JSON.stringify(json, null, indent);
      expect(valueAt(parse(text), names)).toEqual(JSON.parse(text));
    }),
  );
  const pieces = fc.constantFrom(
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    '"a"',
    '"\\n"',
    '"',
    "\\",
    "1",
    "-",
    ".5",
    "e3",
    "0",
    "true",
    "nul",
    "l",
    " ",
    "\n",
    "/",
    "\u00a0",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (tokens) => {
      const text = tokens.join("");
      expect(accepts(() => parse(text))).toBe(accepts(() => JSON.parse(text)));
    }),
    { numRuns: 3000 },
  );
});

function accepts(run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch (error) {
    if (error instanceof DiagnosticError || error instanceof SyntaxError) return false;
    throw error;
  }
}
