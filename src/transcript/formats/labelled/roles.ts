import type { Cast } from "../../cast.ts";
import type { Speaker } from "../../interview.ts";
import type { SourceText } from "../../source-text.ts";
import type { Passage } from "./passage.ts";

/**
 * Who each voice is, by what the file calls it: the people the yaml lists, and everybody else by what they do. One
 * who mostly asks is an interviewer.
 */
export function castVoices(
  passages: readonly Passage[],
  source: SourceText,
  cast: Cast,
): ReadonlyMap<string, Speaker> {
  const turns = new Map<string, { all: number; asking: number }>();
  for (const { voice, span, kind } of passages) {
    if (voice === null || kind !== "speech") continue;
    const count = turns.get(voice) ?? { all: 0, asking: 0 };
    count.all += 1;
    if (source.text.slice(span.start, span.end).includes("?")) count.asking += 1;
    turns.set(voice, count);
  }
  const speakers = new Map<string, Speaker>();
  for (const [voice, { all, asking }] of turns) {
    speakers.set(voice, cast.find(voice) ?? cast.named(voice, asking * 2 > all ? "interviewer" : "guest"));
  }
  return speakers;
}
