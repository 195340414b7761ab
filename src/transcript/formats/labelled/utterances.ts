import type { Cast } from "../../cast.ts";
import type { AttributionBasis, Speaker } from "../../interview.ts";
import type { SourceText } from "../../source-text.ts";
import type { Utterance } from "../../utterance.ts";
import type { Passage } from "./passage.ts";
import { castVoices } from "./roles.ts";
import { wordsSpoken } from "./transcriber-marks.ts";

/** Gives the passages of a labelled transcript their speakers, and leaves out of the spoken words what nobody said. */
export function utterancesOf(
  passages: readonly Passage[],
  source: SourceText,
  cast: Cast,
): readonly Utterance[] {
  const speakers = castVoices(passages, source, cast);
  let speaking: Speaker | null = null;
  return passages.map((passage) => {
    const { span, kind, time } = passage;
    const spoken = kind === "speech" ? wordsSpoken(source.text, span) : [];
    const isSpeech = spoken.length > 0;
    const named = passage.voice === null ? undefined : speakers.get(passage.voice);
    const goesOn = passage.voice === null && !passage.startsTurn && speaking !== null;
    if (isSpeech) speaking = named ?? (goesOn ? speaking : cast.guest());
    const basis: AttributionBasis = named ? "stated" : goesOn ? "running" : "turn-taking";
    const asks = isSpeech && /[?？؟;]["'”’»)\]]*\s*$/u.test(source.text.slice(span.start, span.end));
    return {
      span,
      spoken,
      quoted: [],
      kind: isSpeech ? "speech" : "narration",
      parts: isSpeech ? [{ start: span.start, spoken, asks }] : [],
      speaker: isSpeech ? speaking : null,
      basis: isSpeech ? basis : "none",
      runsOn: isSpeech && goesOn,
      startsTurn: passage.startsTurn,
      time,
      asks,
      endsWithAttribution: false,
    } satisfies Utterance;
  });
}
