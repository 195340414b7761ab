import {
  type AttributionBasis,
  extentOf,
  type Interview,
  type Speaker,
  type Statement,
  verbatimOf,
} from "../transcript/interview.ts";
import { mayHoldSpeech } from "../transcript/unread-speech.ts";
import { clip } from "./clip.ts";
import { clockTime, recordingUrl } from "./recording-url.ts";
import type { Block } from "./reply.ts";
import { textFragmentUrl } from "./text-fragment.ts";

/** A name that only the text gives may be a whole description; with its mark-up it must not fill a page. */
const LONGEST_NAME = 100;

const INFERRED: Partial<Record<AttributionBasis, string>> = {
  pronoun: " (speaker inferred from a pronoun or the like)",
  "turn-taking": " (speaker inferred from the order of turns)",
};

/** Who speaks in a statement and how sure that is, or that nobody does. Our own words: they stand outside the quote. */
export function byline(statement: Statement): Block {
  const { speaker, addressee, kind } = statement;
  if (!speaker) {
    // Speech that could not be given to anybody stands in the narration: it is not the author's.
    if (mayHoldSpeech(verbatimOf(statement).text)) return narration("");
    const what = statement.asks ? "a question, as the author reports it" : "the author’s words, not speech";
    return narration(`– ${what}`);
  }
  const to = addressee && kind === "statement" ? ` to ${nameInSentence(addressee)}` : "";
  const inferred = INFERRED[statement.attribution] ?? "";
  const said = kind === "question" ? "asked" : `said${to}`;
  return { block: "byline", name: clip(speaker.name, LONGEST_NAME), detail: `${said}${inferred}` };
}

function narration(detail: string): Block {
  return { block: "byline", name: "Narration", detail };
}

/** Where a statement stands and how to find it again. */
export function place(statement: Statement): Block {
  const { interview } = statement;
  const { name } = interview.source.file;
  const where = isByTime(statement) ? timeLabel(statement) : [...timeLabel(statement), linesLabel(statement)];
  const parts = [interview.title, ...where, name, ...gradeLabel(interview), `id ${statement.id}`];
  return { block: "place", text: parts.join(" · ") };
}

/** A machine wrote the lines of such a file, and for no reader: only the time is a place in the interview. */
function isByTime({ time, interview }: Statement): boolean {
  return time !== null && /\.json$/iu.test(interview.source.file.name);
}

/** How closely the transcript keeps to what was said, for words are exact as transcribed and no further. */
function gradeLabel({ grade }: Interview): readonly string[] {
  return grade === null ? [] : [`${grade} transcript`];
}

/**
 * Where a statement can be read and heard: all that is known where it stands alone on a page, else one, for a
 * message on Discord has room for so many buttons.
 */
export function linksTo(statement: Statement, alone: boolean): readonly Block[] {
  const links = [...recordingLink(statement), ...sourceLink(statement)];
  return alone ? links : links.slice(0, 1);
}

/** The page the statement was published on, opened at its words; nothing where nobody wrote the page down. */
function sourceLink(statement: Statement): readonly Block[] {
  const { source, url } = statement.interview;
  if (url === null) return [];
  const label = `Published source, ${whereLabel(statement)}`;
  return [{ block: "link", label, url: textFragmentUrl(url, source, extentOf(statement)) }];
}

/** The recording, from where the statement begins; nothing without a time, or where nobody wrote the recording down. */
function recordingLink({ time, interview: { media } }: Statement): readonly Block[] {
  if (media === null || time === null) return [];
  const label = `Recording, at ${clockTime(time.start)}`;
  return [{ block: "link", label, url: recordingUrl(media, time.start) }];
}

/** Where it stands, in the fewest words that lead there: the time where there is one, else the lines. */
export function whereLabel(statement: Statement): string {
  return timeLabel(statement)[0] ?? linesLabel(statement);
}

function timeLabel({ time }: Statement): readonly string[] {
  return time === null ? [] : [`at ${clockTime(time.start)}`];
}

export function linesLabel({ lines: [first, last] }: Statement): string {
  return first === last ? `line ${first}` : `lines ${first}–${last}`;
}

/** The statement in a few of our own words, for menus: never its words, which may not be cut to fit. */
export function shortLabel(statement: Statement): string {
  const who = statement.speaker?.name ?? "Narration";
  const asks = statement.kind === "question" || (statement.kind === "narration" && statement.asks);
  return `${capitalised(whereLabel(statement))} · ${who}${asks ? " · question" : ""}`;
}

/** The topics a statement is filed under, as a description of what it is about. */
export function topicsLabel(statement: Statement): string {
  const names = statement.interview.topics
    .filter(({ statements }) => statements.includes(statement.index))
    .map(({ name }) => name);
  return names.length > 0 ? names.join(", ") : statement.interview.title;
}

/** An interviewer without a name is "the interviewer" within a sentence. */
function nameInSentence({ name, role }: Speaker): string {
  return role === "interviewer" && name === "Interviewer" ? "the interviewer" : clip(name, LONGEST_NAME);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
