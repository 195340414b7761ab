import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST_TEXT, parseArguments } from "../../src/terminal/parse-arguments.ts";

function search(...argv: readonly string[]) {
  const parsed = parseArguments("ask", argv);
  if (parsed.read !== "search") throw new Error(JSON.stringify(parsed));
  return parsed.search;
}

describe("parseArguments", () => {
  it("joins words that stand apart", () => {
    expect(search("who", "paid").text).toBe("who paid");
  });

  it("reads options wherever they stand", () => {
    expect(
      search("--json", "who", "--limit", "3", "--speaker", "Mira", "paid", "--interview=harbour"),
    ).toEqual({
      verb: "ask",
      json: true,
      explain: false,
      text: "who paid",
      limit: 3,
      speaker: "Mira",
      interview: "harbour",
    });
  });

  it("takes everything behind -- as text", () => {
    expect(search("--", "--json", "-5 degrees").text).toBe("--json -5 degrees");
    expect(search("--json", "--", "--help").text).toBe("--help");
  });

  it("has no text with --json alone: queries come from standard input", () => {
    expect(search("--json").text).toBeUndefined();
  });

  it.each([["--help"], ["-h"], ["x", "--bogus", "--help"], ["--limit", "no", "-h"]])(
    "helps on %s",
    (...argv) => {
      expect(parseArguments("ask", argv)).toEqual({ read: "help" });
      expect(parseArguments("interviews", argv)).toEqual({ read: "help" });
    },
  );

  it.each([
    [[], "nothing to look for"],
    [[""], "empty"],
    [["--json", "  "], "empty"],
    [["x".repeat(LONGEST_TEXT + 1)], "at most"],
    [["x", "--limit", "0"], "1 to 1000"],
    [["x", "--limit", "1001"], "1 to 1000"],
    [["x", "--limit", "3.5"], "1 to 1000"],
    [["x", "--limit", "1e2"], "1 to 1000"],
    [["x", "--limit="], "1 to 1000"],
    [["x", "--limit"], "--limit"],
    [["x", "--limit", "--json"], "--limit"],
    [["x", "--speaker", " "], "--speaker"],
    [["x", "--interview", ""], "--interview"],
    [["x", "--json=yes"], "--json"],
    [["--statements"], "--statements"],
    [["-x"], "dash"],
  ])("refuses %j", (argv, why) => {
    const parsed = parseArguments("ask", argv);
    expect(parsed).toMatchObject({ read: "problem", problem: expect.stringContaining(why) });
  });

  it("gives interviews their own options", () => {
    expect(parseArguments("interviews", ["--json", "--statements"])).toEqual({
      read: "interviews",
      interviews: { verb: "interviews", json: true, statements: true },
    });
    expect(parseArguments("interviews", ["harbour"]).read).toBe("problem");
    expect(parseArguments("interviews", ["--limit", "3"]).read).toBe("problem");
  });

  it("never throws", () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom("--json", "--limit", "--", "-", "-h", "--limit=3", "--=", "--no-json"),
    );
    fc.assert(
      fc.property(fc.array(word), fc.constantFrom("ask", "topic", "interviews"), (argv, verb) => {
        expect(parseArguments(verb as "ask", argv)).toHaveProperty("read");
      }),
    );
  });
});
