import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, open, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { formatDiagnostic } from "../../src/transcript/diagnostic.ts";
import { loadArchive } from "../../src/transcript/load-archive.ts";

const GOOD = "“Will it stand?” I asked.\n“It will.”";

let above: string;
let folder: string;

beforeEach(async () => {
  above = await mkdtemp(join(tmpdir(), "odd-"));
  folder = join(above, "transcripts");
  await mkdir(folder);
  await writeFile(join(folder, "good.txt"), GOOD);
});

afterEach(() => rm(above, { recursive: true }));

const put = (name: string, content: string | Uint8Array = GOOD) => writeFile(join(folder, name), content);

/** What is served, and each diagnostic as it is printed. */
async function load() {
  const { archive, diagnostics, leftOut } = await loadArchive(folder);
  return {
    ids: archive.interviews.map(({ id }) => id),
    archive,
    leftOut,
    said: diagnostics.map(formatDiagnostic),
  };
}

const matching = (pattern: RegExp) => expect.stringMatching(pattern) as string;

describe("what isn't a file", () => {
  it.each([
    ["a pipe", (path: string) => execFileSync("mkfifo", [path])],
    ["a link to a device", (path: string) => symlink("/dev/zero", path)],
    ["a folder", (path: string) => mkdir(path)],
    [
      "a socket",
      async (path: string) => {
        const server = createServer();
        await new Promise<void>((done) => server.listen(path, done));
        server.unref();
      },
    ],
  ])("is never waited for: %s", async (what, make) => {
    await make(join(folder, "odd.txt"));
    await put("z.yaml", "");
    await put("z.txt");
    const { ids, leftOut, said } = await load();
    expect(ids).toEqual(["good", "z"]);
    expect(leftOut).toEqual(["odd.txt"]);
    expect(said).toEqual([
      matching(
        what.startsWith("a link")
          ? /^odd\.txt: error: the link leads out/u
          : /^odd\.txt: error: this is a .*, not a file/u,
      ),
    ]);
  });

  it("may be a yaml, and then its transcript is left out", async () => {
    execFileSync("mkfifo", [join(folder, "z.yaml")]);
    await put("z.txt");
    const { ids, said } = await load();
    expect(ids).toEqual(["good"]);
    expect(said).toEqual([matching(/^z\.yaml: error: this is a pipe/u)]);
  });

  it("is a folder with transcripts of its own, of which it is said that they aren't read", async () => {
    await mkdir(join(folder, "2023"));
    await mkdir(join(folder, "pictures"));
    await mkdir(join(folder, ".git"));
    await writeFile(join(folder, "2023", "lost.txt"), GOOD);
    await writeFile(join(folder, ".git", "config.txt"), GOOD);
    await writeFile(join(folder, "pictures", "a.png"), "");
    const { ids, said } = await load();
    expect(ids).toEqual(["good"]);
    expect(said).toEqual([matching(/^2023: warning: .* such as lost\.txt\. Move/u)]);
  });
});

describe("a link", () => {
  it("is followed within the folder, through other links and folders too", async () => {
    await mkdir(join(folder, "..2026_01"));
    await writeFile(join(folder, "..2026_01", "a.txt"), GOOD);
    await symlink("..2026_01", join(folder, "..data"));
    await symlink(join("..data", "a.txt"), join(folder, "a.txt"));
    const { ids, said } = await load();
    expect([ids, said]).toEqual([["a", "good"], []]);
  });

  it("is followed to the folder itself", async () => {
    const link = join(above, "current");
    await symlink("transcripts", link);
    expect((await loadArchive(link)).archive.interviews).toHaveLength(1);
  });

  it.each([
    ["out of the folder", "../secret.txt", /the link leads out of the folder/u],
    [
      "to a folder with a name that begins the same",
      "../transcripts-2/a.txt",
      /the link leads out of the folder/u,
    ],
    ["to a place of the machine", "/etc/passwd", /the link leads out of the folder/u],
    ["in a circle", "odd.txt", /can't be read \(ELOOP\)/u],
    ["nowhere", "nowhere.txt", /can't be read \(ENOENT\)/u],
  ])("%s is an error, and shows nothing", async (_, target, why) => {
    await mkdir(join(above, "transcripts-2"));
    await writeFile(join(above, "transcripts-2", "a.txt"), GOOD);
    await writeFile(join(above, "secret.txt"), GOOD);
    await symlink(target, join(folder, "odd.txt"));
    const { ids, said } = await load();
    expect(ids).toEqual(["good"]);
    expect(said).toEqual([matching(why)]);
  });
});

describe("a file's name", () => {
  it.each([
    "line\nbreak",
    "\u001b[31mred\u0007",
    "\u202egpj.exe",
    "100 % sure %s %n",
    "-rf",
    "emoji 👩‍👩‍👧",
    "عربي",
    "a\\b",
    "'\"`$(touch x)`",
    "x".repeat(251),
    " ",
    "con",
    "__proto__",
    "..x",
  ])("may be %j", async (name) => {
    await put(`${name}.txt`);
    const { ids, said } = await load();
    // Hidden files stay hidden.
    expect(ids.includes(name)).toBe(!name.startsWith("."));
    expect(said).toEqual([]);
    await put(`${name}.txt`, "");
    for (const line of (await load()).said) expect(line).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect((await load()).said).toHaveLength(name.startsWith(".") ? 0 : 1);
  });

  it("that is no UTF-8 is said to be so", async () => {
    const path = Buffer.concat([Buffer.from(join(folder, "caf")), Buffer.from([0xe9]), Buffer.from(".txt")]);
    const handle = await open(path, "w");
    await handle.close();
    const { ids, said } = await load();
    expect(ids).toEqual(["good"]);
    expect(said).toEqual([matching(/the file's name is not valid UTF-8\. Rename it/u)]);
  });

  it("in two encodings is one name: the second is an error that names both", async () => {
    await put("cafe\u0301.txt");
    await put("caf\u00e9.txt");
    const { ids, said, leftOut } = await load();
    expect(ids).toEqual(["caf\u00e9", "good"]);
    expect(leftOut).toEqual(["caf\u00e9.txt"]);
    expect(said).toEqual([
      matching(
        /^caf\u{e9}\.txt: error: the transcript cafe\u{301}\.txt, which differs only in how its letters are encoded, has the same id/u,
      ),
    ]);
  });

  it("finds its yaml in another encoding", async () => {
    await put("cafe\u0301.txt");
    await put("caf\u00e9.yaml", "title: Coffee\n");
    const { archive, said } = await load();
    expect(archive.interview("caf\u00e9")?.title).toBe("Coffee");
    expect(said).toEqual([]);
  });

  it("in other capitals is another name, with a warning", async () => {
    await put("Good.txt");
    const { ids, said } = await load();
    expect(ids).toEqual(["Good", "good"]);
    expect(said).toEqual([
      matching(/^good\.txt: warning: the transcript Good\.txt differs .* in capitals alone/u),
    ]);
  });

  it("with another ending has the same id: the second is an error that names both", async () => {
    await put("good.TXT");
    const { ids, said, leftOut } = await load();
    expect(ids).toEqual(["good"]);
    expect(leftOut).toEqual(["good.txt"]);
    expect(said).toEqual([matching(/^good\.txt: error: the transcript good\.TXT, .* has the same id/u)]);
  });
});

describe("a file's size", () => {
  it("has a limit that the error names", async () => {
    // Sparse: it takes no room.
    const handle = await open(join(folder, "large.txt"), "w");
    await handle.truncate(200 * 1024 * 1024);
    await handle.close();
    const yaml = await open(join(folder, "good.yaml"), "w");
    await yaml.truncate(10 * 1024 * 1024);
    await yaml.close();
    const begun = performance.now();
    const { ids, said } = await load();
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(ids).toEqual([]);
    expect(said).toEqual([
      matching(
        /^good\.yaml: error: the file is too large: a yaml of more than 512 KB is not read, and this has 10 MB/u,
      ),
      matching(
        /^large\.txt: error: the file is too large: a transcript of more than 64 MB is not read, and this has 200 MB/u,
      ),
    ]);
  });

  it("may be a million lines, or one of ten megabytes", async () => {
    await put("lines.txt", "“It will,” she said.\n".repeat(1_000_000));
    await put("line.txt", "“It will,” she said. ".repeat(500_000));
    await put("word.txt", "x".repeat(10_000_000));
    const { ids, said, archive } = await load();
    expect(ids).toEqual(["good", "line", "lines", "word"]);
    expect(said).toEqual([]);
    expect(archive.interview("lines")?.source.lineCount).toBe(1_000_000);
  }, 60_000);
});

describe("a file's words", () => {
  it.each([
    ["nothing", "", /^odd\.txt: error: the file has no text in it/u],
    ["white space", " \r\n\t\u00a0\n", /^odd\.txt: error: the file has no text in it/u],
    ["a byte order mark alone", "\ufeff", /^odd\.txt: error: the file has no text in it/u],
    ["a NUL byte", `${GOOD}\n\0`, /^odd\.txt:3:1: error: byte \d+ is NUL/u],
    ["UTF-16", Buffer.from(`\ufeff${GOOD}`, "utf16le"), /^odd\.txt:1:1: error: the file is UTF-16/u],
    ["Latin-1", Buffer.from("It was caf\u00e9 time.", "latin1"), /^odd\.txt:1:11: error: byte 10 \(0xe9\)/u],
    [
      "a picture",
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa]),
      /^odd\.txt:1:1: error: byte 0/u,
    ],
  ])("may be %s: an error, and the others are served", async (_, content, why) => {
    await put("odd.txt", content);
    const { ids, said } = await load();
    expect(ids).toEqual(["good"]);
    expect(said).toEqual([matching(why)]);
  });

  it("may be narration alone", async () => {
    await put("odd.txt", "It rained.\nThe mayor was away.\n");
    const { archive, said } = await load();
    expect(said).toEqual([]);
    expect(archive.interview("odd")?.statements.map(({ kind }) => kind)).toEqual(["narration", "narration"]);
  });

  it("may be those of a thousand speakers", async () => {
    const letters = "abcdefghij";
    const name = (at: number) =>
      `Ann ${String(at)
        .padStart(3, "0")
        .replace(/\d/gu, (digit) => letters[Number(digit)] ?? "")
        .replace(/^./u, (first) => first.toUpperCase())}son`;
    await put(
      "odd.txt",
      Array.from({ length: 1000 }, (_, at) => `“I am one of them,” said ${name(at)}.`).join("\n"),
    );
    const { archive, said } = await load();
    expect(said).toEqual([]);
    expect(archive.interview("odd")?.speakers).toHaveLength(1000);
    expect(archive.interview("odd")?.statements).toHaveLength(1000);
  });
});

describe("a folder's size", () => {
  it("may be a thousand transcripts that can't be read", async () => {
    for (let at = 0; at < 1000; at += 1) await put(`bad-${at}.txt`, Uint8Array.from([0xff]));
    const { ids, leftOut } = await load();
    expect([ids.length, leftOut.length]).toEqual([1, 1000]);
  });
});
