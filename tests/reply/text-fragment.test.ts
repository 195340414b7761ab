import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textFragmentUrl } from "../../src/reply/text-fragment.ts";
import { extentOf, type Interview, type Statement } from "../../src/transcript/interview.ts";
import { SourceText } from "../../src/transcript/source-text.ts";
import { bundledArchive, interviewOf } from "../search/archives.ts";
import { fileOf } from "../transcript/reading.ts";
import { directiveIn, foundBy } from "./text-directive.ts";

const page = "https://news.example/talk";

function linkTo(statement: Statement, address = page, limit?: number): string {
  return textFragmentUrl(address, statement.interview.source, extentOf(statement), limit);
}

function statementAt({ statements }: Interview, line: number): Statement {
  const found = statements.find(({ lines: [first] }) => first === line);
  if (!found) throw new Error(`nothing begins on line ${line}`);
  return found;
}

/** The link must open at the statement's own words: all of them, but for marks at either end. */
function expectToLeadTo(url: string, statement: Statement): void {
  const { text } = statement.interview.source;
  const extent = extentOf(statement);
  const found = foundBy(directiveIn(url), text);
  expect(found).not.toBeNull();
  if (!found) return;
  const outside = text.slice(extent.start, found.start) + text.slice(found.end, extent.end);
  expect([found.start >= extent.start, found.end <= extent.end]).toEqual([true, true]);
  expect(outside).not.toMatch(/[\p{L}\p{N}]/u);
}

describe("a link to a quote", () => {
  it("leads to every statement of the bundled interview, as browsers search a page", async () => {
    const { statements } = (await bundledArchive()).interviews[0] ?? { statements: [] };
    expect(statements.length).toBe(29);
    for (const statement of statements) {
      const url = linkTo(statement);
      expect(url.length).toBeLessThanOrEqual(512);
      expectToLeadTo(url, statement);
    }
  });

  it("names a short quote whole, from word to word", () => {
    const interview = interviewOf("a", "She came.\n“Not at all,” Ada Fern said.\n");
    expect(linkTo(statementAt(interview, 2))).toBe(
      `${page}#:~:text=Not%20at%20all%2C%E2%80%9D%20Ada%20Fern%20said`,
    );
  });

  it("names a long one by its first and last words, each from one paragraph", () => {
    const text =
      "“One two three.\n“Four five six seven eight nine ten, eleven twelve thirteen,” Ada Fern said.\n";
    const url = linkTo(statementAt(interviewOf("a", text), 1));
    expect(directiveIn(url)).toEqual({
      prefix: null,
      start: "One two three",
      end: "twelve thirteen,” Ada Fern said",
      suffix: null,
    });
  });

  it("encodes what means something in a directive or ends an address", () => {
    const interview = interviewOf("a", "“R&D, well-known (so) it's *so*!” Ada Fern said.\n");
    const url = linkTo(statementAt(interview, 1));
    expect(url.slice(page.length + 9)).toMatch(/^[\w%.]+$/u);
    expect(url).toContain("R%26D%2C%20well%2Dknown%20%28so%29%20it%27s%20%2Aso%2A%21");
    expect(directiveIn(url).start).toContain("R&D, well-known (so) it's *so*!");
  });

  it("adds to the fragment an address has", () => {
    const interview = interviewOf("a", "“Not at all,” Ada Fern said.\n");
    expect(linkTo(statementAt(interview, 1), `${page}#answers`)).toMatch(/talk#answers:~:text=Not%20/u);
    expect(linkTo(statementAt(interview, 1), `${page}?a=b`)).toMatch(/talk\?a=b#:~:text=Not%20/u);
  });

  const repeated = [
    "“Was it cold on the first day?” I asked.",
    "“No,” Ada Fern said.",
    "“Was it wet on the second day?” I asked.",
    "“No,” Ada Fern said.",
    "“Was it dark on the third day?” I asked.",
  ].join("\n");

  it("gives what stands around a quote only where the words alone lead elsewhere", () => {
    const interview = interviewOf("a", repeated);
    const first = directiveIn(linkTo(statementAt(interview, 1)));
    const again = directiveIn(linkTo(statementAt(interview, 4)));
    expect(first).toMatchObject({ prefix: null, suffix: null });
    expect(again.prefix).toMatch(/day\?” I asked\.$/u);
    expectToLeadTo(linkTo(statementAt(interview, 4)), statementAt(interview, 4));
  });

  it("takes words of other case and accents for the same, as browsers do", () => {
    const text = "“Not a resume in March,” I said.\n“No,” I said.\n“Résumé IN march,” Ada Fern said.";
    const interview = interviewOf("a", text);
    const { source } = interview;
    const start = text.indexOf("Résumé");
    const url = textFragmentUrl(page, source, { start, end: start + 15 });
    expect(directiveIn(url)).toMatchObject({ start: "Résumé IN march", suffix: ",” Ada Fern said" });
  });

  it("is the plain address where nothing tells a quote from its like, or it holds no word", () => {
    const same = "“Why?” I asked.\n“No,” Ada Fern said.\n".repeat(12);
    const interview = interviewOf("a", same);
    expect(linkTo(statementAt(interview, 12))).toBe(page);
    const { source } = interviewOf("b", "“…”\nNothing was said.");
    expect(textFragmentUrl(page, source, { start: 0, end: 3 })).toBe(page);
  });

  it("names fewer words where an address would get too long, and none where even those don't fit", () => {
    const text = `“${"Неприкосновенность достопримечательностей ".repeat(4)}${"превосходительство ".repeat(20)}так,” Ада сказала.`;
    const interview = interviewOf("a", `She came.\n${text}`);
    const statement = statementAt(interview, 2);
    const url = linkTo(statement);
    expect(url.length).toBeLessThanOrEqual(512);
    expectToLeadTo(url, statement);
    expect(linkTo(statement, page, 60)).toBe(page);
    const long = `${page}/${"a".repeat(370)}`;
    expect(linkTo(statement, long)).toBe(long);
  });

  it.each([
    [
      "Chinese",
      "她来了。\n“我们从来没有收到过这样的请求，也没有人提出过这个问题，所以我不知道该说什么。” Ada Fern said.",
    ],
    ["Thai", "เธอมา\n“เราไม่เคยได้รับคำขอเช่นนี้และไม่มีใครเคยถามคำถามนี้เลย” Ada Fern said."],
    [
      "with emoji",
      "She came.\n“👩‍👩‍👧‍👦 𝒳 again and again and so on and on and on and on, 𝒳 👍🏽,” Ada Fern said.",
    ],
    ["over Windows lines", "She came.\r\n“One  two,\r\n“three\tfour,” Ada Fern said.\r\n"],
  ])("leads to words in %s", (_what, text) => {
    const interview = interviewOf("a", text);
    expectToLeadTo(linkTo(statementAt(interview, 2)), statementAt(interview, 2));
  });

  it("is quickly made in a chapter without end", () => {
    const text = `She came.\n“${"and so it went on, ".repeat(50_000)}amen,” Ada Fern said.\n`;
    const chapter = new SourceText(fileOf("chapter.txt", text));
    const before = performance.now();
    const url = textFragmentUrl(page, chapter, { start: 10, end: text.length - 1 });
    expect(performance.now() - before).toBeLessThan(2000);
    expect(directiveIn(url)).toMatchObject({ start: "and so it went on", prefix: null });
  });
});

it("leads to its quote or to the top of the page, never elsewhere, however alike quotes are", () => {
  const word = fc.constantFrom(
    "no",
    "not",
    "No",
    "yes",
    "well-known",
    "a,b",
    "R&D",
    "Ναί",
    "день",
    "it’s",
    "漢字",
    "é",
    "e",
  );
  const said = fc.array(word, { minLength: 1, maxLength: 16 }).map((list) => list.join(" "));
  const line = fc.oneof(
    said.map((words) => `“${words}?” I asked.`),
    said.map((words) => `“${words},” Ada Fern said.`),
    said.map((words) => `“${words},” Ada Fern said. “${words}.”`),
    said,
  );
  let fragments = 0;
  let plain = 0;
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 10 }),
      fc.constantFrom("\n", "\r\n", "\n\n"),
      (lines, glue) => {
        for (const statement of interviewOf("a", lines.join(glue)).statements) {
          const url = linkTo(statement);
          if (url === page) plain += 1;
          else {
            fragments += 1;
            expectToLeadTo(url, statement);
          }
        }
      },
    ),
    { numRuns: 400 },
  );
  expect(fragments).toBeGreaterThan(20 * plain);
});
