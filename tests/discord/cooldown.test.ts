import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Cooldown, DEFAULT_RATE } from "../../src/discord/cooldown.ts";

/** A cooldown with a clock that a test can set. */
function atNoon(rate = { burst: 3, refill: 1 }) {
  const clock = { now: 0 };
  const cooldown = new Cooldown(rate, () => clock.now);
  return { clock, take: (user = "reader") => cooldown.take(user) };
}

function takeAll(take: (user?: string) => number, user: string, count: number): readonly number[] {
  return Array.from({ length: count }, () => take(user));
}

describe("the cooldown", () => {
  it("lets a burst go ahead and then says how long to wait", () => {
    const { take } = atNoon();
    expect(takeAll(take, "reader", 5)).toEqual([0, 0, 0, 1, 1]);
  });

  it("refills as time goes by, up to a burst and no more", () => {
    const { clock, take } = atNoon();
    takeAll(take, "reader", 3);
    clock.now = 999;
    expect(take()).toBe(1);
    clock.now = 1000;
    expect(take()).toBe(0);
    expect(take()).toBe(1);
    clock.now = 3_600_000;
    expect(takeAll(take, "reader", 4)).toEqual([0, 0, 0, 1]);
  });

  it("says whole seconds, rounded up", () => {
    const { clock, take } = atNoon({ burst: 1, refill: 0.1 });
    take();
    expect(take()).toBe(10);
    clock.now = 4001;
    expect(take()).toBe(6);
    clock.now = 9999;
    expect(take()).toBe(1);
  });

  it("costs nothing to be refused", () => {
    const { clock, take } = atNoon();
    takeAll(take, "reader", 100);
    clock.now = 1000;
    expect(take()).toBe(0);
  });

  it("is each user's own", () => {
    const { take } = atNoon();
    takeAll(take, "reader", 4);
    expect(take("bystander")).toBe(0);
  });

  it("ends when it said it would, and lets no more through than its rate", () => {
    const waits = fc.array(fc.nat({ max: 3000 }), { minLength: 1, maxLength: 60 });
    const rates = fc.record({
      burst: fc.integer({ min: 1, max: 30 }),
      refill: fc.constantFrom(0.1, 0.3, 0.5, 1, 1.7, 7),
    });
    fc.assert(
      fc.property(rates, waits, (rate, milliseconds) => {
        const { clock, take } = atNoon(rate);
        let allowed = 0;
        for (const wait of milliseconds) {
          clock.now += wait;
          const seconds = take();
          if (seconds === 0) {
            allowed += 1;
          } else {
            expect(Number.isInteger(seconds)).toBe(true);
            clock.now += seconds * 1000;
            expect(take()).toBe(0);
            allowed += 1;
          }
        }
        expect(allowed).toBeLessThanOrEqual(rate.burst + (clock.now / 1000) * rate.refill + 1e-6);
      }),
      { numRuns: 500 },
    );
  });

  it("forgets only those who have nothing to wait for, when it has to remember too many", () => {
    const { clock, take } = atNoon();
    takeAll(take, "early", 3);
    clock.now = 2500;
    takeAll(take, "late", 3);
    // “early” is all but full again, “late” has used up everything.
    for (let user = 0; user < 12_000; user += 1) take(`user ${user}`);
    expect(takeAll(take, "late", 1)).toEqual([1]);
    expect(takeAll(take, "early", 3)).toEqual([0, 0, 1]);
    clock.now = 10_000;
    for (let user = 0; user < 12_000; user += 1) take(`other ${user}`);
    expect(takeAll(take, "late", 4)).toEqual([0, 0, 0, 1]);
  });

  it("leaves people room unless told otherwise", () => {
    const clock = { now: 0 };
    const cooldown = new Cooldown(undefined, () => clock.now);
    const first = Array.from({ length: DEFAULT_RATE.burst + 1 }, () => cooldown.take("reader"));
    expect(first.filter((wait) => wait === 0)).toHaveLength(DEFAULT_RATE.burst);
    expect(first.at(-1)).toBeGreaterThan(0);
  });
});
