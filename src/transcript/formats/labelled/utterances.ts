import type { Cast } from "../../cast.ts";
import type { AttributionBasis, Speaker } from "../../interview.ts";
import type { SourceText } from "../../source-text.ts";
import type { Utterance } from "../../utterance.ts";
import { isStageNote } from "../dialogue/asides.ts";
import { endsAsking } from "./ends-asking.ts";
import type { Passage } from "./passage.ts";
import { castVoices } from "./roles.ts";
import { wordsSpoken } from "./transcriber-marks.ts";

/** Our name for a voice that the file doesn't tell from others. */
const UNIDENTIFIED = "Unidentified speaker";

/** Who speaks a passage, and how that is known. */
interface Attributed {
  /** Null where turn-taking has to tell. */
  readonly speaker: Speaker | null;
  readonly basis: AttributionBasis | null;
  readonly goesOn: boolean;
}

/** Gives the passages of a labelled transcript their speakers, and leaves out of the spoken words what nobody said. */
export function utterancesOf(
  passages: readonly Passage[],
  source: SourceText,
  cast: Cast,
): readonly Utterance[] {
  const speakers = castVoices(passages, source, cast);
  const voices = new Set(speakers.values());
  const nobody = namesNobody(passages, voices.size) ? somebody(cast) : null;
  let speaking: Speaker | null = null;
  let hasSpoken = false;
  return passages.map((passage, index) => {
    const { span, kind, time, startsTurn, startsStatement } = passage;
    const spoken = kind === "speech" ? wordsSpoken(source.text, span) : [];
    const isBetween =
      spoken.length === 0 && hasSpoken && goesOnAfter(passages, index, speaking, speakers, source);
    if (spoken.length > 0 || passage.voice !== null) {
      const found = nobody ?? attribute(passage, speaking, hasSpoken, speakers, voices, cast);
      speaking = found.speaker;
      hasSpoken = true;
      if (spoken.length > 0) {
        const asks = endsAsking(
          source.text.slice(
            Math.max(span.start, (spoken.at(-1)?.end ?? 0) - 60),
            lastSpoken(spoken, source, span.end),
          ),
        );
        return {
          span,
          spoken,
          quoted: [],
          kind: "speech",
          parts: [{ start: span.start, spoken, asks }],
          speaker: found.speaker,
          basis: found.basis,
          runsOn: found.goesOn,
          startsTurn: startsTurn || startsStatement === true,
          time,
          asks,
          endsWithAttribution: false,
        } satisfies Utterance;
      }
    }
    return {
      span,
      spoken: [],
      quoted: [],
      kind: isBetween ? "speech" : "narration",
      parts: [],
      speaker: isBetween ? speaking : null,
      basis: isBetween ? "running" : "none",
      runsOn: isBetween,
      startsTurn: false,
      time,
      asks: false,
      endsWithAttribution: false,
    } satisfies Utterance;
  });
}

/** The same where nothing names the voices but how their words are set: then it is the order of turns that tells. */
export function utterancesByTurns(
  passages: readonly Passage[],
  source: SourceText,
  cast: Cast,
): readonly Utterance[] {
  return utterancesOf(passages, source, cast).map((utterance) =>
    utterance.basis === "stated" ? { ...utterance, basis: "turn-taking" } : utterance,
  );
}

/** From this much of the passages on, marks at their front say that two take turns. */
const TAKES_TURNS = 0.5;

/** True for a file that names no voice, nor shows by dashes that two speak in turn: an automatic transcript is such. */
function namesNobody(passages: readonly Passage[], voices: number): boolean {
  if (voices > 0) return false;
  const spoken = passages.filter(({ kind }) => kind === "speech");
  return spoken.filter(({ startsTurn }) => startsTurn).length < TAKES_TURNS * spoken.length;
}

/**
 * Who speaks where nobody is named: the only one that the yaml lists, or nobody can tell. The words of whoever asks
 * and of whoever answers look alike then, so neither is given to the other.
 */
function somebody(cast: Cast): Attributed {
  const [only, another] = cast.speakers;
  if (cast.listed && only && !another) return { speaker: only, basis: "turn-taking", goesOn: false };
  return { speaker: cast.named(UNIDENTIFIED, "other"), basis: "none", goesOn: false };
}

function attribute(
  passage: Passage,
  speaking: Speaker | null,
  hasSpoken: boolean,
  speakers: ReadonlyMap<string, Speaker>,
  voices: ReadonlySet<Speaker>,
  cast: Cast,
): Attributed {
  const named = passage.voice === null ? undefined : speakers.get(passage.voice);
  if (named) return { speaker: named, basis: "stated", goesOn: false };
  if (!passage.startsTurn) {
    // Words before the first name.
    if (!hasSpoken) return { speaker: cast.named(UNIDENTIFIED, "other"), basis: "none", goesOn: false };
    return { speaker: speaking, basis: speaking ? "running" : null, goesOn: true };
  }
  if (voices.size === 2) {
    const other = [...voices].find((one) => one !== speaking);
    if (speaking && other) return { speaker: other, basis: "turn-taking", goesOn: false };
  }
  // A dash says only that somebody else speaks: of many nobody can tell who.
  if (voices.size > 2) return { speaker: cast.named(UNIDENTIFIED, "other"), basis: "none", goesOn: false };
  return { speaker: null, basis: null, goesOn: false };
}

/** True for marks and notes within a turn: "(Applause.)", with whoever was interrupted going on behind it. */
function goesOnAfter(
  passages: readonly Passage[],
  index: number,
  speaking: Speaker | null,
  speakers: ReadonlyMap<string, Speaker>,
  source: SourceText,
): boolean {
  const [passage, next] = [passages[index], passages[index + 1]];
  if (!passage || next?.kind !== "speech" || speaking === null || passage.voice !== null) return false;
  if (!isStageNote(source.text.slice(passage.span.start, passage.span.end))) return false;
  return next.voice === null ? !next.startsTurn : speakers.get(next.voice) === speaking;
}

/** Where the last spoken words end, with the punctuation behind them: not with the marks behind that. */
function lastSpoken(spoken: Utterance["spoken"], source: SourceText, end: number): number {
  let at = spoken.at(-1)?.end ?? end;
  while (at < end && /[?？؟;!.…"'”’»]/u.test(source.text.charAt(at))) at += 1;
  return at;
}
