import { hash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { codeVersion } from "./code-version.ts";
import { packIndex, unpackIndex } from "./search/index-pack.ts";
import type { StatementIndex } from "./search/statement-index.ts";
import { packArchive, unpackSteps } from "./transcript/archive-pack.ts";
import type { TranscriptFolder } from "./transcript/folder/transcript-folder.ts";
import type { LoadedArchive } from "./transcript/load-archive.ts";
import { bytesOf, packOf } from "./transcript/packed.ts";
import { inSlices } from "./transcript/steps.ts";

/** What was worked out from a folder of transcripts. */
export interface Worked {
  readonly loaded: LoadedArchive;
  readonly index: StatementIndex;
}

const UNFINISHED_FOR_MS = 3_600_000;

/** Columns of both packs stand in one list. */
const ARCHIVE = "archive.";
const INDEX = "index.";

/**
 * Keeps what was worked out from a folder of transcripts for the next start. It is only ever a copy: it counts for
 * these very files, byte for byte, and this very code, and is made anew when it is damaged or gone. It holds places
 * in the files, and words for the search, but no text that could be shown as a quote.
 */
export class Snapshot {
  readonly #path: string;
  readonly #key: string;
  readonly #folder: TranscriptFolder;

  private constructor(path: string, key: string, folder: TranscriptFolder) {
    this.#path = path;
    this.#key = key;
    this.#folder = folder;
  }

  /** Null when there can't be one: a file couldn't be read, which may be mended without any file changing. */
  static of(cacheFolder: string, transcriptsFolder: string, folder: TranscriptFolder): Snapshot | null {
    const hashes: (readonly [name: string, sha256: string])[] = [];
    for (const [name, file] of folder.files) {
      if (file instanceof Error) return null;
      hashes.push([name, file.sha256]);
    }
    const key = hash(
      "sha256",
      JSON.stringify([codeVersion(), folder.names, folder.remarks, hashes.sort()]),
      "hex",
    );
    // One for each folder of transcripts, so that old ones don't pile up.
    const name = hash("sha256", resolve(transcriptsFolder), "hex").slice(0, 16);
    return new Snapshot(join(cacheFolder, `${name}.snapshot`), key, folder);
  }

  /** Null where there is none of these files and this code, or none that is whole. */
  async read(): Promise<Worked | null> {
    try {
      const pack = packOf(await readFile(this.#path));
      if (!pack) return null;
      const { key, archive, index } = pack.json as { key: string; archive: unknown; index: unknown };
      if (key !== this.#key) return null;
      const loaded = await inSlices(
        unpackSteps({ json: archive, columns: under(ARCHIVE, pack.columns) }, this.#folder),
      );
      return {
        loaded,
        index: unpackIndex({ json: index, columns: under(INDEX, pack.columns) }, loaded.archive),
      };
    } catch {
      // Whatever is wrong with it, it can be done without.
      return null;
    }
  }

  /** Written beside its place and moved there, so that nobody ever reads half of one. Does nothing where it can't. */
  async write({ loaded, index }: Worked): Promise<void> {
    const beside = `${this.#path}.${process.pid}`;
    try {
      const archivePack = packArchive(loaded);
      const indexPack = packIndex(index);
      const bytes = bytesOf({
        json: { key: this.#key, archive: archivePack.json, index: indexPack.json },
        columns: { ...above(ARCHIVE, archivePack.columns), ...above(INDEX, indexPack.columns) },
      });
      await makeFolder(dirname(this.#path));
      await writeFile(beside, bytes, { mode: 0o600 });
      await rename(beside, this.#path);
      await this.#clearUnfinished();
    } catch {
      await rm(beside, { force: true }).catch(() => {});
    }
  }

  /** Removes what writers that were killed have left. What is older than an hour is nobody's any more. */
  async #clearUnfinished(): Promise<void> {
    const folder = dirname(this.#path);
    for (const name of await readdir(folder)) {
      if (!name.startsWith(`${basename(this.#path)}.`)) continue;
      const { mtimeMs } = await stat(join(folder, name));
      if (Date.now() - mtimeMs > UNFINISHED_FOR_MS) await rm(join(folder, name), { force: true });
    }
  }
}

/**
 * Makes a folder with those above it. Not by `recursive`, which in Node 20 never ends where a folder exists and takes
 * no other (/proc).
 *
 * @throws Error with the system's code, where it can't.
 */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return;
    if (code !== "ENOENT" || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path, { mode: 0o700 });
  }
}

function above<Value>(prefix: string, values: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value]));
}

function under<Value>(prefix: string, values: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value]),
  );
}
