import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { InFlight } from "../../src/discord/in-flight.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** Notes when a promise is settled. */
function watched(promise: Promise<void>): { done: boolean } {
  const state = { done: false };
  void promise.then(() => {
    state.done = true;
  });
  return state;
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });

describe("work under way", () => {
  it("is waited for until all of it is done", async () => {
    const inFlight = new InFlight();
    inFlight.track(pause(100));
    inFlight.track(pause(300));
    const drained = watched(inFlight.drain(5000));
    await vi.advanceTimersByTimeAsync(299);
    expect(drained.done).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(drained.done).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("isn't waited for longer than said", async () => {
    const inFlight = new InFlight();
    inFlight.track(pause(60_000));
    const drained = watched(inFlight.drain(5000));
    await vi.advanceTimersByTimeAsync(4999);
    expect(drained.done).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(drained.done).toBe(true);
  });

  it("isn't waited for when there is none, or when it has finished", async () => {
    const inFlight = new InFlight();
    const drained = watched(inFlight.drain(5000));
    await vi.advanceTimersByTimeAsync(0);
    expect(drained.done).toBe(true);
    inFlight.track(pause(10));
    await vi.advanceTimersByTimeAsync(10);
    const again = watched(inFlight.drain(5000));
    await vi.advanceTimersByTimeAsync(0);
    expect(again.done).toBe(true);
  });

  it("that fails neither ends the process nor the wait for the rest", async () => {
    const inFlight = new InFlight();
    inFlight.track(pause(10).then(() => Promise.reject(new Error("failed"))));
    inFlight.track(pause(50));
    const drained = watched(inFlight.drain(5000));
    await vi.advanceTimersByTimeAsync(49);
    expect(drained.done).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(drained.done).toBe(true);
  });
});
