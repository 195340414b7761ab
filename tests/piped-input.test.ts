import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { hasPipedLines } from "../src/piped-input.ts";
import { linesOf } from "../src/terminal/lines.ts";

describe("lines that are piped in", () => {
  it("are noticed, however late they come within a second, and none is lost", async () => {
    const input = new PassThrough();
    setTimeout(() => input.end("was it about nato\nand then\n"), 200);
    expect(await hasPipedLines(input)).toBe(true);
    const lines: string[] = [];
    for await (const line of linesOf(input)) lines.push(line);
    expect(lines).toEqual(["was it about nato", "and then"]);
  });

  it("aren't there at a terminal, from nothing, or from a program that says nothing", async () => {
    expect(await hasPipedLines(Object.assign(new PassThrough(), { isTTY: true }))).toBe(false);
    expect(await hasPipedLines(Readable.from([]))).toBe(false);
    expect(await hasPipedLines(new PassThrough())).toBe(false);
    const broken = new PassThrough();
    setTimeout(() => broken.destroy(new Error("gone")), 10);
    expect(await hasPipedLines(broken)).toBe(false);
  });
});
