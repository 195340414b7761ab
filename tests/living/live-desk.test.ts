import { mkdir, rename, rm, symlink, unlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { livingFolder, pause, saying, WITHIN } from "./living-folder.ts";

const within = { timeout: WITHIN, interval: 20 };
/** Longer than anything that is under way could take. */
const A_WHILE = 1800;

describe("a folder that is served", () => {
  it("takes up a transcript that is added, changed and removed", async () => {
    const { ids, text, write, path, notes } = await livingFolder({ "a.txt": saying("It will") });
    await write("b.txt", saying("It may"));
    await expect.poll(ids, within).toEqual(["a", "b"]);
    await write("b.txt", saying("It must"));
    await expect.poll(() => text("b"), within).toBe(saying("It must"));
    await unlink(path("a.txt"));
    await expect.poll(ids, within).toEqual(["b"]);
    expect(notes).toEqual([
      { level: "info", message: "Added: b.txt. 2 interviews are served now." },
      { level: "info", message: "Changed: b.txt. 2 interviews are served now." },
      { level: "info", message: "Removed: a.txt. 1 interview is served now." },
    ]);
  });

  it("takes up what an editor puts in the place of a file", async () => {
    const { text, replace } = await livingFolder({ "a.txt": saying("It will") });
    for (const words of ["It may", "It must", "It won’t"]) {
      await replace("a.txt", saying(words));
      await expect.poll(() => text("a"), within).toBe(saying(words));
    }
  });

  it("never misses a transcript that is away for a moment while it is saved", async () => {
    const { ids, text, path, write } = await livingFolder({
      "a.txt": saying("It will"),
      "b.txt": saying("No"),
    });
    let seenWithout = false;
    const watching = setInterval(() => {
      seenWithout ||= ids().length < 2;
    }, 5);
    await rename(path("a.txt"), path("a.txt~"));
    await pause(150);
    await write("a.txt", saying("It may"));
    await unlink(path("a.txt~"));
    await expect.poll(() => text("a"), within).toBe(saying("It may"));
    clearInterval(watching);
    expect(seenWithout).toBe(false);
  });

  it("waits for a transcript that is written in pieces", async () => {
    const { text, path, notes } = await livingFolder({ "a.txt": saying("It will") });
    const pieces = Array.from({ length: 8 }, (_, at) => `“Piece ${at},” Anna Lund replied.\n`);
    const seen = new Set<string | undefined>();
    const watching = setInterval(() => seen.add(text("b")), 10);
    for (const [at] of pieces.entries()) {
      await writeFile(path("b.txt"), pieces.slice(0, at + 1).join(""));
      await pause(at === 0 ? 400 : 250);
    }
    await expect.poll(() => text("b"), within).toBe(pieces.join(""));
    clearInterval(watching);
    seen.add(text("b"));
    expect([...seen].filter((one) => one !== undefined)).toEqual([pieces.join("")]);
    expect(notes).toHaveLength(1);
  });

  it("takes up a change to the yaml alone, with the same statements", async () => {
    const { interview, write, path, live } = await livingFolder({ "a.txt": saying("It will") });
    const before = interview("a")?.statements.map(({ id }) => id);
    await write("a.yaml", "title: Bridges\n");
    await expect.poll(() => interview("a")?.title, within).toBe("Bridges");
    expect(interview("a")?.statements.map(({ id }) => id)).toEqual(before);
    await unlink(path("a.yaml"));
    await expect.poll(() => interview("a")?.title, within).toBe("a");
    expect(live.current.diagnostics).toEqual([]);
  });

  it("serves the last good version of one that is broken, and says so once, until it is mended", async () => {
    const { ids, text, write, path, notes, live } = await livingFolder({
      "a.txt": saying("It will"),
      "b.txt": saying("It may"),
    });
    const broken = (last: number) => Uint8Array.from([0x61, 0x0a, 0xff, last]);
    await write("a.txt", broken(1));
    await expect.poll(() => notes.length, within).toBe(2);
    expect(notes.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^a\.txt:2:1: error: byte 2 \(0xff\) is not valid UTF-8\. Save/u),
      "Can’t be read any more: a.txt. Until it is mended, the last good version is served.",
    ]);
    expect(text("a")).toBe(saying("It will"));
    expect(live.current.held).toEqual(["a.txt"]);

    // Another file changes, and the same broken one is saved again: nothing new is to be said about it.
    await write("b.txt", saying("It must"));
    await write("a.txt", broken(1));
    await expect.poll(() => text("b"), within).toBe(saying("It must"));
    await pause(A_WHILE);
    expect(notes.slice(2).map(({ message }) => message)).toEqual([
      "Changed: b.txt. 2 interviews are served now.",
    ]);
    expect(ids()).toEqual(["a", "b"]);

    await write("a.txt", Uint8Array.from([0xff]));
    await expect.poll(() => notes.length, within).toBe(4);
    expect(notes[3]?.message).toMatch(/^a\.txt:1:1: error: byte 0/u);

    await write("a.txt", saying("It did"));
    await expect.poll(() => text("a"), within).toBe(saying("It did"));
    expect(notes.slice(4).map(({ message }) => message)).toEqual([
      "Changed: a.txt. 2 interviews are served now.",
      "Mended: a.txt.",
    ]);
    await write("a.txt", broken(1));
    await unlink(path("a.txt"));
    await expect.poll(ids, within).toEqual(["b"]);
    expect(live.current.held).toEqual([]);
  });

  it("serves on what a broken yaml belongs to", async () => {
    const { interview, write, notes } = await livingFolder({
      "a.txt": saying("It will"),
      "a.yaml": "title: Bridges\n",
    });
    await write("a.yaml", "title: [\n");
    await expect.poll(() => notes.length, within).toBe(2);
    expect(notes[0]?.message).toMatch(/^a\.yaml:2:1: error: not valid YAML/u);
    expect(interview("a")?.title).toBe("Bridges");
    await write("a.yaml", "title: Piers\n");
    await expect.poll(() => interview("a")?.title, within).toBe("Piers");
  });

  it("takes up fifty at once in few goes", async () => {
    const { ids, write, notes } = await livingFolder({ "a.txt": saying("It will") });
    const names = Array.from({ length: 50 }, (_, at) => `many-${10 + at}`);
    await Promise.all(names.map((name) => write(`${name}.txt`, saying(name))));
    await expect.poll(() => ids().length, within).toBe(51);
    expect(notes.length).toBeLessThanOrEqual(2);
    expect(notes[0]?.message).toMatch(/ and \d+ more\. /u);
  });

  it("neither reads nor parses again what hasn't changed", async () => {
    const { interview, write, path, live } = await livingFolder({
      "a.txt": saying("It will"),
      "a.yaml": "title: Bridges\n",
      "b.txt": saying("It may"),
    });
    const [a, b] = [interview("a"), interview("b")];
    await write("b.txt", saying("It must"));
    await expect.poll(() => interview("b"), within).not.toBe(b);
    expect(interview("a")).toBe(a);
    const { desk } = live.current;
    // Written once more with the same words, or only touched: read, and then known by its bytes.
    await write("a.txt", saying("It will"));
    await utimes(path("a.yaml"), new Date(), new Date());
    const stamp = live.current.made.folder.reads.get("a.txt")?.stamp;
    await expect.poll(() => live.current.made.folder.reads.get("a.txt")?.stamp, within).not.toBe(stamp);
    expect(interview("a")).toBe(a);
    expect(live.current.desk).toBe(desk);
  });

  it("notices a change that leaves size and time as they were", async () => {
    const { text, write, path } = await livingFolder({ "a.txt": saying("It will") });
    const then = new Date(2020, 1, 1);
    await utimes(path("a.txt"), then, then);
    await pause(500);
    await write("a.txt", saying("It wont"));
    await utimes(path("a.txt"), then, then);
    await expect.poll(() => text("a"), within).toBe(saying("It wont"));
  });

  it("lets those who began with a desk end with it", async () => {
    const { live, write, text } = await livingFolder({ "a.txt": saying("The bridge will stand") });
    const begun = live.current;
    const [statement] = begun.desk.search.quote({ text: "The bridge will stand", limit: 1 }).matches;
    await write("a.txt", saying("The bridge has fallen"));
    await expect.poll(() => text("a"), within).toContain("fallen");
    const again = begun.desk.search.quote({ text: "The bridge will stand", limit: 1 }).matches[0];
    expect(again?.statement).toBe(statement?.statement);
    const id = statement?.statement.id ?? "";
    expect(begun.desk.archive.lookUp(id).found).toBe("statement");
    expect(live.current.desk.archive.lookUp(id)).toEqual({ found: "gone", id });
  });

  it("serves on while the folder is away, and says so once", async () => {
    const { ids, above, folder, notes, write, text } = await livingFolder({ "a.txt": saying("It will") });
    await rename(folder, join(above, "elsewhere"));
    await expect.poll(() => notes.length, within).toBe(1);
    expect(notes[0]?.level).toBe("error");
    expect(notes[0]?.message).toMatch(
      /can't be read \(ENOENT\).* What was read before is served on: 1 interview\.$/u,
    );
    await pause(A_WHILE);
    expect(notes).toHaveLength(1);
    expect(ids()).toEqual(["a"]);
    await rename(join(above, "elsewhere"), folder);
    await expect.poll(() => notes.length, within).toBe(2);
    expect(notes[1]).toEqual({ level: "info", message: "The folder of transcripts can be read again." });
    await write("a.txt", saying("It must"));
    await expect.poll(() => text("a"), within).toBe(saying("It must"));
  });

  it("doesn't empty itself over a folder that is filled anew", async () => {
    const { ids, folder, notes, write, text } = await livingFolder({ "a.txt": saying("It will") });
    await rm(folder, { recursive: true });
    await mkdir(folder);
    await pause(600);
    expect(ids()).toEqual(["a"]);
    await write("a.txt", saying("It must"));
    await expect.poll(() => text("a"), within).toBe(saying("It must"));
    expect(notes.filter(({ message }) => message.startsWith("Removed"))).toEqual([]);
  });

  it("warns when the last transcript goes", async () => {
    const { ids, path, notes } = await livingFolder({ "a.txt": saying("It will") });
    await unlink(path("a.txt"));
    await expect.poll(ids, within).toEqual([]);
    expect(notes).toEqual([{ level: "warn", message: "Removed: a.txt. 0 interviews are served now." }]);
  });

  it("follows links as container platforms swap them", async () => {
    const { folder, path, text, ids } = await livingFolder();
    for (const [version, words] of [
      ["..2026_01", "It will"],
      ["..2026_02", "It must"],
    ] as const) {
      await mkdir(path(version));
      await writeFile(join(path(version), "a.txt"), saying(words));
    }
    await symlink("..2026_01", path("..data"));
    await symlink(join("..data", "a.txt"), path("a.txt"));
    await expect.poll(ids, within).toEqual(["a"]);
    expect(text("a")).toBe(saying("It will"));
    await symlink("..2026_02", path("..data_tmp"));
    await rename(path("..data_tmp"), path("..data"));
    await rm(path("..2026_01"), { recursive: true });
    await expect.poll(() => text("a"), within).toBe(saying("It must"));
    expect(folder).not.toBe("");
  });

  it("says of a file that never comes to rest why it isn't read, and reads it once it does", async () => {
    const { write, notes, text } = await livingFolder({ "a.txt": saying("It will") });
    let words = saying("It may");
    const writing = setInterval(() => {
      words += "“And so on,” Anna Lund replied.\n";
      void write("b.txt", words);
    }, 300);
    await expect.poll(() => notes.length, { timeout: 18_000 }).toBe(1);
    clearInterval(writing);
    expect(notes[0]?.message).toMatch(/^b\.txt: warning: the file changes all the time/u);
    expect(text("b")).toBeUndefined();
    await expect.poll(() => text("b"), within).toBe(words);
    expect(notes).toHaveLength(2);
  }, 25_000);

  it("looks no more once it is closed", async () => {
    const { ids, write, live, notes } = await livingFolder({ "a.txt": saying("It will") });
    live.close();
    await write("b.txt", saying("It may"));
    await pause(A_WHILE);
    expect([ids(), notes]).toEqual([["a"], []]);
  });

  it("goes on when whoever is told of a change fails", async () => {
    const { text, write, live, notes } = await livingFolder({ "a.txt": saying("It will") });
    Object.defineProperty(notes, "push", {
      value: () => {
        throw new Error("EPIPE");
      },
    });
    await write("a.txt", saying("It may"));
    await expect.poll(() => text("a"), within).toBe(saying("It may"));
    await write("a.txt", saying("It must"));
    await expect.poll(() => text("a"), within).toBe(saying("It must"));
    expect(live.current.held).toEqual([]);
  });
});
