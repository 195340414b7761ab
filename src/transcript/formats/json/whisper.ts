import type { JsonNode } from "./json-document.ts";
import { firstObject, jsonFormat } from "./json-format.ts";
import type { JsonTranscript } from "./json-transcript.ts";
import { readSegments, readWholeText, type SegmentNames } from "./segments.ts";

const NAMES: SegmentNames = {
  text: "text",
  start: "start",
  end: "end",
  pair: "timestamp",
  voice: "speaker",
  perSecond: 1,
  words: "words",
  word: ["word", "text"],
};

/** What stands beside a text without segments. */
const WHOLE_TEXT_MARKS = ["language", "duration", "words", "segments", "usage", "logprobs"];

/**
 * Whisper's own JSON, that of OpenAI's API and of programs that write as it does: segments with a text, or their list
 * alone, or nothing but the text. Hugging Face calls them chunks, with start and end as a pair, their “timestamp”. The text of the whole, which stands beside the segments, repeats theirs.
 * https://github.com/openai/whisper/blob/main/whisper/utils.py (WriteJSON)
 */
export const whisperJson = jsonFormat({
  name: "Whisper JSON",
  key: "whisper",
  shape: "it has no “segments” whose words are in their “text”",
  grade: "automatic",
  recognises: (root) => hasText(segmentsOf(root)) || isWholeText(root),
  read: readWhisper,
});

/**
 * WhisperX: Whisper's segments, aligned word by word, with a speaker for each where it was told apart.
 * https://github.com/m-bain/whisperX
 */
export const whisperXJson = jsonFormat({
  name: "WhisperX JSON",
  key: "whisperx",
  shape: "it has no “segments” with a list of “words”",
  grade: "automatic",
  recognises: (root) => {
    const segments = segmentsOf(root);
    if (!hasText(segments)) return false;
    const word = firstObject(firstObject(segments)?.get("words"));
    const isAligned = word !== undefined && !word.get("probability") && !word.get("tokens");
    return root.get("word_segments") !== undefined || isAligned;
  },
  read: readWhisper,
});

function readWhisper(root: JsonNode, found: JsonTranscript): void {
  const segments = segmentsOf(root);
  const text = found.get(root, "text");
  if (segments && hasText(segments)) {
    const perSecond = root.isArray && isInMilliseconds(segments) ? 1000 : 1;
    readSegments(segments, { ...NAMES, perSecond }, found, "segment");
  } else if (text?.isString) {
    readWholeText(text, root.get("words"), NAMES, found);
  }
}

function segmentsOf(root: JsonNode): JsonNode | undefined {
  if (root.isArray) return root;
  const chunks = root.get("chunks");
  return root.get("segments") ?? (firstObject(chunks)?.get("timestamp") ? chunks : undefined);
}

function hasText(segments: JsonNode | undefined): boolean {
  const first = firstObject(segments);
  return first !== undefined && (first.get("text") ?? first.get("words")) !== undefined && !first.get("body");
}

/** The answer of OpenAI's API where no segments were asked for. */
function isWholeText(root: JsonNode): boolean {
  if (!root.get("text")?.isString) return false;
  return root.isSingle || WHOLE_TEXT_MARKS.some((mark) => root.get(mark) !== undefined);
}

/** A bare list may count in milliseconds: whole numbers, by which a segment would last minutes if they were seconds. */
function isInMilliseconds(segments: JsonNode): boolean {
  let total = 0;
  let count = 0;
  for (const segment of segments.items()) {
    const [start, end] = [segment.get("start")?.number, segment.get("end")?.number];
    if (start === undefined || end === undefined) continue;
    if (!Number.isInteger(start) || !Number.isInteger(end)) return false;
    total += end - start;
    count += 1;
  }
  return count > 0 && total / count > 120;
}
