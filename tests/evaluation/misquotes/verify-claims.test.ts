import { expect, it } from "vitest";
import { hostileClaims, ordinaryClaims } from "../../../evaluation/bench/verify-claims.ts";
import { bundledArchive } from "../../../evaluation/misquotes/bench-archives.ts";

it("times claims of each sort, up to 1,000 characters", async () => {
  const { words } = await bundledArchive();
  const claims = ordinaryClaims(words, 1);
  expect(claims.map(({ name }) => name)).toEqual([
    "true",
    "damaged",
    "mutated",
    "spliced",
    "unrelated",
    "mutated, 500 characters or more",
  ]);
  for (const { name, texts } of claims) {
    // The bundled interview has no statement of 500 characters.
    if (!name.includes("500")) expect(texts.length).toBeGreaterThan(20);
    expect(texts.length).toBeLessThanOrEqual(40);
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(1_000);
  }
  expect(ordinaryClaims(words, 1)).toEqual(claims);
});

it("times hostile claims, none longer than a message may be", async () => {
  const { words } = await bundledArchive();
  const claims = hostileClaims(words);
  expect(new Set(claims.map(({ name }) => name)).size).toBe(claims.length);
  for (const { texts } of claims)
    for (const text of texts) {
      expect(text.length).toBeGreaterThan(900);
      expect(text.length).toBeLessThanOrEqual(6_005);
    }
});
