import { existsSync } from "node:fs";
import { appendFile, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type OpenedDesk, openDesk } from "../src/open-desk.ts";
import type { Interview } from "../src/transcript/interview.ts";

let transcripts = "";
let cache = "";

/** A few conventions of printed interviews, over and over with other words: enough for a snapshot to be kept. */
function longInterview(seed: number): string {
  const lines: string[] = [];
  for (let at = 0; at < 2600; at += 1) {
    const n = `${seed}${at}`;
    lines.push(
      `I asked Anna Lund why tram ${n} was late again.`,
      `“Because bridge ${n} [the old one] was shut,” Anna Lund replied. “Nobody told us ‘Überführung ${n}’ would close.”`,
      `The harbour of district ${n} lay in fog.`,
      `“And whose fault was that in ${1900 + (at % 100)}?” I asked.`,
      `“The council’s,” said Boris Reed, who keeps the books.`,
    );
  }
  return lines.join("\n");
}

const SIDECAR = `title: Trams
url: https://news.example/trams?page=1#late
speakers:
  - { name: Anna Lund, role: guest }
  - { name: Vera Holm, role: interviewer }
topics:
  - { name: Bridges, aliases: [crossings], lines: ["1-40"] }
`;

beforeEach(async () => {
  transcripts = await mkdtemp(join(tmpdir(), "transcripts-"));
  cache = await mkdtemp(join(tmpdir(), "cache-"));
  await writeFile(join(transcripts, "trams.txt"), longInterview(1));
  await writeFile(join(transcripts, "trams.yaml"), SIDECAR);
  await writeFile(join(transcripts, "ferries.txt"), "“Never,” said Anna Lund.\n“Never?” I asked.\n");
  await writeFile(join(transcripts, "notes.pdf"), "");
});

afterEach(async () => {
  await rm(transcripts, { recursive: true });
  await rm(cache, { recursive: true });
});

/** Opens the desk; `read` tells whether anything had to be read from the transcripts. */
async function open(cacheFolder: string | null = cache) {
  let read = false;
  const desk = await openDesk(transcripts, {
    cacheFolder,
    progress: () => {
      read = true;
    },
  });
  return { desk, read };
}

async function openAndKeep() {
  const opened = await open();
  await expect.poll(() => readdir(cache)).toEqual([expect.stringMatching(/^[0-9a-f]{16}\.snapshot$/u)]);
  return opened;
}

/** Everything that is known of an archive, without its cycles. */
function everythingIn({ desk, diagnostics, leftOut }: OpenedDesk) {
  const interviews = desk.archive.interviews.map((interview: Interview) => ({
    ...interview,
    source: [interview.source.file.name, interview.source.text],
    statements: interview.statements.map((statement) => ({ ...statement, interview: interview.id })),
  }));
  const answers = ["why was tram 1250 late", "whose falt was that in 1950", "brigde 17", "überführung"].map(
    (text) => {
      const asked = desk.search.ask({ text, limit: 20 });
      const quoted = desk.search.quote({ text, limit: 20 });
      const topic = desk.search.topic({ text, limit: 20 });
      return [asked, quoted, topic].map(({ outcome, confidence, matches }) => [
        outcome,
        confidence,
        matches.map(({ statement, score }) => [statement.id, score]),
      ]);
    },
  );
  return { interviews, diagnostics, leftOut, answers };
}

describe("a snapshot", () => {
  it("opens to what it was taken of, and saves reading it", async () => {
    const first = await openAndKeep();
    const second = await open();
    expect([first.read, second.read]).toEqual([true, false]);
    expect(everythingIn(second.desk)).toEqual(everythingIn(first.desk));
    expect(second.desk.desk.archive.interviews.map(({ url }) => url)).toEqual([
      null,
      "https://news.example/trams?page=1#late",
    ]);
    const [interview] = second.desk.desk.archive.interviews;
    const statement = interview?.statements[0];
    expect(statement?.speaker && interview?.speakers.includes(statement.speaker)).toBe(true);
  });

  it("counts for the very bytes of every file alone", async () => {
    await openAndKeep();
    await appendFile(join(transcripts, "ferries.txt"), "“Hardly ever,” said Anna Lund.\n");
    const changed = await open();
    expect(changed.read).toBe(true);
    expect(changed.desk.desk.archive.interview("ferries")?.statements).toHaveLength(3);
  });

  it("counts no more when a file that isn't read comes or goes", async () => {
    await openAndKeep();
    await rm(join(transcripts, "notes.pdf"));
    const changed = await open();
    expect([changed.read, changed.desk.diagnostics.length]).toEqual([true, 0]);
  });

  it("goes into folders made for it, and clears away what a writer that was killed has left", async () => {
    const whole = cache;
    cache = join(cache, "as", "deep", "as this");
    await openAndKeep();
    const [name = ""] = await readdir(cache);
    const [old, young] = [join(cache, `${name}.1`), join(cache, `${name}.2`)];
    await writeFile(old, "half");
    await utimes(old, new Date(0), new Date(0));
    await writeFile(young, "half");
    await appendFile(join(transcripts, "ferries.txt"), "“Hardly ever,” said Anna Lund.\n");
    await open();
    await expect.poll(() => readdir(cache)).toEqual([name, `${name}.2`]);
    cache = whole;
  });

  it.runIf(existsSync("/proc"))("is done without where no folder can be made, and ends", async () => {
    const { desk } = await open("/proc/no such folder/snapshots");
    expect(desk.desk.archive.interviews).toHaveLength(2);
  });

  it("is done without when a single bit of it is wrong", async () => {
    const first = await openAndKeep();
    const path = join(cache, (await readdir(cache))[0] ?? "");
    const whole = await readFile(path);
    for (const place of [0, 33, 200, Math.floor(whole.length / 2), whole.length - 1]) {
      const damaged = Buffer.from(whole);
      damaged[place] = (damaged[place] ?? 0) ^ 4;
      await writeFile(path, damaged);
      const opened = await open();
      expect(opened.read).toBe(true);
      expect(everythingIn(opened.desk)).toEqual(everythingIn(first.desk));
      await expect.poll(async () => (await readFile(path)).equals(whole)).toBe(true);
    }
  });

  it.each([0, 10, 5000])("is done without when it was cut off after %i bytes", async (length) => {
    await openAndKeep();
    const path = join(cache, (await readdir(cache))[0] ?? "");
    await writeFile(path, (await readFile(path)).subarray(0, length));
    expect((await open()).read).toBe(true);
  });

  it("is neither kept nor read when it is turned off", async () => {
    await openAndKeep();
    expect((await open(null)).read).toBe(true);
  });

  it("is not kept where nothing can be written", async () => {
    const opened = await open(join(transcripts, "trams.txt"));
    expect(opened.read).toBe(true);
    expect(opened.desk.desk.archive.interviews).toHaveLength(2);
  });

  it("is not kept of a few interviews", async () => {
    await writeFile(join(transcripts, "trams.txt"), "“Yes,” said Anna Lund.\n".repeat(45));
    await open();
    await new Promise((done) => setTimeout(done, 50));
    expect(await readdir(cache)).toEqual([]);
  });
});
