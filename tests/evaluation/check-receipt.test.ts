import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Receipt, receiptOf } from "../../src/reply/receipt.ts";
import { BOAT, captioned } from "../reply/readings.ts";
import { bundledArchive, interviewOf } from "../search/archives.ts";

const script = "evaluation/check-receipt.mjs";
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "receipts-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Checked {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs the script as people do, on a receipt and a file that holds these bytes. */
function run(words: readonly string[], given = ""): Promise<Checked> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script, ...words], (error, output, errors) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, output, errors });
    });
    child.stdin?.on("error", () => {});
    child.stdin?.end(given);
  });
}

let written = 0;
function fileWith(content: string | Uint8Array): string {
  written += 1;
  const path = join(folder, `file-${written}`);
  writeFileSync(path, content);
  return path;
}

function check(receipt: unknown, content: string | Uint8Array): Promise<Checked> {
  return run([fileWith(JSON.stringify(receipt)), fileWith(content)]);
}

/** Two code units a character, a byte order mark, and lines as Windows ends them. */
const ASTRAL = [
  "\ufeff𝒳 marks the spot.",
  "“Was it 𝒳?” I asked.",
  "“𝒳𝒳 it was,” Ada Fern said. “👍🏽 [sic] and on.",
  "“And on.”",
  "“Then it was 👩‍👩‍👧‍👦 again?” I asked.",
].join("\r\n");

function astralReceipt(): Receipt {
  const said = interviewOf("astral", ASTRAL).statements.find(({ kind }) => kind === "statement");
  if (!said) throw new Error("nothing was said");
  return receiptOf(said);
}

describe("a genuine receipt", () => {
  it("is one for every statement of the bundled interview", async () => {
    const text = "transcripts/lukashenko-brics.txt";
    const statements = [...(await bundledArchive()).statements()];
    expect(statements).toHaveLength(29);
    for (const statement of statements) {
      const { code, output, errors } = await run(["-", text], JSON.stringify(receiptOf(statement)));
      expect({ code, errors }).toEqual({ code: 0, errors: "" });
      expect(output).toMatch(/\ngenuine\n$/u);
      expect(output).not.toContain("FAILED");
    }
  }, 60_000);

  it("may be of a file with a byte order mark, characters of two units and Windows lines", async () => {
    const { place } = astralReceipt();
    expect(place.utf16.start).not.toBe(place.codePoints.start);
    expect(await check(astralReceipt(), ASTRAL)).toMatchObject({ code: 0 });
  });

  it("may be of all there is in a file", async () => {
    const [only] = interviewOf("only", "Nothing was said.").statements;
    if (!only) throw new Error("there is no narration");
    expect(await check(receiptOf(only), "Nothing was said.")).toMatchObject({ code: 0 });
  });
});

describe("a receipt that was tampered with", () => {
  const shifted = ({ start, end }: { start: number; end: number }, by: number) => ({
    start: start + by,
    end: end + by,
  });
  const tampered: readonly (readonly [what: string, change: (receipt: Receipt) => unknown, says: string])[] =
    [
      ["the hash of the file", (r) => ({ ...r, sha256: r.wordsSha256 }), "the file has the SHA-256"],
      ["the hash of the words", (r) => ({ ...r, wordsSha256: r.sha256 }), "the words have the SHA-256"],
      ["a word", (r) => withQuote(r, { exact: r.selector[1].exact.replace("was", "is!") }), "UTF-16 units"],
      ["the prefix", (r) => withQuote(r, { prefix: `x${r.selector[1].prefix.slice(1)}` }), "the prefix"],
      ["a prefix that is gone", (r) => withQuote(r, { prefix: "" }), "the prefix"],
      ["the suffix", (r) => withQuote(r, { suffix: `${r.selector[1].suffix.slice(0, -1)}x` }), "the suffix"],
      ["a suffix that is no text", (r) => withQuote(r, { suffix: null }), "the suffix"],
      [
        "the units",
        (r) => ({ ...r, place: { ...r.place, utf16: shifted(r.place.utf16, 1) } }),
        "UTF-16 units",
      ],
      [
        "units in place of code points",
        (r) => withPlace(r, { codePoints: r.place.utf16 }),
        "the code points say",
      ],
      [
        "half a unit",
        (r) => withPlace(r, { codePoints: shifted(r.place.codePoints, 0.5) }),
        "the code points say",
      ],
      [
        "an end beyond the words",
        (r) => withPlace(r, { codePoints: { ...r.place.codePoints, end: r.place.codePoints.end + 1 } }),
        "the code points say",
      ],
      [
        "the W3C position",
        (r) => ({ ...r, selector: [{ ...r.selector[0], start: r.selector[0].start - 1 }, r.selector[1]] }),
        "the W3C position",
      ],
      ["a W3C position that is gone", (r) => ({ ...r, selector: [r.selector[1]] }), "the W3C position"],
      ["the lines", (r) => ({ ...r, lines: [r.lines[0], r.lines[1] + 1] }), "these lines"],
      ["what was spoken", (r) => withSpoken(r, 1), "what was spoken"],
      ["something spoken elsewhere", (r) => withSpoken(r, -40), "what was spoken"],
    ];

  it.each(tampered)("is found out: %s", async (_what, change, says) => {
    const { code, output } = await check(change(astralReceipt()), ASTRAL);
    expect(code).toBe(1);
    expect(output).toMatch(/\nnot genuine\n$/u);
    expect(output.split("\n").some((line) => line.startsWith("FAILED") && line.includes(says))).toBe(true);
  });

  it("is found out when a single character of the file is another", async () => {
    const elsewhere = ASTRAL.replace("again?” I asked", "again?” I acked");
    const { code, output } = await check(astralReceipt(), elsewhere);
    expect(code).toBe(1);
    expect(output.match(/FAILED/gu)).toHaveLength(1);
    expect((await check(astralReceipt(), ASTRAL.replaceAll("\r\n", "\n"))).code).toBe(1);
    expect((await check(astralReceipt(), ASTRAL.slice(1))).code).toBe(1);
    const broken = await check(astralReceipt(), Uint8Array.from([0xff, 0x41]));
    expect(broken).toMatchObject({ code: 1, errors: "" });
    expect(broken.output).toContain("FAILED  the file is UTF-8 text");
  });

  function withQuote(receipt: Receipt, change: object) {
    return { ...receipt, selector: [receipt.selector[0], { ...receipt.selector[1], ...change }] };
  }
  function withPlace(receipt: Receipt, change: object) {
    return { ...receipt, place: { ...receipt.place, ...change } };
  }
  function withSpoken(receipt: Receipt, by: number) {
    const [first, ...rest] = receipt.spoken;
    if (!first) throw new Error("nothing was spoken");
    return { ...receipt, spoken: [{ ...first, utf16: shifted(first.utf16, by) }, ...rest] };
  }
});

describe("a receipt of a file that isn’t plain text", () => {
  const { interview, file } = captioned("boat", BOAT);
  const receipt = (): Receipt => {
    const [, said] = interview.statements;
    if (!said) throw new Error("nothing was said");
    return receiptOf(said);
  };

  it("is genuine, and says what is left to a reader", async () => {
    const { code, output } = await check(receipt(), file);
    expect({ code, failed: output.match(/FAILED.*/gu) }).toEqual({ code: 0, failed: null });
    expect(output).toContain("ok      the words shown are the file’s own, its mark-up read");
    expect(output).toContain('whether "Ada Fern" says it.');
    // Words that were left out would stand here.
    expect(output).toContain(
      'whether this is mark-up, and no words were left out: "\\n\\n6 --> 9\\n<Ada Fern>".',
    );
    expect(output).toContain('whether &hellip; stands for "…" in HTML.');
  });

  it("is genuine of every statement, whoever speaks", async () => {
    for (const statement of interview.statements) {
      expect(await check(receiptOf(statement), file)).toMatchObject({ code: 0 });
    }
  });

  type Shown = NonNullable<Receipt["shown"]>;
  const withRun = (shown: Shown, wanted: string, change: object): Shown => ({
    ...shown,
    runs: shown.runs.map((run) => (run.text === wanted ? { ...run, ...change } : run)),
  });
  it.each<readonly [string, (shown: Shown) => unknown]>([
    ["a word that is another", (s) => ({ ...s, text: s.text.replace("mine", "mice") })],
    [
      "a word that is another in its run, too",
      (s) => withRun({ ...s, text: "Tom & mice" }, " mine", { text: " mice" }),
    ],
    [
      "an entity that stands for another sign",
      (s) => withRun({ ...s, text: s.text.replace("’", "!") }, "’", { text: "!" }),
    ],
    [
      "an escape that stands for another",
      (s) => withRun({ ...s, text: s.text.replace("é", "e") }, "é", { text: "e" }),
    ],
    [
      "an entity that stands for words",
      (s) => withRun({ ...s, text: s.text.replace("…", "no") }, "…", { text: "no" }),
    ],
    [
      "a gap that is a word",
      (s) => ({ ...s, runs: s.runs.map((run) => (run.start === run.end ? { ...run, text: "not" } : run)) }),
    ],
    ["a run that isn’t there", (s) => ({ ...s, runs: s.runs.slice(1) })],
    [
      "runs in another order",
      (s) => ({
        text: [...s.runs]
          .reverse()
          .map(({ text }) => text)
          .join(""),
        runs: [...s.runs].reverse(),
      }),
    ],
    [
      "a run from elsewhere",
      (s) =>
        withRun({ ...s, text: s.text.replace(" mine", "CAPTI") }, " mine", {
          start: 0,
          end: 5,
          text: "CAPTI",
        }),
    ],
    ["no runs", (s) => ({ text: s.text })],
  ])("is found out: %s", async (_what, change) => {
    const genuine = receipt();
    if (!genuine.shown) throw new Error("nothing is shown");
    const { code, output } = await check({ ...genuine, shown: change(genuine.shown) }, file);
    expect(code).toBe(1);
    expect(output).toContain("FAILED  the words shown are the file’s own, its mark-up read");
  });

  it("tells a reader of words that were left out", async () => {
    const genuine = receipt();
    const runs = (genuine.shown?.runs ?? []).filter(({ text }) => text !== "old");
    const shown = { text: runs.map(({ text }) => text).join(""), runs };
    const { output } = await check({ ...genuine, shown }, file);
    expect(output).toContain('no words were left out: "\\n\\n6 --> 9\\n<Ada Fern>", "old".');
  });
});

describe("what can't be checked", () => {
  it.each([
    ["nothing", []],
    ["a receipt alone", ["package.json"]],
    ["too much", ["package.json", "package.json", "package.json"]],
    ["a file there isn't", ["package.json", "no/such/file"]],
    ["a receipt there isn't", ["no/such/file", "package.json"]],
    ["another JSON", ["package.json", "package.json"]],
    ["no JSON", ["README.md", "package.json"]],
  ])("ends with 2 and a sentence: %s", async (_what, words) => {
    const { code, output, errors } = await run(words);
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors).not.toContain("    at ");
    expect(errors.length).toBeGreaterThan(10);
  });

  it("is a receipt of a version to come", async () => {
    expect(await check({ ...astralReceipt(), version: 2 }, ASTRAL)).toMatchObject({ code: 2, output: "" });
  });
});

it("is a script of at most 80 lines that needs nothing of ours", () => {
  const source = readFileSync(script, "utf8");
  expect(source.trimEnd().split("\n").length).toBeLessThanOrEqual(80);
  const imported = [...source.matchAll(/(?:from|import\(|require\()\s*["']([^"']+)/gu)].map(
    (found) => found[1],
  );
  expect(imported.every((name) => name?.startsWith("node:"))).toBe(true);
  expect(imported.length).toBeGreaterThan(0);
});
