import { describe, expect, it } from "vitest";
import { formatDiagnostic } from "../../src/transcript/diagnostic.ts";
import type { TranscriptFolder } from "../../src/transcript/folder/transcript-folder.ts";
import { archiveSteps } from "../../src/transcript/load-archive.ts";
import { readLargeAside } from "../../src/transcript/read-aside.ts";
import { type SourceFile, sourceFileOf } from "../../src/transcript/source-file.ts";
import { atOnce } from "../../src/transcript/steps.ts";

const GOOD =
  "I asked whether it will stand.\n“It will,” Anna Lund replied.\n“And how long?” I asked.\n“Ever so long,” said Boris Reed.\n“It will, he said.\n";
const NOTHING = { readings: new Map() };

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): TranscriptFolder {
  const read = Object.entries(files).map(([name, content]): [string, SourceFile] => [
    name,
    sourceFileOf(name, typeof content === "string" ? Buffer.from(content) : content),
  ]);
  return { names: Object.keys(files).sort(), files: new Map(read), remarks: [] };
}

/** Everything that is known of what was read, without its cycles. */
function everythingIn(readings: Awaited<ReturnType<typeof readLargeAside>>["readings"]) {
  return [...readings].map(([name, { good, ...rest }]) => ({
    name,
    ...rest,
    warnings: good?.warnings,
    interview: good && { ...good.interview, source: good.interview.source.text, statements: 0 },
    statements: good?.interview.statements.map((one) => ({ ...one, interview: one.interview.id })),
  }));
}

describe("a large transcript", () => {
  it("comes to the same in a thread of its own", async () => {
    const folder = folderOf({
      "a.txt": GOOD.repeat(3000),
      "a.yaml": "title: Bridges\ntopics: [{ name: Bridges, lines: [1-4] }]\n",
      "a.yml": "title: Piers\n",
    });
    const aside = await readLargeAside(folder, NOTHING);
    expect(aside.readings.size).toBe(1);
    expect(everythingIn(aside.readings)).toEqual(everythingIn(atOnce(archiveSteps(folder)).readings));
    // And nothing is left to do.
    const loaded = atOnce(archiveSteps(folder, aside));
    expect(loaded.archive.interviews[0]).toBe(aside.readings.get("a.txt")?.good?.interview);
  });

  it("is left alone where it is small, unchanged or couldn't be read", async () => {
    const folder = folderOf({
      "a.txt": GOOD,
      "b.txt": GOOD.repeat(3000),
      "c.txt": GOOD.repeat(3000),
      "c.yaml": "",
    });
    const known = atOnce(archiveSteps(folder));
    expect((await readLargeAside(folder, known)).readings.get("b.txt")).toBe(known.readings.get("b.txt"));
    const files = new Map<string, SourceFile | Error>(folder.files).set("c.yaml", new Error("EACCES"));
    const { readings } = await readLargeAside({ ...folder, files }, NOTHING);
    expect([...readings.keys()]).toEqual(["b.txt"]);
  });

  it("that is broken says why, and keeps its last good version", async () => {
    const before = atOnce(archiveSteps(folderOf({ "a.txt": GOOD })));
    const folder = folderOf({
      "a.txt": Buffer.concat([Buffer.from(GOOD.repeat(3000)), Buffer.from([0xff])]),
    });
    const reading = (await readLargeAside(folder, before)).readings.get("a.txt");
    expect(reading?.errors.map(formatDiagnostic)).toEqual([
      expect.stringMatching(/^a\.txt:15001:1: error: byte \d+ \(0xff\) is not valid UTF-8/u),
    ]);
    expect(reading?.last).toBe(before.readings.get("a.txt")?.good);
    expect(atOnce(archiveSteps(folder, { readings: new Map([["a.txt", reading as never]]) })).held).toEqual([
      "a.txt",
    ]);
  });

  it("that takes too long is given up", async () => {
    const folder = folderOf({ "a.txt": GOOD.repeat(20_000) });
    const reading = (await readLargeAside(folder, NOTHING, { patience: 1 })).readings.get("a.txt");
    expect(reading?.errors.map(formatDiagnostic)).toEqual([
      expect.stringMatching(/^a\.txt: error: reading the file took more than 0 seconds/u),
    ]);
  });

  it("doesn't keep others waiting while it is read", async () => {
    const folder = folderOf({ "a.txt": GOOD.repeat(30_000) });
    let longest = 0;
    let last = performance.now();
    const ticking = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const begun = performance.now();
    await readLargeAside(folder, NOTHING);
    const whole = performance.now() - begun;
    clearInterval(ticking);
    expect(longest).toBeLessThan(Math.max(200, whole / 3));
  });
});
