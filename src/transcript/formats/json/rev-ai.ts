import type { JsonNode } from "./json-document.ts";
import { jsonFormat } from "./json-format.ts";
import type { JsonTranscript } from "./json-transcript.ts";
import { JsonWords } from "./json-words.ts";

/**
 * Rev AI: monologues, of which each is a list of words, of what stands between them (marks and spaces), and of sounds
 * nobody could make out. A monologue is one passage. https://docs.rev.ai/api/asynchronous/get-started/
 */
export const revAiJson = jsonFormat({
  name: "Rev AI JSON",
  key: "rev-ai",
  shape: "it has no “monologues”",
  grade: "automatic",
  recognises: (root) => root.get("monologues")?.isArray === true,
  read: (root, found) => {
    const names = namesOf(root);
    for (const monologue of root.get("monologues")?.items() ?? []) {
      const voice = found.voice(voiceOf(monologue, names, found));
      readElements(monologue, voice, found);
    }
  },
});

function readElements(monologue: JsonNode, voice: string | null, found: JsonTranscript): void {
  let continues = false;
  const elements = found.get(monologue, "elements");
  if (!elements?.isArray) {
    found.warn(
      monologue,
      "this monologue has no list of “elements”.",
      "It is left out; put its words there.",
    );
    return;
  }
  for (const element of elements.items()) {
    const value = found.get(element, "value");
    if (!value?.isString) {
      found.warn(element, "this element has no text as its “value”.", "It is left out; put its words there.");
      continue;
    }
    const time = found.time(element.get("ts"), element.get("end_ts"), 1);
    const words = new JsonWords(found.file, value);
    found.say({ words, voice, time, continues, apart: !continues, startsTurn: false });
    continues ||= words.text.trim() !== "";
  }
}

/** The names of `speakers`, by the number a monologue gives: their id, or their place in the list. */
function namesOf(root: JsonNode): ReadonlyMap<string, JsonNode> {
  const names = new Map<string, JsonNode>();
  let place = 0;
  for (const speaker of root.get("speakers")?.items() ?? []) {
    const name = speaker.isString ? speaker : (speaker.get("name") ?? speaker.get("display_name"));
    const id = speaker.get("id");
    if (name?.isString) names.set(id?.string ?? String(id?.number ?? place), name);
    place += 1;
  }
  return names;
}

function voiceOf(
  monologue: JsonNode,
  names: ReadonlyMap<string, JsonNode>,
  found: JsonTranscript,
): JsonNode | undefined {
  const shown = monologue.get("speaker_info")?.get("display_name") ?? monologue.get("speaker_name");
  if (shown?.isString && shown.string?.trim()) return shown;
  const speaker = found.get(monologue, "speaker");
  const key = speaker?.string ?? (speaker?.number === undefined ? undefined : String(speaker.number));
  return (key === undefined ? undefined : names.get(key)) ?? speaker;
}
