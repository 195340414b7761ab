import { PassThrough } from "node:stream";
import type { Io } from "../../src/terminal/io.ts";

/** An Io whose output can be read while it is written to. */
export interface TestIo extends Io {
  readonly input: PassThrough & { readonly isTTY?: boolean };
  /** What was written so far. */
  shown(): string;
  complained(): string;
}

export function testIo(
  options: { terminal?: boolean; input?: string } & Partial<Omit<Io, "input">> = {},
): TestIo {
  const { terminal = false, input, ...rest } = options;
  const streamIn = Object.assign(new PassThrough(), { isTTY: terminal });
  const streamOut = Object.assign(new PassThrough(), { isTTY: terminal });
  const streamError = new PassThrough();
  if (input !== undefined) streamIn.end(input);
  const shown = collect(streamOut);
  const complained = collect(streamError);
  return { output: streamOut, error: streamError, env: {}, ...rest, input: streamIn, shown, complained };
}

function collect(stream: PassThrough): () => string {
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString("utf8");
}
