import { expect, it } from "vitest";
import { measureAttribution, totalsOf } from "../../evaluation/transcripts/attribution.ts";

it("knows who speaks and what answers what in the transcripts written to measure it", async () => {
  const measured = await measureAttribution();
  expect(measured.length).toBeGreaterThanOrEqual(23);
  const { speakers, links, linked, roles } = totalsOf(measured);
  for (const { right, of } of [speakers, links, linked]) expect(right / of).toBeGreaterThanOrEqual(0.98);
  expect(roles.right / roles.of).toBeGreaterThanOrEqual(0.95);
});
