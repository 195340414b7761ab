import { describe, expect, it } from "vitest";
import { nearestName } from "../../src/terminal/nearest-name.ts";

describe("nearestName", () => {
  const names = ["ask", "quote", "topic", "context", "interviews", "help"];

  it.each([
    ["tpoic", "topic"],
    ["Quoet", "quote"],
    ["inter", "interviews"],
    ["aks", "ask"],
    ["contxet", "context"],
    ["zzz", undefined],
    ["", undefined],
  ])("%s → %s", (typed, near) => {
    expect(nearestName(typed, names)).toBe(near);
  });
});
