import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { bundledTranscripts, jsonLines, runProgram } from "./run-program.ts";

describe("check", () => {
  it("finds nothing wrong with the interviews that come with the project", async () => {
    const { code, output, errors } = await runProgram(["check", "--json"]);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(jsonLines(output)).toMatchObject([
      {
        file: join(bundledTranscripts, "lukashenko-brics.txt"),
        errors: [],
        warnings: [],
        interview: { grade: null },
      },
    ]);
  });

  it("ends with 2 for bad usage, with nothing on standard output", async () => {
    const { code, output, errors } = await runProgram(["check", "--wrong"]);
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors).toContain("npm run -s check -- --help");
  });
});

describe("add", () => {
  it("reads standard input, and its yaml leads to the schema", async () => {
    const folder = mkdtempSync(join(tmpdir(), "interviews-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const given = readFileSync(join(bundledTranscripts, "lukashenko-brics.txt"), "utf8");
    const { code, output, errors } = await runProgram(["add", "--json", "--name", "summit.txt", "-"], {
      given,
      environment: { TRANSCRIPTS_DIR: folder },
    });
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(jsonLines(output)).toMatchObject([
      { added: [join(folder, "summit.txt"), join(folder, "summit.yaml")] },
    ]);
    expect(readFileSync(join(folder, "summit.txt"), "utf8")).toBe(given);
    const yaml = join(folder, "summit.yaml");
    const schema = /\$schema=(\S+)/u.exec(readFileSync(yaml, "utf8"))?.[1] ?? "";
    expect(existsSync(resolve(dirname(yaml), decodeURIComponent(schema)))).toBe(true);
    const check = await runProgram(["check", yaml]);
    expect(check).toMatchObject({ code: 0, output: expect.stringContaining(": fine\n") });
  });
});
