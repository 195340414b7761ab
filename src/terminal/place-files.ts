import { randomBytes } from "node:crypto";
import { link, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A file to be, by its name in the folder. */
export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Whether a file of that name may be replaced. */
  readonly replaces: boolean;
}

/** A file of that name came to be while nobody looked. */
export class NameTaken extends Error {
  readonly file: string;

  constructor(file: string) {
    super(`${file} is there already`);
    this.name = "NameTaken";
    this.file = file;
  }
}

/**
 * Writes files so that each is there whole or not at all: under a hidden name first, which no reader of the folder
 * looks at, and moved once all are written. They are moved in the order given.
 * @throws NameTaken when one that may not be replaced is there; the error of the file system when it can't be done.
 */
export async function placeFiles(folder: string, files: readonly NewFile[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const mark = `${process.pid}-${randomBytes(4).toString("hex")}`;
  const unfinished = files.map(({ name }) => join(folder, `.${name}.${mark}.unfinished`));
  const placed: string[] = [];
  // A Ctrl-C within these moments waits until all or nothing is there.
  const wait = () => {};
  process.on("SIGINT", wait);
  try {
    for (const [at, { bytes }] of files.entries()) {
      await writeFile(unfinished[at] ?? "", bytes, { flag: "wx" });
    }
    for (const [at, { name, replaces }] of files.entries()) {
      const file = join(folder, name);
      await moveTo(unfinished[at] ?? "", file, replaces);
      if (!replaces) placed.push(file);
    }
  } catch (error) {
    await Promise.all(placed.map((file) => rm(file, { force: true })));
    throw error;
  } finally {
    await Promise.all(unfinished.map((file) => rm(file, { force: true })));
    process.off("SIGINT", wait);
  }
}

/** File systems without links say so by one of these. */
const NO_LINKS: ReadonlySet<unknown> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"]);

async function moveTo(unfinished: string, file: string, replaces: boolean): Promise<void> {
  if (replaces) return rename(unfinished, file);
  try {
    // Unlike a move, a link is refused where there is a file.
    await link(unfinished, file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EEXIST") throw new NameTaken(file);
    if (!NO_LINKS.has(code)) throw error;
    await rename(unfinished, file);
  }
}
