import type { JsonNode } from "./json-document.ts";
import { firstObject, jsonFormat } from "./json-format.ts";
import { readSegments, readWholeText, type SegmentNames, sayWords } from "./segments.ts";

const NAMES: SegmentNames = {
  text: "text",
  start: "start",
  end: "end",
  voice: "speaker",
  perSecond: 1000,
  words: "words",
  word: ["text"],
};
/** What only their answers have beside the text. */
const MARKS = [
  "audio_url",
  "audio_duration",
  "acoustic_model",
  "language_model",
  "speech_model",
  "speaker_labels",
];

/**
 * AssemblyAI's answer: utterances where speakers were told apart, else the text with the times of its words. Times
 * are in milliseconds. https://www.assemblyai.com/docs/api-reference/transcripts/get
 */
export const assemblyAiJson = jsonFormat({
  name: "AssemblyAI JSON",
  key: "assemblyai",
  shape: "it has neither “utterances” with a “text” nor a “text” with its “words”",
  grade: "automatic",
  recognises: (root) => {
    if (firstObject(root.get("utterances"))?.get("text") !== undefined) return true;
    if (root.get("text")?.isString !== true) return false;
    const word = firstObject(root.get("words"));
    return MARKS.some((mark) => root.get(mark) !== undefined) || word?.get("text") !== undefined;
  },
  read: (root, found) => {
    const utterances = root.get("utterances");
    if (utterances && firstObject(utterances)) {
      readSegments(utterances, NAMES, found, "utterance");
      return;
    }
    const text = found.get(root, "text");
    const words: JsonNode | undefined = root.get("words");
    if (text?.isString) readWholeText(text, words, NAMES, found);
    else if (words) sayWords(words, NAMES, found, null);
  },
});
