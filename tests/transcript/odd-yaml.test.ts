import { describe, expect, it } from "vitest";
import { DiagnosticError, formatDiagnostic } from "../../src/transcript/diagnostic.ts";
import { parseSidecar } from "../../src/transcript/sidecar/sidecar.ts";
import { sourceFileOf } from "../../src/transcript/source-file.ts";

/** As large as a yaml may be. */
const SIZE = 512 * 1024;
const filledWith = (text: string) => text.repeat(SIZE / text.length);
const many = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join("\n");

/** What it comes to: nothing wrong, or the first error as it is printed. */
function outcome(text: string): string {
  try {
    const [problem] = parseSidecar(sourceFileOf("a.yaml", Buffer.from(text))).problems;
    return problem ? formatDiagnostic(problem) : "read";
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    const [first] = error.diagnostics;
    return first ? formatDiagnostic(first) : "no diagnostic";
  }
}

const TOO_DEEP = /^a\.yaml:\d+:\d+: error: not usable YAML: it is nested too deeply\./u;
const NOT_VALID = /^a\.yaml:\d+:\d+: error: not valid YAML: /u;
const BOMB = /^a\.yaml:1:1: error: not usable YAML: Excessive alias count/u;

describe("a yaml", () => {
  it.each<readonly [what: string, text: string, outcome: RegExp]>([
    ["brackets without end", filledWith("["), TOO_DEEP],
    ["braces without end", filledWith("{a: "), TOO_DEEP],
    ["lists in lists", filledWith("- "), TOO_DEEP],
    ["keys of keys", filledWith("? "), TOO_DEEP],
    ["maps in maps", many(1000, (at) => `${" ".repeat(at)}a:`), TOO_DEEP],
    ["tags without end", filledWith("!!x "), NOT_VALID],
    ["anchors without end", filledWith("&a "), NOT_VALID],
    ["many documents", filledWith("---\n"), NOT_VALID],
    [
      "one key over and over",
      filledWith("title: a\n"),
      /:2:1: error: not valid YAML: Map keys must be unique/u,
    ],
    [
      "forty thousand settings",
      many(40_000, (at) => `k${at}: 1`),
      /:1:1: error: there is no setting called “k0”/u,
    ],
    [
      "thousands of wrong values",
      many(15_000, (at) => (at === 0 ? "corrections:" : "  - {line: x}")),
      /:2:12: error: corrections\.0\.line/u,
    ],
    ["comments", filledWith("#\n"), /^read$/u],
    ["spaces", filledWith(" "), /^read$/u],
    ["a number without end", `title: ${filledWith("9")}`, /title: Invalid input/u],
    ["a title without end", `title: ${filledWith("a")}`, /title: Too big/u],
    [
      "a billion laughs",
      [
        "a: &a [x, x, x, x, x, x, x, x, x]",
        ...Array.from(
          "bcdefghij",
          (one, at) =>
            `${one}: &${one} [${Array.from({ length: 9 }, () => `*${"abcdefghij"[at]}`).join(", ")}]`,
        ),
      ].join("\n"),
      BOMB,
    ],
    ["more than a hundred aliases", `title: &a x\nspeakers: [${"*a, ".repeat(300)}]`, BOMB],
    ["an alias of itself", "title: &a {b: *a}", /title: Invalid input/u],
    ["a name of the language", "__proto__: {title: x}\nconstructor: 1", /no setting called “__proto__”/u],
    ["a list as a key", "? [a, b]\n: c", /no setting called/u],
    ["a binary", "title: !!binary AAAA", /title: Invalid input/u],
    ["control characters", "title: \u001b[31m", /^read$/u],
    ["a line break in a key", '"a\\nb\\e": 1', /^[^\n]*no setting called “a\\u\{a\}b\\u\{1b\}”/u],
  ])("of %s is read, or refused with its place", (_, text, expected) => {
    const begun = performance.now();
    expect(outcome(text)).toMatch(expected);
    // Quadratic, they would take minutes.
    expect(performance.now() - begun).toBeLessThan(8000);
  });

  it("repeats a key within a list or a map too", () => {
    expect(outcome("speakers:\n  - {name: A, role: guest, name: B}")).toMatch(
      /^a\.yaml:2:\d+: error: not valid YAML: Map keys/u,
    );
  });
});
