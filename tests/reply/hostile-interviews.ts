import fc from "fast-check";
import type { Interview } from "../../src/transcript/interview.ts";
import { interviewOf } from "../search/archives.ts";

/** What could be taken for mark-up, break a line in a wrong place, or be lost on the way to a screen. */
export const HOSTILE: readonly string[] = [
  "**bold** *it* __under__ ~~gone~~ ||spoiler|| `code` ```block```",
  "# heading",
  "-# small print",
  "> quoted",
  ">>> all of it",
  "- item",
  "+ item",
  "1. one",
  "2) two",
  "12345.",
  "@everyone @here <@1100000000000000101> <@!1100000000000000101> <@&1100000000000000201>",
  "<#1100000000000000301> </ask:1100000000000000401> <id:guide>",
  "<t:1700000000:R> <t:1700000000> <a:wave:1100000000000000501> <:wave:1100000000000000501> :smile:",
  "[a](https://example.org) <https://example.org> https://example.org/x?y=1 http://x.y discord://x mail@example.org",
  "\\*not\\* \\\\ \\",
  "¯\\_(ツ)_/¯",
  "│ not the gutter",
  "\\u{1b}[31m",
  "\u001b[31mred\u001b[0m\u0007",
  "\u202Eright to left\u202C مرحبا بالعالم שלום",
  "e\u0301 a\u0308\u0323 Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d",
  "zero\u200Bwidth\u2060joiner\uFEFF\u00AD",
  "👩‍👩‍👧‍👦 \u{1F1E7}\u{1F1FE} 👍🏽 ❤️ 1️⃣ 𝒳",
  "漢字かな交じり文は三バイトです。",
  "tab\tand\ttab",
  "line\u2028separator\u2029and\u0085next",
  "form\ffeed\vand\u0000nothing",
  "one_two_three 2*3*4 a|b||c",
  "it’s 'straight' \"double\" ‘single’ „low“ «guillemets»",
  "…left out… [an insertion] (aside)",
  "***",
  "plain words about the harbour and the crane",
];

const token = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 2, arbitrary: fc.constantFrom("the", "harbour", "crane", "town", "Why?", "No.", "So,") },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 20 }) },
  {
    weight: 1,
    arbitrary: fc.string({
      unit: fc.constantFrom(..."\\*_~`|<>[]()#-+.:@ \t1a!/"),
      minLength: 1,
      maxLength: 30,
    }),
  },
);

const words = fc
  .array(token, { minLength: 1, maxLength: 6 })
  // No text file has a NUL in it, and line breaks come between passages.
  .map((tokens) => tokens.join(" ").replace(/[\n\r\0]/gu, " "));

/** Mostly short; sometimes more than two messages could hold, with and without places to break. */
const speech = fc.oneof(
  { weight: 6, arbitrary: words },
  {
    weight: 2,
    arbitrary: fc
      .tuple(words, fc.constantFrom("", " ", ". ", "\t"), fc.integer({ min: 1500, max: 11_000 }))
      .map(([piece, glue, length]) => `${piece}${glue}`.repeat(Math.ceil(length / piece.length))),
  },
);

/** Lines of an article, as papers print them and as they don't. */
const passage = fc.oneof(
  speech.map((said) => [`“${said}?” I asked.`]),
  speech.map((said) => [`“${said},” Mira Oduya said.`]),
  speech.map((said) => [`“${said}.”`]),
  fc.tuple(words, words).map(([one, two]) => [`“${one},” Mira Oduya replied. “${two}.”`]),
  fc.array(speech, { minLength: 2, maxLength: 3 }).map((paragraphs) => {
    const last = paragraphs.length - 1;
    return paragraphs.map((said, at) => `“${said}${at === last ? ".” Mira Oduya said." : "."}`);
  }),
  words.map((said) => [`I ask her whether ${said}.`]),
  speech.map((told) => [told]),
  fc.tuple(words, words).map(([one, two]) => [`"${one}," he said. ‘${two}’`, "", ""]),
);

/** A name of at most `longest` units that no other has, fit for the yaml. */
function nameFrom(text: string, longest: number, mark: string): string {
  return `${text.trim().slice(0, longest - mark.length - 1)} ${mark}`.trim();
}

const name = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.constantFrom("*".repeat(100), "漢".repeat(100), "👩‍👩‍👧‍👦".repeat(9), "a\nb", "\u0301"),
  fc.string({ unit: "grapheme", maxLength: 100 }),
);

const interviewParts = fc.record({
  passages: fc.array(passage, { minLength: 1, maxLength: 8 }),
  lineBreak: fc.constantFrom("\n", "\n", "\r\n", "\r", "\n\n", "\r\n\r\n"),
  byteOrderMark: fc.boolean(),
  title: fc.oneof(name, fc.constant("_".repeat(200))),
  names: fc.array(name, { minLength: 2, maxLength: 2 }),
  topics: fc.array(name, { maxLength: 4 }),
  url: fc.constantFrom(undefined, "https://news.example/", `https://news.example/#${"a".repeat(370)}`),
});

type InterviewParts = typeof interviewParts extends fc.Arbitrary<infer Parts> ? Parts : never;

/** One to three interviews that try to get something past the bot. */
export const hostileInterviews: fc.Arbitrary<readonly Interview[]> = fc
  .array(interviewParts, { minLength: 1, maxLength: 3 })
  .map((all) => all.map((parts, index) => hostileInterview(`hostile-${index}`, parts)));

function hostileInterview(id: string, parts: InterviewParts): Interview {
  const lines = ["Mira Oduya runs the harbour.", ...parts.passages.flat()];
  const text = (parts.byteOrderMark ? "\ufeff" : "") + lines.join(parts.lineBreak);
  const [guest = "", interviewer = ""] = parts.names;
  const described = {
    title: nameFrom(parts.title, 200, "*"),
    ...(parts.url === undefined ? {} : { url: parts.url }),
    speakers: [
      { name: nameFrom(guest, 100, "(G)"), aliases: ["Mira Oduya"], role: "guest" },
      { name: nameFrom(interviewer, 100, "(I)"), role: "interviewer" },
    ],
  };
  // JSON is YAML too. Where the topics may stand is known only once the text has been read.
  const { statements } = interviewOf(id, text, JSON.stringify(described));
  const topics = parts.topics.map((topic, index) => {
    const covered = statements.filter((_statement, at) => at % (index + 1) === 0);
    return { name: nameFrom(topic, 100, `#${index}`), lines: covered.map(({ lines: [first] }) => first) };
  });
  return interviewOf(id, text, JSON.stringify({ ...described, topics }));
}
