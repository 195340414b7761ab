import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { insideQuotes, typedValue } from "../../src/terminal/option-values.ts";
import { parseOptions } from "../../src/terminal/parse-options.ts";

function parse(name: string, rest: string) {
  const command = commands.find(({ definition }) => definition.name === name);
  if (!command) throw new Error(name);
  return parseOptions(command.definition, rest);
}

describe("parseOptions", () => {
  it.each([
    ["who paid", { question: "who paid" }],
    ["  who  paid ", { question: "who  paid" }],
    ["", {}],
    ["who paid speaker:Mira", { question: "who paid", speaker: "Mira" }],
    ["speaker:Mira who paid", { question: "who paid", speaker: "Mira" }],
    ["who SPEAKER:Mira paid", { question: "who paid", speaker: "Mira" }],
    ['who paid speaker:"Mira Oduya" hide:true', { question: "who paid", speaker: "Mira Oduya", hide: true }],
    ['who interview:"The \\"old\\" \\\\ harbour"', { question: "who", interview: 'The "old" \\ harbour' }],
    ["x hide:False", { question: "x", hide: false }],
    ["x hide:maybe", { question: "x", hide: "maybe" }],
    ["question:who paid speaker:Mira", { question: "who paid", speaker: "Mira" }],
    ['question:"who paid" speaker:Mira', { question: "who paid", speaker: "Mira" }],
    ['"who paid"', { question: '"who paid"' }],
    ["in the interview: what then", { question: "in the interview: what then" }],
    ["the loudspeaker:x", { question: "the loudspeaker:x" }],
    ["at 10:30 note:this", { question: "at 10:30 note:this" }],
    ['x interview:"on speaker:B" y', { question: "x y", interview: "on speaker:B" }],
    ["x speaker:A speaker:B", { question: "x", speaker: "B" }],
  ])("reads /ask %s", (rest, typed) => {
    expect(parse("ask", rest)).toEqual({ ok: true, typed });
  });

  it("refuses a quotation that never ends, and text where there is none to take", () => {
    expect(parse("ask", 'x speaker:"Mira')).toMatchObject({
      ok: false,
      problem: expect.stringContaining("speaker:"),
    });
    expect(parse("interviews", "all")).toMatchObject({ ok: false, problem: expect.stringContaining("all") });
    expect(parse("interviews", "hide:true")).toEqual({ ok: true, typed: { hide: true } });
  });

  it("reads any value back that is typed as it should be", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (value) => {
        const typed = typedValue(value);
        const parsed = parse("ask", `who speaker:${typed} paid`);
        expect(parsed).toEqual({ ok: true, typed: { question: "who paid", speaker: value } });
        if (typed.startsWith('"')) expect(insideQuotes(typed.slice(1, -1))).toBe(value);
      }),
    );
  });
});
