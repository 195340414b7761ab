import { expect, test } from "vitest";
import { measureCaptionSpeed, writeCaptions } from "../../evaluation/transcripts/caption-speed.ts";

test("both parsers are measured on the same captions", async () => {
  const speeds = await measureCaptionSpeed(20_000, 1);
  expect(speeds.map(({ format }) => format)).toEqual(["WebVTT", "SubRip"]);
  for (const { bytes, ours, oursCuesOnly, mediaCaptions } of speeds) {
    expect(bytes).toBeGreaterThan(19_000);
    for (const speed of [ours, oursCuesOnly, mediaCaptions]) expect(speed).toBeGreaterThan(0);
  }
  expect(writeCaptions("SubRip", 200)).toContain("00:00:00,000 --> 00:00:02,000\nAnn Vale: ");
});
