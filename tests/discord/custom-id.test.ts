import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCustomId, encodeCustomId, type OwnedControl } from "../../src/discord/custom-id.ts";
import type { ContextView, View } from "../../src/reply/view.ts";

const number = fc.nat({ max: 99_999 });
const match = fc.record({ show: fc.constant("match" as const), at: number, part: number });
const topic = fc.record({
  show: fc.constant("topic" as const),
  topic: fc.constantFrom("0123456789ab", "ffffffffffff"),
  at: number,
  part: number,
});
const back: fc.Arbitrary<ContextView["back"]> = fc.oneof(fc.constant(null), match, topic);
const context = fc.record({
  show: fc.constant("context" as const),
  id: fc.constantFrom("k7f3-q2mz-81xd", "zzzz-zzzz-zzzz"),
  part: number,
  back,
});
const receipt = fc.record({
  show: fc.constant("receipt" as const),
  id: fc.constantFrom("k7f3-q2mz-81xd", "zzzz-zzzz-zzzz"),
  part: number,
});
const view: fc.Arbitrary<View> = fc.oneof(match, topic, context, receipt);
const names = [
  "earlier",
  "later",
  "previous-part",
  "next-part",
  "previous",
  "next",
  "back",
  "receipt",
] as const;

const owned: fc.Arbitrary<OwnedControl> = fc.record({
  asker: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String),
  control: fc.oneof(
    fc.record({
      use: fc.constant("action" as const),
      name: fc.constantFrom(...names),
      view: fc.oneof(fc.constant(null), view),
    }),
    fc.record({
      use: fc.constant("menu" as const),
      kind: fc.constantFrom("matches" as const, "page" as const, "exchange" as const),
      back,
    }),
    fc.record({ use: fc.constant("share" as const), view }),
  ),
});

describe("a custom id", () => {
  it("holds all that a button needs, in at most 100 characters", () => {
    fc.assert(
      fc.property(owned, (one) => {
        const customId = encodeCustomId(one);
        expect(customId.length).toBeLessThanOrEqual(100);
        expect(decodeCustomId(customId)).toEqual(one);
      }),
      { numRuns: 2000 },
    );
  });

  it("stands for itself, or for nothing", () => {
    const damaged = fc
      .tuple(owned.map(encodeCustomId), fc.nat({ max: 100 }), fc.string({ maxLength: 3 }), fc.nat({ max: 3 }))
      .map(([id, at, inserted, removed]) => id.slice(0, at) + inserted + id.slice(at + removed));
    fc.assert(
      fc.property(fc.oneof(fc.string(), damaged), (id) => {
        const decoded = decodeCustomId(id);
        if (decoded) expect(decodeCustomId(encodeCustomId(decoded))).toEqual(decoded);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ["another bot's", "vote:1"],
    ["empty", ""],
    ["of another version", "otr2:1100000000000000101:earlier:m0.0"],
    ["without an asker", "otr1::earlier:m0.0"],
    ["of an asker who is none", "otr1:reader:earlier:m0.0"],
    ["without a view", "otr1:1100000000000000101:earlier"],
    ["of no view", "otr1:1100000000000000101:earlier:"],
    ["of an unknown view", "otr1:1100000000000000101:earlier:q1.2"],
    ["with more behind it", "otr1:1100000000000000101:earlier:m0.0:more"],
    ["of a name no button has", "otr1:1100000000000000101:Drop Table:m0.0"],
    ["to share nothing", "otr1:1100000000000000101:share:-"],
    ["with a line break", "otr1:1100000000000000101:earlier:m0.0\n"],
  ])("that is %s is refused", (_what, customId) => {
    expect(decodeCustomId(customId)).toBeNull();
  });

  it("of a menu of an unknown kind is no menu", () => {
    expect(decodeCustomId("otr1:1100000000000000101:menu-colours:m0.0")?.control.use).not.toBe("menu");
  });
});
