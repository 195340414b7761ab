import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { gathered } from "../child-output.ts";

const saying = (words: string) => `“Will the bridge stand?” I asked.\n“${words},” Anna Lund replied.\n`;

it("a prompt answers from a transcript as it is now, says what is wrong with one, and ends when it is told", async () => {
  const folder = await mkdtemp(join(tmpdir(), "living-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "bridge.txt"), saying("The bridge will stand"));
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [resolve("dist/src/main.js")], {
    cwd: folder,
    env: { PATH, HOME, TRANSCRIPTS_DIR: folder, CACHE_DIR: "off" },
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const output = gathered(child.stdout);
  const errors = gathered(child.stderr);
  const within = { timeout: 2000, interval: 50 };

  child.stdin.write("/ask will the bridge stand\n");
  await expect.poll(output, { timeout: 10_000 }).toContain("The bridge will stand");
  await writeFile(join(folder, "bridge.txt"), saying("The bridge has fallen"));
  await expect.poll(errors, within).toContain("Changed: bridge.txt. 1 interview is served now.\n");
  child.stdin.write("/ask will the bridge stand\n");
  await expect.poll(output, within).toContain("The bridge has fallen");
  await writeFile(join(folder, "bridge.txt"), Uint8Array.from([0xff]));
  await expect
    .poll(errors, within)
    .toMatch(/^bridge\.txt:1:1: error: byte 0 .*\nCan’t be read any more: bridge\.txt\./mu);
  child.stdin.end("/ask will the bridge stand\n");
  expect((await once(child, "close"))[0]).toBe(0);
  expect(output().match(/The bridge has fallen/gu)?.length).toBeGreaterThan(1);
});
