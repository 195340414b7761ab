import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditReading } from "../../../../src/audit/audit-reading.ts";
import { Cast } from "../../../../src/transcript/cast.ts";
import { DiagnosticError } from "../../../../src/transcript/diagnostic.ts";
import { compose } from "../../../../src/transcript/formats/html/compose.ts";
import { html } from "../../../../src/transcript/formats/html/html.ts";
import { leftOut } from "../../../../src/transcript/formats/html/main-content.ts";
import { parsePage } from "../../../../src/transcript/formats/html/parse-page.ts";
import type { Reading } from "../../../../src/transcript/reading.ts";
import { SourceText, type Span } from "../../../../src/transcript/source-text.ts";
import { fileOf, slice } from "../../reading.ts";
import { readPage } from "./page-reading.ts";

const VALID: readonly string[] = [
  "<cite>Ann Vale:</cite>\n<time>0:03</time>\n<p>How did it go at A&amp;M?</p>\n<cite>Bo:</cite>\n<time>0:09</time>\n<p>Well.</p>\n<p>Very <b>well</b>&hellip;</p>",
  "<!doctype html><html><head><title>T</title></head><body><nav><a href=/>Home</a></nav><main><p><strong>Ann Vale:</strong> [00:12] So?</p>\r\n<p><strong>Bo</strong>: <i>Yes</i>,<br>5&nbsp;%.</p><p><b>Ann Vale:</b> <q>No</q>?</p></main><footer>Us</footer></body></html>",
  "<table><tr><th>Speaker<th>Words<tr><td>Ann<td>How?<tr><td>Bo<td>So.<tr><td>Ann<td>Well?</table><pre>a\n  b</pre>",
  '<p data-speaker="Ann &amp; Bo" data-start="1.5">How are you?</p><dl><dt>Ann<dd>x<dt>Bo<dd>y<dt>Ann<dd>z</dl>',
  "<h1>“It is so,” says Vance</h1><p>“The bridge is safe,” Maria Vance said.</p><p><b>Why?</b></p><p>So.</p><p><b>How?</b></p><p>Thus.</p>",
];

/** What must hold of every page, whatever stands in it. */
function holds(text: string): void {
  const file = new SourceText(fileOf("any.html", text));
  let found: ReturnType<typeof html.read>;
  try {
    found = html.read(file, new Cast([]));
    readPage(text);
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    for (const { line, message } of error.diagnostics)
      expect([line === undefined, message]).not.toEqual([false, ""]);
    return;
  }
  const { source, utterances, labels, diagnostics } = found;
  if (source.reading) auditReading(source.reading, file.text);
  let last = 0;
  for (const { span, spoken } of utterances) {
    expect(span.start).toBeGreaterThanOrEqual(last);
    expect(span.end).toBeGreaterThan(span.start);
    for (const part of spoken) {
      expect(part.start).toBeGreaterThanOrEqual(span.start);
      expect(part.end).toBeLessThanOrEqual(span.end);
    }
    last = span.end;
  }
  expect(last).toBeLessThanOrEqual(source.text.length);
  inOrder(labels, file.text.length);
  for (const { line = 0, column = 0 } of diagnostics) expect(Math.min(line, column)).toBeGreaterThan(0);
  accounts(file, found);
}

function inOrder(spans: readonly Span[], length: number): void {
  let last = 0;
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThanOrEqual(start);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(length);
}

/** Every letter of the page's content is in an utterance or in a label, and in one alone. */
function accounts(file: SourceText, { source, utterances, labels }: ReturnType<typeof html.read>): void {
  const page = parsePage(file.text);
  const all = compose(page, leftOut(page), []).reading;
  const letters = (text: string) => text.replace(/[^\p{L}]/gu, "").length;
  const content = all.placesOf({ start: 0, end: all.text.length });
  // A label may have mark-up within it: <b>Ann</b>:
  const inLabels = labels.flatMap((label) =>
    content
      .map(({ start, end }) => ({ start: Math.max(start, label.start), end: Math.min(end, label.end) }))
      .filter(({ start, end }) => start < end),
  );
  const spoken = utterances.flatMap(({ span }) => source.placesOf(span));
  for (const label of inLabels) {
    expect(spoken.some(({ start, end }) => start < label.end && label.start < end)).toBe(false);
  }
  const inUtterances = utterances.map(({ span }) => letters(slice(source.text, span)));
  const named = labels.map((label) => letters(shownWithin(all, label)));
  const sum = [...inUtterances, ...named].reduce((one, other) => one + other, 0);
  expect(sum).toBe(letters(all.text));
}

/** What a reading shows of a stretch of the file, without the mark-up in it. */
function shownWithin({ text, runs: { at, from, to, means } }: Reading, { start, end }: Span): string {
  let shown = "";
  at.forEach((begins, run) => {
    const [first = 0, last = 0] = [from[run], to[run]];
    if (last <= start || first >= end) return;
    const isCopied = means[run] === -1;
    const skipped = isCopied ? Math.max(0, start - first) : 0;
    const beyond = isCopied ? Math.max(0, last - end) : 0;
    shown += text.slice(begins + skipped, (at[run + 1] ?? text.length) - beyond);
  });
  return shown;
}

const markUp = fc.constantFrom(
  ..."<p> </p> <b> </b> <div> </div> <cite> </cite> <time> </time> <br> <td> <tr> <table> </table> <dt> <dd> <h3> </h3> <pre> </pre> <q> </q>".split(
    " ",
  ),
  ..."<main> <nav> </nav> <script> </script> <!-- --> <svg> </svg> <li> <a href=x> </a> <span class=speaker> </span> &amp; &nbsp; &#10; &nope; & < > ' \" =".split(
    " ",
  ),
  "Ann:",
  "Bo",
  "0:12",
  "[00:12]",
  " ",
  "\n",
  "\r\n",
  "<p data-speaker='Ann'>",
  "<p hidden>",
  "<![CDATA[",
  "]]>",
  "How?",
  "“So,” Ann Vale said.",
);

describe("any page", () => {
  it("is read or refused, and every letter of it accounted for", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 5, arbitrary: markUp }, { weight: 1, arbitrary: fc.string() })),
        (pieces) => holds(pieces.join("").replace(/\0/g, "")),
      ),
      {
        numRuns: 1500,
      },
    );
  });

  it("may be a good page that was damaged", () => {
    const damage = fc.record({
      page: fc.constantFrom(...VALID),
      at: fc.nat(),
      length: fc.nat(12),
      by: fc.oneof(markUp, fc.constant(""), fc.string({ maxLength: 3 })),
    });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), ([first, ...more]) => {
        let text = first?.page ?? "";
        for (const { at, length, by } of [first, ...more].filter((one) => one !== undefined)) {
          const start = at % (text.length + 1);
          text = text.slice(0, start) + by + text.slice(start + length);
        }
        holds(text.replace(/\0/g, ""));
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    ["elements without end", "<div>".repeat(1_000_000), "“It is so,” Maria Vance said."],
    ["misplaced ends", `${"<i><div>".repeat(100_000)}${"</i></b>".repeat(100_000)}`, "words"],
    ["tags without end", "<a b ".repeat(500_000), ">words"],
    ["stray marks", "< &".repeat(1_000_000), "words"],
    ["one line of 10 MB", "word &amp; ".repeat(1_000_000), "words"],
    ["tables in tables", "<table><tr><td>a".repeat(50_000), "words"],
    ["bold print around lines", `${"<b>".repeat(50_000)}${"line<br>".repeat(50_000)}`, "words"],
    ["names", "<p><b>Ann:</b> x".repeat(50_000), "words"],
    ["times", `${"<time>0:01</time>a".repeat(50_000)}`, "<p><b>Ann:</b> x<p><b>Bo:</b> y"],
  ])(
    "may be as bad as this: %s",
    (_name, front, end) => {
      const begins = performance.now();
      const file = new SourceText(fileOf("bad.html", front + end));
      const { utterances } = html.read(file, new Cast([]));
      expect(utterances.length).toBeGreaterThan(0);
      expect(performance.now() - begins).toBeLessThan(20_000);
    },
    30_000,
  );
});
