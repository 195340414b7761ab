import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { LiveDesk } from "../../src/live-desk.ts";
import { openDesk } from "../../src/open-desk.ts";
import type { ReloadNote } from "../../src/reload-notes.ts";

export const saying = (words: string): string =>
  `“Will it stand?” I asked.\n“${words},” Anna Lund replied.\n`;

/** What the issue allows from a change to its answer; milliseconds. */
export const WITHIN = 2000;

/** A folder of transcripts that is watched, for as long as the test runs. */
export async function livingFolder(files: Readonly<Record<string, string>> = {}) {
  const above = await mkdtemp(join(tmpdir(), "living-"));
  onTestFinished(() => rm(above, { recursive: true, force: true }));
  const folder = join(above, "transcripts");
  await mkdir(folder);
  const path = (name: string) => join(folder, name);
  for (const [name, text] of Object.entries(files)) await writeFile(path(name), text);
  const notes: ReloadNote[] = [];
  const live = new LiveDesk(folder, await openDesk(folder), (note) => notes.push(note));
  onTestFinished(() => live.close());
  return {
    above,
    folder,
    path,
    live,
    notes,
    ids: () => live.current.desk.archive.interviews.map(({ id }) => id),
    text: (id: string) => live.current.desk.archive.interview(id)?.source.text,
    interview: (id: string) => live.current.desk.archive.interview(id),
    write: (name: string, text: string | Uint8Array) => writeFile(path(name), text),
    /** As editors do that never leave half a file behind. */
    replace: async (name: string, text: string) => {
      await writeFile(path(`.${name}.swp`), text);
      await rename(path(`.${name}.swp`), path(name));
    },
  };
}

export const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
