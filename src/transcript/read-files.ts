import { join } from "node:path";
import { readSourceFile, type SourceFile } from "./source-file.ts";

/** How many files are read at once: enough that a disk has always something to do. */
const AT_ONCE = 32;

/** Reads files of a folder, in any order; by name the file, or why it can't be read. */
export async function readFiles(
  folder: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, SourceFile | Error>> {
  const files = new Map<string, SourceFile | Error>();
  const left = names.values();
  const readOn = async (): Promise<void> => {
    for (const name of left) {
      const file = await readSourceFile(join(folder, name), name).catch((error: unknown) =>
        error instanceof Error ? error : new Error(String(error)),
      );
      files.set(name, file);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, readOn));
  return files;
}
