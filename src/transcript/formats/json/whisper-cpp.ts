import type { JsonNode } from "./json-document.ts";
import { firstObject, jsonFormat } from "./json-format.ts";
import { JsonWords } from "./json-words.ts";

const MILLISECONDS = 1000;
const LEFT_OUT = "It is left out; put its words there, or remove it.";

/**
 * The JSON of whisper.cpp: a list called “transcription”, with offsets in milliseconds, and a speaker or the place
 * where another begins when it was asked to tell them apart. With --max-len 1 it has a word or less a segment.
 * https://github.com/ggml-org/whisper.cpp/blob/master/examples/cli/cli.cpp (output_json)
 */
export const whisperCppJson = jsonFormat({
  name: "whisper.cpp JSON",
  key: "whisper-cpp",
  shape: "it has no “transcription” whose words are in the “text” of its segments",
  grade: "automatic",
  recognises: (root) => firstObject(root.get("transcription"))?.get("text") !== undefined,
  read: (root, found) => {
    let startsTurn = false;
    for (const segment of root.get("transcription")?.items() ?? []) {
      const text = found.get(segment, "text");
      if (!text?.isString) {
        found.warn(segment, "this segment has no text as its “text”.", LEFT_OUT);
        continue;
      }
      const [from, to] = timesOf(segment);
      const voice = found.voice(segment.get("speaker"));
      const time = found.time(from, to, MILLISECONDS);
      found.say({ words: new JsonWords(found.file, text), voice, time, startsTurn });
      startsTurn = saysTrue(segment.get("speaker_turn_next"), found.file.text);
    }
  },
});

/** The offsets, or the clock times that say the same. */
function timesOf(segment: JsonNode): readonly [from: JsonNode | undefined, to: JsonNode | undefined] {
  const times = segment.get("offsets") ?? segment.get("timestamps");
  return [times?.get("from"), times?.get("to")];
}

function saysTrue(node: JsonNode | undefined, text: string): boolean {
  return node !== undefined && text.startsWith("true", node.start);
}
