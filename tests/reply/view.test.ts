import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeView, encodeView, type View } from "../../src/reply/view.ts";

const number = fc.nat({ max: 99_999 });
const idCharacters = "0123456789abcdefghjkmnpqrstvwxyz";
const id = fc
  .string({ unit: fc.constantFrom(...idCharacters), minLength: 12, maxLength: 12 })
  .map((plain) => `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8)}`);
const topic = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 12, maxLength: 12 });

const match = fc.record({ show: fc.constant("match" as const), at: number, part: number });
const list = fc.record({
  show: fc.constant("list" as const),
  as: fc.constantFrom("found" as const, "similar" as const, "closest" as const, "subject" as const),
  at: number,
  part: number,
});
const topicView = fc.record({ show: fc.constant("topic" as const), topic, at: number, part: number });
const context = fc.record({
  show: fc.constant("context" as const),
  id,
  part: number,
  back: fc.oneof(fc.constant(null), match, list, topicView),
});
const interviews = fc.record({ show: fc.constant("interviews" as const), at: number });
const receipt = fc.record({ show: fc.constant("receipt" as const), id, part: number });
const view: fc.Arbitrary<View> = fc.oneof(match, list, topicView, context, interviews, receipt);

describe("a view as a code for a button", () => {
  it("comes back as it was", () => {
    fc.assert(
      fc.property(view, (one) => {
        expect(decodeView(encodeView(one))).toEqual(one);
      }),
      { numRuns: 2000 },
    );
  });

  it("is short and plain", () => {
    fc.assert(
      fc.property(view, (one) => {
        expect(encodeView(one)).toMatch(/^[a-z0-9./]{2,50}$/u);
      }),
    );
  });

  it("differs for different views", () => {
    fc.assert(
      fc.property(view, view, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(encodeView(one)).not.toBe(encodeView(other));
      }),
      { numRuns: 1000 },
    );
  });
});

/** A code with something done to it. */
const damaged = fc
  .tuple(view.map(encodeView), fc.nat({ max: 60 }), fc.string({ maxLength: 3 }), fc.nat({ max: 3 }))
  .map(([code, at, inserted, removed]) => code.slice(0, at) + inserted + code.slice(at + removed));

describe("a text that may be a view's code", () => {
  it("is a view that stands for itself, or none", () => {
    const codes = fc.oneof(fc.string(), fc.string({ unit: "binary" }), damaged);
    fc.assert(
      fc.property(codes, (code) => {
        const decoded = decodeView(code);
        if (decoded) expect(decodeView(encodeView(decoded))).toEqual(decoded);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    "",
    "m",
    "m0",
    "m0.",
    "m-1.0",
    "m1.0.0",
    "m100000.0",
    "m0.100000",
    "m0.0/",
    "m0.0/m0.0",
    "lx0.0",
    "l0.0",
    "i",
    "i1.0",
    "t0123.0.0",
    "t0123456789abc.0.0",
    "ck7f3q2mz81x.0",
    "rk7f3q2mz81x.0",
    "rk7f3q2mz81xd",
    "rk7f3q2mz81xd.0/m0.0",
    "ck7f3q2mz81xd.0/rk7f3q2mz81xd.0",
    "ck7f3q2mz81xd",
    "ck7f3-q2mz-81xd.0",
    "ck7f3q2mz81xd.0/",
    "ck7f3q2mz81xd.0/nothing",
    "ck7f3q2mz81xd.0/i0",
    "ck7f3q2mz81xd.0/ck7f3q2mz81xd.0",
    "ck7f3q2mz81xd.0/m0.0/m0.0",
    "m٣.0",
    " m0.0",
    "m0.0\n",
    "M0.0",
  ])("is no view when it is %j", (code) => {
    expect(decodeView(code)).toBeNull();
  });
});
