import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkMessageLimits, LimitFault, MOST_TEXT } from "../../src/discord/message-limits.ts";

function text(content: string) {
  return { type: 10, content };
}

function container(...components: object[]) {
  return [{ type: 17, components }];
}

function button(custom_id: string) {
  return { type: 1, components: [{ type: 2, style: 2, label: "x", custom_id }] };
}

function link(url: string) {
  return { type: 1, components: [{ type: 2, style: 5, label: "x", url }] };
}

/** Texts of so many characters in all. */
function texts(units: number, each: number, character: string): object[] {
  return Array.from({ length: Math.ceil(units / each) }, (_, at) =>
    text(character.repeat(Math.min(each, units - at * each))),
  );
}

describe("the limits of a message", () => {
  it.each<readonly [what: string, within: object[], beyond: object[], says: RegExp]>([
    ["4,000 characters in one text", [text("x".repeat(4000))], [text("x".repeat(4001))], /4001 characters/u],
    ["4,000 characters in several texts", texts(4000, 999, "x"), texts(4001, 999, "x"), /4001 characters/u],
    ["10,170 bytes, 12 for each text", [text("漢".repeat(3386))], [text("漢".repeat(3387))], /10173 bytes/u],
    [
      "40 components",
      Array.from({ length: 39 }, () => text("x")),
      Array.from({ length: 40 }, () => text("x")),
      /41/u,
    ],
    ["100 characters in a custom id", [button("x".repeat(100))], [button("x".repeat(101))], /101/u],
    ["one component a custom id", [button("a"), button("b")], [button("a"), button("a")], /same custom id/u],
    ["512 characters in a link", [link("x".repeat(512))], [link("x".repeat(513))], /513/u],
    ["a text with something in it", [text(".")], [text(" \n\t")], /empty/u],
  ])("allow %s, and no more", (_what, within, beyond, says) => {
    expect(() => checkMessageLimits(container(...within))).not.toThrow();
    expect(() => checkMessageLimits(container(...beyond))).toThrow(LimitFault);
    expect(() => checkMessageLimits(container(...beyond))).toThrow(says);
  });

  it("count across containers, and nested components too", () => {
    const half = Array.from({ length: 20 }, () => text("x"));
    expect(() => checkMessageLimits([...container(...half), ...container(...half.slice(2))])).not.toThrow();
    expect(() => checkMessageLimits([...container(...half), ...container(...half)])).toThrow(
      /42 components/u,
    );
    const rows = Array.from({ length: 20 }, (_, at) => button(`id ${at}`));
    expect(() => checkMessageLimits(container(...rows))).toThrow(/41 components/u);
  });

  it("never repeat the words", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (count) => {
        const secret = "quoted words ";
        const beyond = text(secret.repeat(MOST_TEXT / secret.length + count));
        expect(() => checkMessageLimits([beyond])).toThrow(/^\d+ characters of text are more than 4000$/u);
      }),
      { numRuns: 10 },
    );
  });
});
