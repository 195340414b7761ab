import { PassThrough, Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf } from "../../src/terminal/lines.ts";

async function all(chunks: readonly (Buffer | string)[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(Readable.from(chunks))) lines.push(line);
  return lines;
}

describe("linesOf", () => {
  it("ends lines at LF and CRLF, and takes a last line without an end", async () => {
    expect(await all([Buffer.from("a\r\nb\n\nc")])).toEqual(["a", "b", "", "c"]);
    expect(await all([Buffer.from("a\n")])).toEqual(["a"]);
    expect(await all([])).toEqual([]);
  });

  it("doesn't break a line where only readline would", async () => {
    expect(await all([Buffer.from("a\u2028b\u2029c\rd\u0085e\n")])).toEqual(["a\u2028b\u2029c\rd\u0085e"]);
  });

  it("drops a byte order mark at the start only", async () => {
    expect(await all([Buffer.from("\ufeffa\n\ufeffb\n")])).toEqual(["a", "\ufeffb"]);
  });

  it("yields the same lines however the bytes arrive", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: "grapheme" }).map((line) => line.replace(/[\r\n\ufeff]/gu, "")),
          { minLength: 1 },
        ),
        fc.integer({ min: 1, max: 5 }),
        async (lines, size) => {
          const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(""));
          const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
            bytes.subarray(index * size, (index + 1) * size),
          );
          expect(await all(chunks)).toEqual(lines);
        },
      ),
    );
  });

  it("yields a line before the next has arrived", async () => {
    const stream = new PassThrough();
    const lines = linesOf(stream);
    stream.write("first\nsec");
    expect(await lines.next()).toEqual({ done: false, value: "first" });
    stream.end("ond\n");
    expect(await lines.next()).toEqual({ done: false, value: "second" });
    expect((await lines.next()).done).toBe(true);
  });
});
