import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadArchive } from "../../src/transcript/load-archive.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "transcripts-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function load(files: Record<string, string | Uint8Array>) {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const { archive, diagnostics } = await loadArchive(folder);
  return { ids: archive.interviews.map(({ id }) => id), archive, diagnostics };
}

const GOOD = "“Will it stand?” I asked.\n“It will.”";

describe("a folder of transcripts", () => {
  it("is read with what lies beside them", async () => {
    const { ids, archive, diagnostics } = await load({
      "b.txt": GOOD,
      "b.yaml": "title: Bridges",
      "a.txt": GOOD,
      "c.TXT": GOOD,
      "c.YML": "title: Piers",
      "README.md": "about this folder",
      ".hidden.txt": "",
    });
    expect(ids).toEqual(["a", "b", "c"]);
    expect(archive.interviews.map(({ title }) => title)).toEqual(["a", "Bridges", "Piers"]);
    expect(diagnostics).toEqual([]);
  });

  it("says which files it doesn't read, so that nobody takes an interview for lost", async () => {
    const { ids, diagnostics } = await load({ "a.txt": GOOD, "talk.docx": "x", "talk.rtf": "x" });
    expect(ids).toEqual(["a"]);
    expect(diagnostics).toMatchObject([
      { severity: "warning", file: "talk.docx", message: "this kind of file is not read." },
      { severity: "warning", file: "talk.rtf", message: "this kind of file is not read." },
    ]);
  });

  it.each([
    ["bytes that aren't UTF-8", { "bad.txt": Uint8Array.from([0x61, 0xff]) }, "bad.txt", 1],
    ["no text", { "bad.txt": "" }, "bad.txt", undefined],
    ["nothing but white space", { "bad.txt": " \n\r\n\ufeff" }, "bad.txt", undefined],
    ["a broken yaml", { "bad.txt": GOOD, "bad.yaml": "title: [" }, "bad.yaml", 1],
    ["an unknown setting", { "bad.txt": GOOD, "bad.yaml": "titel: A" }, "bad.yaml", 1],
    [
      "a topic about nothing",
      { "bad.txt": GOOD, "bad.yaml": "topics:\n  - {name: A, lines: [9]}" },
      "bad.yaml",
      2,
    ],
    [
      "a correction of nothing",
      { "bad.txt": GOOD, "bad.yaml": "corrections:\n  - {line: 9, answers: 1}" },
      "bad.yaml",
      2,
    ],
  ])("serves the others when one has %s", async (_, files, file, line) => {
    const { ids, diagnostics } = await load({ "a.txt": GOOD, "z.txt": GOOD, ...files });
    expect(ids).toEqual(["a", "z"]);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toMatchObject([
      line === undefined ? { file } : { file, line },
    ]);
  });

  it("may hold links, and reports those that lead nowhere", async () => {
    await mkdir(join(folder, "sub"));
    await writeFile(join(folder, "sub", "original"), GOOD);
    await symlink(join(folder, "sub", "original"), join(folder, "a.txt"));
    await symlink(join(folder, "nowhere"), join(folder, "b.txt"));
    await symlink(join(folder, "nowhere"), join(folder, "c.yaml"));
    const { ids, diagnostics } = await load({ "c.txt": GOOD });
    expect(ids).toEqual(["a"]);
    expect(diagnostics).toMatchObject([
      { severity: "error", file: "b.txt", message: expect.stringContaining("ENOENT") },
      { severity: "error", file: "c.yaml", message: expect.stringContaining("ENOENT") },
    ]);
  });

  it("keeps the first of two that are called the same", async () => {
    const { ids, diagnostics } = await load({ "a.TXT": GOOD, "a.txt": GOOD });
    expect(ids).toEqual(["a"]);
    expect(diagnostics).toMatchObject([
      {
        severity: "error",
        file: "a.txt",
        message: expect.stringContaining("a.TXT, which differs only in its ending, has the same id"),
      },
    ]);
  });

  it("warns about a yaml without a transcript, and a second one beside the first", async () => {
    const { ids, diagnostics } = await load({ "a.txt": GOOD, "a.yaml": "", "a.yml": "", "stray.yaml": "" });
    expect(ids).toEqual(["a"]);
    expect(diagnostics.map(({ severity, file }) => [severity, file])).toEqual([
      ["warning", "a.yml"],
      ["warning", "stray.yaml"],
    ]);
  });

  it("passes on warnings about a transcript that is served", async () => {
    const { ids, diagnostics } = await load({ "a.txt": "“It will, she said.\nShe left." });
    expect(ids).toEqual(["a"]);
    expect(diagnostics).toMatchObject([{ severity: "warning", file: "a.txt", line: 1, column: 1 }]);
  });

  it("may be empty", async () => {
    expect(await load({})).toMatchObject({ ids: [], diagnostics: [] });
  });

  it("must exist", async () => {
    await expect(loadArchive(join(folder, "missing"))).rejects.toMatchObject({
      name: "DiagnosticError",
      diagnostics: [
        {
          severity: "error",
          message: expect.stringContaining("ENOENT"),
          advice: expect.stringContaining("TRANSCRIPTS_DIR"),
        },
      ],
    });
    await writeFile(join(folder, "file"), "");
    await expect(loadArchive(join(folder, "file"))).rejects.toMatchObject({ name: "DiagnosticError" });
  });
});
