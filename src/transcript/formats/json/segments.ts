import type { JsonNode } from "./json-document.ts";
import type { JsonTranscript } from "./json-transcript.ts";
import { JsonWords } from "./json-words.ts";
import { timeOf } from "./times.ts";
import { groupWords, type WordGroup } from "./words-in-text.ts";

/** What a dialect calls the parts of a segment. */
export interface SegmentNames {
  readonly text: string;
  readonly start: string;
  readonly end: string;
  /** A pair of both, where a segment has no start and no end of its own. */
  readonly pair?: string;
  readonly voice: string;
  /** What a voice without a name is, where it isn't a speaker. */
  readonly voiceIs?: "Channel";
  /** How many units of its numbers make a second. */
  readonly perSecond: number;
  /** The list of timed words, where it has one. */
  readonly words?: string;
  /** What a word calls its text, the best first. */
  readonly word?: readonly string[];
}

const SENTENCE_BREAK = /[.!?…]["'\p{Pe}\p{Pf}]*\s|[。！？\n]/gu;

const LEFT_OUT = "It is left out; put its words there, or remove it.";

/** Reads segments in the order of the file. `what` is what people call one: "segment", "utterance". */
export function readSegments(
  segments: JsonNode,
  names: SegmentNames,
  found: JsonTranscript,
  what: string,
): void {
  for (const segment of segments.items()) {
    if (segment.isObject) readSegment(segment, names, found, what);
    else found.warn(segment, `this ${what} is no object in braces.`, LEFT_OUT);
  }
}

/**
 * Reads one segment: its text where it has one, and the list of its words for nothing but their voices and times;
 * the words themselves where it has no text, or where another voice begins at a word that can't be found in it.
 */
function readSegment(segment: JsonNode, names: SegmentNames, found: JsonTranscript, what: string): void {
  const text = found.get(segment, names.text);
  const voice = found.voice(found.get(segment, names.voice), names.voiceIs);
  const [from, to] = startAndEndOf(segment, names, found);
  const time = found.time(from, to, names.perSecond);
  const list = names.words === undefined ? undefined : segment.get(names.words);
  if (!text?.isString) {
    if (list && sayWords(list, names, found, voice)) return;
    if (text?.isNull) return;
    found.warn(segment, `this ${what} has no text as its “${names.text}”.`, LEFT_OUT);
    return;
  }
  const words = new JsonWords(found.file, text);
  const voices = list ? voicesIn(list, names) : [];
  if (list && voices.length > 1) {
    const groups = groupsOf(words.text, list, names, found, false);
    for (const [at, group] of groups?.entries() ?? []) {
      found.say({
        words,
        ...group,
        voice: group.voice ?? voice,
        time: group.time ?? (at === 0 ? time : null),
      });
    }
    if (groups || sayWords(list, names, found, voice)) return;
  }
  found.say({ words, voice: voice ?? found.voice(voices[0]), time });
}

function startAndEndOf(
  segment: JsonNode,
  names: SegmentNames,
  found: JsonTranscript,
): readonly [start: JsonNode | undefined, end: JsonNode | undefined] {
  const pair = names.pair === undefined ? undefined : found.get(segment, names.pair);
  if (!pair?.isArray) return [found.get(segment, names.start), found.get(segment, names.end)];
  const [start, end] = pair.items();
  return [start, end];
}

/**
 * Reads the text of a whole recording as passages of a sentence each, with the times and voices of its words where
 * their list is given and is that of the text.
 */
export function readWholeText(
  text: JsonNode,
  list: JsonNode | undefined,
  names: SegmentNames,
  found: JsonTranscript,
  voice: string | null = null,
): void {
  const words = new JsonWords(found.file, text);
  const groups = list?.isArray ? groupsOf(words.text, list, names, found, true) : null;
  for (const group of groups ?? sentencesOf(words.text)) {
    found.say({ words, ...group, voice: group.voice ?? voice });
  }
}

function sentencesOf(text: string): readonly WordGroup[] {
  const sentences: WordGroup[] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(SENTENCE_BREAK)) {
    const end = index + mark.length;
    sentences.push({ part: { start, end }, voice: null, time: null, first: 0 });
    start = end;
  }
  sentences.push({ part: { start, end: text.length }, voice: null, time: null, first: 0 });
  return sentences;
}

/** Reads a list of words as words, where there is no text they are from; false when there are none. */
export function sayWords(
  list: JsonNode,
  names: SegmentNames,
  found: JsonTranscript,
  voice: string | null,
): boolean {
  let any = false;
  for (const word of list.items()) {
    const text = textOf(word, names);
    if (!text) {
      found.warn(word, "this word has no text.", LEFT_OUT);
      continue;
    }
    any = true;
    found.say({
      words: new JsonWords(found.file, text),
      voice: found.voice(word.get(names.voice)) ?? voice,
      time: found.time(word.get(names.start), word.get(names.end), names.perSecond),
    });
  }
  return any;
}

/** The groups of a list of words; the voice and the time of each is a label, those of its other words aren't. */
function groupsOf(
  text: string,
  list: JsonNode,
  names: SegmentNames,
  found: JsonTranscript,
  bySentence: boolean,
): readonly WordGroup[] | null {
  const words = [...list.items()];
  const timed = words.map((word) => ({
    text: textOf(word, names)?.string ?? "",
    voice: found.voiceOfWord(word.get(names.voice)),
    time: timeOf(word.get(names.start), word.get(names.end), names.perSecond),
  }));
  const groups = groupWords(text, timed, bySentence);
  for (const { first } of groups ?? []) {
    const word = words[first];
    found.voice(word?.get(names.voice));
    found.time(word?.get(names.start), undefined, names.perSecond);
  }
  return groups;
}

function textOf(word: JsonNode, names: SegmentNames): JsonNode | undefined {
  for (const name of names.word ?? []) {
    const text = word.get(name);
    if (text?.isString) return text;
  }
  return undefined;
}

/** The first value for each of the voices that a list of words names, as the file writes them. */
function voicesIn(list: JsonNode, names: SegmentNames): readonly JsonNode[] {
  const voices = new Map<string, JsonNode>();
  for (const word of list.items()) {
    const voice = word.get(names.voice);
    const written = voice?.string ?? voice?.number?.toString();
    if (voice && written !== undefined && !voices.has(written)) voices.set(written, voice);
  }
  return [...voices.values()];
}
