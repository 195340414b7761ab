import { describe, expect, it } from "vitest";
import { SeenInteractions } from "../../src/discord/seen-interactions.ts";

describe("the interactions seen", () => {
  it("are new once", () => {
    const seen = new SeenInteractions();
    expect(["1", "2", "1", "1", "2", "3"].map((id) => seen.isNew(id))).toEqual([
      true,
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  it("are forgotten oldest first, and only beyond the limit", () => {
    const seen = new SeenInteractions(3);
    for (const id of ["1", "2", "3"]) seen.isNew(id);
    expect(seen.isNew("1")).toBe(false);
    seen.isNew("4");
    expect(["2", "3", "4"].map((id) => seen.isNew(id))).toEqual([false, false, false]);
    expect(seen.isNew("1")).toBe(true);
  });

  it("are remembered by the thousand unless told otherwise", () => {
    const seen = new SeenInteractions();
    for (let id = 0; id < 5000; id += 1) seen.isNew(String(id));
    expect(seen.isNew("0")).toBe(false);
  });
});
