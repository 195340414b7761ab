import type { Readable } from "node:stream";

/** Gathers what a child process writes: what has come so far. */
export function gathered(stream: Readable): () => string {
  let text = "";
  stream.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  return () => text;
}
