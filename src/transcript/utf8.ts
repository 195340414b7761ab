import { isUtf8 } from "node:buffer";
import { DiagnosticError } from "./diagnostic.ts";
import type { SourceFile } from "./source-file.ts";

/**
 * Decodes strictly: a transcript with one unreadable byte could be shown wrongly, so it isn't shown at all.
 * A byte order mark at the start is dropped, for it is no text.
 * @throws DiagnosticError with line, column and byte offset of what can't be read.
 */
export function decodeUtf8(file: SourceFile): string {
  const { bytes } = file;
  if (hasPrefix(bytes, [0xff, 0xfe]) || hasPrefix(bytes, [0xfe, 0xff])) {
    throw unreadable(file, 0, "the file is UTF-16, not UTF-8.");
  }
  if (!isUtf8(bytes)) {
    const offset = firstInvalidByte(bytes);
    const value = bytes[offset]?.toString(16).padStart(2, "0");
    throw unreadable(file, offset, `byte ${offset} (0x${value}) is not valid UTF-8.`);
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw unreadable(file, nul, `byte ${nul} is NUL, which no text file has.`);
  return new TextDecoder("utf-8").decode(bytes);
}

function unreadable(file: SourceFile, offset: number, message: string): DiagnosticError {
  const before = new TextDecoder("utf-8").decode(file.bytes.subarray(0, offset));
  const lines = before.split(/\r\n|\n|\r/);
  return new DiagnosticError([
    {
      severity: "error",
      file: file.name,
      line: lines.length,
      column: (lines.at(-1)?.length ?? 0) + 1,
      message,
      advice: "Save the file as UTF-8 text and try again.",
    },
  ]);
}

function hasPrefix(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((value, index) => bytes[index] === value);
}

/** Offset of the first byte of the first ill-formed sequence: the end of the longest prefix that decodes. */
function firstInvalidByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodesSoFar(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  // The prefix may end inside a sequence that is still open: step back to where that one begins.
  let start = low;
  while (start > 0 && low - start < 3 && !isUtf8(bytes.subarray(0, start))) start -= 1;
  return start;
}

function decodesSoFar(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
