import type { Readable } from "node:stream";

/** How long lines may take to come, in milliseconds: what stands before a pipe was started with us. */
const PATIENCE = 1000;

/**
 * Whether someone has piped lines in, which want to be answered one by one. Nothing is taken from the stream. A
 * terminal, an input with nothing in it, and one that stays open and says nothing, as a program's that started us,
 * aren't such.
 */
export async function hasPipedLines(input: Readable & { readonly isTTY?: boolean }): Promise<boolean> {
  if (input.isTTY === true) return false;
  return new Promise((resolve) => {
    const decide = (): void => {
      clearTimeout(timer);
      input.off("readable", decide);
      input.off("error", decide);
      resolve(input.readableLength > 0);
    };
    const timer = setTimeout(decide, PATIENCE);
    input.on("readable", decide);
    input.on("error", decide);
  });
}
