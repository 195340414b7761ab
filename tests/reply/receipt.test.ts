import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { receiptOf } from "../../src/reply/receipt.ts";
import { extentOf } from "../../src/transcript/interview.ts";
import { bundledArchive, bundledText, interviewOf } from "../search/archives.ts";
import { hostileInterviews } from "./hostile-interviews.ts";
import { BOAT, captioned } from "./readings.ts";

const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex");

const ASTRAL = [
  "\ufeff𝒳 marks the spot 👩‍👩‍👧‍👦.\r",
  "“Was it 𝒳?” I asked.\r",
  "“𝒳𝒳 it was,” Ada Fern said. “And 👍🏽 [so to say] on.”\r",
  "“Then it was 👩‍👩‍👧‍👦 again?” I asked.\r",
].join("\n");

describe("a receipt", () => {
  it("says of every bundled statement where its words stand, and hashes them", async () => {
    const text = await bundledText();
    for (const statement of (await bundledArchive()).statements()) {
      const receipt = receiptOf(statement);
      const { place, selector, wordsSha256, sha256: file, lines } = receipt;
      const [position, quote] = selector;
      expect(text.slice(place.utf16.start, place.utf16.end)).toBe(quote.exact);
      expect({ start: position.start, end: position.end }).toEqual(place.codePoints);
      expect([...text].slice(position.start, position.end).join("")).toBe(quote.exact);
      expect(wordsSha256).toBe(sha256(Buffer.from(quote.exact, "utf8")));
      expect(file).toBe(sha256(text));
      expect(text).toContain(quote.prefix + quote.exact + quote.suffix);
      expect(text.slice(0, place.utf16.start).split("\n").length).toBe(lines[0]);
      expect(receipt).toMatchObject({
        format: "on-the-record/receipt",
        version: 1,
        file: "lukashenko-brics.txt",
        statement: statement.id,
        speaker: statement.speaker?.name ?? null,
        kind: statement.kind,
        interview: { id: "lukashenko-brics", title: statement.interview.title },
      });
      expect(receipt.spoken.map(({ utf16 }) => utf16)).toEqual(statement.spoken);
      expect("url" in receipt || "link" in receipt).toBe(false);
      expect(JSON.parse(JSON.stringify(receipt))).toEqual(receipt);
    }
  });

  it("counts in both units, without the byte order mark", () => {
    const { statements, source } = interviewOf("astral", ASTRAL);
    const said = statements.find(({ kind }) => kind === "statement");
    if (!said) throw new Error("nothing was said");
    const { place, spoken, selector } = receiptOf(said);
    const text = ASTRAL.slice(1);
    const start = text.indexOf("“𝒳𝒳");
    expect(place.utf16.start).toBe(start);
    expect(place.codePoints.start).toBe([...text.slice(0, start)].length);
    expect(place.codePoints.start).toBeLessThan(place.utf16.start - 5);
    expect(spoken).toHaveLength(3);
    for (const { utf16, codePoints } of spoken) {
      const words = source.text.slice(utf16.start, utf16.end);
      expect([...source.text].slice(codePoints.start, codePoints.end).join("")).toBe(words);
    }
    const { prefix } = selector[1];
    expect(text.slice(0, start).endsWith(prefix)).toBe(true);
    expect(prefix).toContain("\r\n“Was it 𝒳?” I asked.\r\n");
  });

  it("repeats nothing at either end of the file, and cuts no character that is there", () => {
    const { statements } = interviewOf(
      "family",
      `${"👩‍👩‍👧‍👦".repeat(9)}\n“Yes,” Ada Fern said.\n${"e\u0301".repeat(40)}`,
    );
    const [first, said, last] = statements.map((one) => receiptOf(one).selector[1]);
    expect(first?.prefix).toBe("");
    expect(last?.suffix).toBe("");
    expect(said?.prefix).toBe(`${"👩‍👩‍👧‍👦".repeat(2)}\n`);
    expect(said?.suffix).toBe(`\n${"e\u0301".repeat(15)}`);
  });

  it("repeats at least one code point where marks are piled up without end", () => {
    const zalgo = `e${"\u0301".repeat(200)}`;
    const { statements } = interviewOf("zalgo", `${zalgo}\n\n“Yes,” Ada Fern said.`);
    const { prefix } = receiptOf(statements[1] ?? fail()).selector[1];
    expect(prefix).toBe("\n\n");
    const { source } = statements[0]?.interview ?? fail();
    expect(source.text.startsWith(zalgo)).toBe(true);
  });

  it("gives the page, and the page opened at the words, where there is one", () => {
    const { statements } = interviewOf(
      "there",
      "“Not at all,” Ada Fern said.",
      "url: https://news.example/a",
    );
    expect(receiptOf(statements[0] ?? fail())).toMatchObject({
      url: "https://news.example/a",
      link: "https://news.example/a#:~:text=Not%20at%20all%2C%E2%80%9D%20Ada%20Fern%20said",
    });
  });

  it("holds for whatever a source has in it", () => {
    fc.assert(
      fc.property(hostileInterviews, (interviews) => {
        for (const { statements, source } of interviews) {
          const characters = [...source.text];
          for (const statement of statements.slice(0, 12)) {
            const { place, spoken, selector } = receiptOf(statement);
            const { exact, prefix, suffix } = selector[1];
            const { start, end } = extentOf(statement);
            expect(exact).toBe(source.text.slice(start, end));
            for (const { utf16, codePoints } of [place, ...spoken]) {
              expect(characters.slice(codePoints.start, codePoints.end).join("")).toBe(
                source.text.slice(utf16.start, utf16.end),
              );
            }
            expect(source.text.slice(start - prefix.length, end + suffix.length)).toBe(
              prefix + exact + suffix,
            );
            for (const piece of [prefix, exact, suffix]) expect(piece).not.toMatch(/\p{Surrogate}/u);
            expect([prefix === "", suffix === ""]).toEqual([start === 0, end === source.text.length]);
            expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(32);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

function fail(): never {
  throw new Error("there is no such statement");
}

describe("a receipt of a file that isn’t plain text", () => {
  const { interview, file } = captioned("boat", BOAT, "url: https://news.example/boat");
  const text = file.slice(1);
  const said = interview.statements[1] ?? fail();

  it("gives places of the file, and its own slices", () => {
    const { place, selector, spoken, lines, wordsSha256, sha256: hash } = receiptOf(said);
    const start = text.indexOf("Tom &amp;");
    const end = text.indexOf("𝒳") + 2;
    expect(place.utf16).toEqual({ start, end });
    expect(selector[1].exact).toBe(text.slice(start, end));
    expect(wordsSha256).toBe(sha256(text.slice(start, end)));
    expect(hash).toBe(sha256(file));
    expect(place.codePoints).toEqual({ start, end: end - 1 });
    expect(text).toContain(selector[1].prefix + selector[1].exact + selector[1].suffix);
    expect(spoken.map(({ utf16 }) => text.slice(utf16.start, utf16.end))).toEqual([
      "Tom &amp; mine\nit\\u00e9 is,",
      "and it\\nisn&#8217;t \\*old\\*&hellip; 𝒳",
    ]);
    expect(lines).toEqual([...said.lines]);
  });

  it("gives the words as shown, and the piece of the file each is read from", () => {
    const { shown } = receiptOf(said);
    expect(shown?.text).toBe("Tom & mine ité is, and it isn’t *old*… 𝒳");
    expect(shown?.text).toBe(shown?.runs.map((run) => run.text).join(""));
    expect(shown?.runs.map((run) => [text.slice(run.start, run.end), run.text])).toEqual([
      ["Tom ", "Tom "],
      ["&amp;", "&"],
      [" mine", " mine"],
      ["\n", " "],
      ["it", "it"],
      ["\\u00e9", "é"],
      [" is,", " is,"],
      ["", " "],
      ["and it", "and it"],
      ["\\n", " "],
      ["isn", "isn"],
      ["&#8217;", "’"],
      ["t ", "t "],
      ["\\*", "*"],
      ["old", "old"],
      ["\\*", "*"],
      ["&hellip;", "…"],
      [" 𝒳", " 𝒳"],
    ]);
  });

  it("opens the page at the words as they are read", () => {
    const { link } = receiptOf(said);
    expect(link).toBe(
      "https://news.example/boat#:~:text=Tom%20%26%20mine%20it%C3%A9%20is%2C%20and%20it%20isn%E2%80%99t%20%2Aold%2A%E2%80%A6%20%F0%9D%92%B3",
    );
    expect(JSON.parse(JSON.stringify(receiptOf(said)))).toEqual(receiptOf(said));
  });

  it("has nothing of that for a plain text", () => {
    const { statements } = interviewOf("plain", "“Yes,” Ada Fern said.");
    expect(receiptOf(statements[0] ?? fail())).not.toHaveProperty("shown");
  });
});
