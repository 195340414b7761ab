import { expect, it } from "vitest";
import type { Io } from "../../src/terminal/io.ts";

it("a process is an Io", () => {
  const io: Io = { input: process.stdin, output: process.stdout, error: process.stderr, env: process.env };
  expect(io.env).toBe(process.env);
});
