import { extname } from "node:path";
import type { Cast } from "../../cast.ts";
import { type Diagnostic, DiagnosticError } from "../../diagnostic.ts";
import type { SourceText, Span } from "../../source-text.ts";
import type { Utterance } from "../../utterance.ts";
import { article } from "../article/article.ts";
import { type Page as DialoguePage, linesOf } from "../dialogue/lines.ts";
import { readDialogue } from "../dialogue/read-dialogue.ts";
import type { Format, FoundTranscript } from "../format.ts";
import { utterancesByTurns, utterancesOf } from "../labelled/utterances.ts";
import { type Composed, compose } from "./compose.ts";
import { questionsAndAnswers } from "./dressed-questions.ts";
import { warnOfLeftOut } from "./left-out-speech.ts";
import { DressedLines } from "./lines.ts";
import { leftOut } from "./main-content.ts";
import { findMarks } from "./marks.ts";
import { IN_HEADING, type Page } from "./page.ts";
import { parsePage } from "./parse-page.ts";
import { passagesOf } from "./passages.ts";

/** Where a text file is a page: its first words are a doctype or its outermost element. */
const BEGINS_PAGE =
  /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)?<(?:!doctype\s+html|html)[\s>]/i;

/**
 * A web page, or the transcript of a podcast as HTML. Its words are those a browser shows, each with its place in the
 * file. Where mark-up names the voices (`<cite>`, names in bold print, lists, tables, headings) it says who speaks;
 * otherwise the words alone do, as in a text file.
 */
export const html: Format = {
  name: "HTML",
  key: "html",
  extensions: [".html", ".htm", ".txt"],
  recognises: (file) =>
    /^\.html?$/i.test(extname(file.file.name)) || BEGINS_PAGE.test(file.text.slice(0, 3000)),
  read: readPage,
};

function readPage(file: SourceText, cast: Cast): FoundTranscript {
  const page = parsePage(file.text);
  const left = leftOut(page);
  const plain = compose(page, left, []);
  if (plain.reading.text.trim() === "") throw errorOfNothing(file);
  const found = readVoices(page, plain, left, file, cast) ?? readWords(page, plain, left, file, cast);
  const voices = new Set(
    found.utterances.flatMap(({ speaker }) => (speaker ? [speaker.name.toLowerCase()] : [])),
  );
  const diagnostics = [
    ...warnOfUnclosed(page, file),
    ...found.diagnostics,
    ...warnOfLeftOut(page, left, voices, file),
  ];
  return { ...found, diagnostics };
}

/** Null where mark-up names no voices. */
function readVoices(
  page: Page,
  plain: Composed,
  left: Uint8Array,
  file: SourceText,
  cast: Cast,
): FoundTranscript | null {
  const marks = findMarks(page, plain, left);
  if (marks.length === 0) return null;
  const skips = marks.flatMap(({ spans, isText }) => (isText ? spans : []));
  const composed = compose(page, left, skips);
  const source = file.readAs(composed.reading);
  const passages = passagesOf(page, composed, left, marks);
  return {
    source,
    utterances: utterancesOf(passages, source, cast),
    diagnostics: [],
    labels: marks.flatMap(({ spans }) => spans),
  };
}

/** By how the questions are set, or by the words alone. */
function readWords(
  page: Page,
  composed: Composed,
  left: Uint8Array,
  file: SourceText,
  cast: Cast,
): FoundTranscript {
  const source = file.readAs(composed.reading);
  const passages = questionsAndAnswers(page, composed, left, cast);
  if (passages) {
    return { source, utterances: utterancesByTurns(passages, source, cast), diagnostics: [], labels: [] };
  }
  const dressed = new DressedLines(page, composed, left);
  const headings = composed.lines
    .filter((line) => (dressed.flagsOf(line) & IN_HEADING) !== 0)
    .map(({ span }) => span);
  const dialogue = readDialogue(file, composed.reading, cast, linesWith(headings, composed.reading.text));
  if (dialogue) return dialogue;
  const found = article.read(source, cast);
  return { ...found, utterances: withoutHeadlines(found.utterances, headings) };
}

/** The lines of a text, of which the mark-up calls some headings. */
function linesWith(headings: readonly Span[], text: string): DialoguePage {
  const { lines, margins } = linesOf(text);
  let next = 0;
  const marked = lines.map((line) => {
    while ((headings[next]?.end ?? text.length) <= line.span.start) next += 1;
    return { ...line, isHeading: (headings[next]?.start ?? text.length) <= line.span.start };
  });
  return { lines: marked, margins };
}

/** What stands in quotation marks in a headline was most often shortened by whoever wrote it: it is no speech. */
function withoutHeadlines(
  utterances: readonly Utterance[],
  headings: readonly { readonly start: number; readonly end: number }[],
): readonly Utterance[] {
  let next = 0;
  return utterances.map((utterance) => {
    const { span, spoken } = utterance;
    while ((headings[next]?.end ?? span.start + 1) <= span.start) next += 1;
    const heading = headings[next];
    if (utterance.kind !== "speech" || !heading || heading.start > span.start || heading.end < span.end) {
      return utterance;
    }
    return {
      ...utterance,
      kind: "narration",
      spoken: [],
      quoted: spoken,
      speaker: null,
      basis: "none",
      runsOn: false,
      asks: false,
      endsWithAttribution: false,
    };
  });
}

function warnOfUnclosed({ unclosed }: Page, file: SourceText): readonly Diagnostic[] {
  return unclosed.map(({ at, what }) => ({
    severity: "warning",
    file: file.file.name,
    ...file.positionAt(at),
    message: `${what} begins here and has no end, so that words after it may be missing.`,
    advice: "Close it, or save the page anew from a browser.",
  }));
}

function errorOfNothing(file: SourceText): DiagnosticError {
  return new DiagnosticError([
    {
      severity: "error",
      file: file.file.name,
      line: 1,
      column: 1,
      message: "the page has no words of its own; perhaps a script puts them there when it is opened.",
      advice: "Open it in a browser, and save the text that is shown.",
    },
  ]);
}
