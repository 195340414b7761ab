import type { Statement } from "../transcript/interview.ts";
import { languageOf } from "./language.ts";

/** Words that turn around what stands right before them, so that it must not be quoted without them. */
export interface Turnaround {
  /**
   * - `condition`: "only if", "unless", "without", "except";
   * - `negation`: "not", "No, …", "That’s not what I said", "He denies that";
   * - `contrast`: "but", "however", "although".
   */
  readonly kind: "negation" | "condition" | "contrast";
  /** Where they stand, from `start` up to, not including, `end`: UTF-16 code units of the text looked at. */
  readonly start: number;
  readonly end: number;
}

/** Turning words are looked for at the start of what comes after, so that much of it is enough. */
const LOOK_AHEAD = 200;

/**
 * What is spoken right after a place in a statement and turns around the words before it; null where nothing does.
 * Attributions and [editorial insertions] in between weren't spoken and are passed over.
 *
 * @param at offset in the source where the quoted words end.
 * @returns the turning words, in offsets of the source.
 */
export function turnaroundAfter(statement: Statement, at: number): Turnaround | null {
  const { interview, spoken, spans } = statement;
  const { text } = interview.source;
  let between = "";
  for (const { start, end } of spoken.length > 0 ? spoken : spans) {
    const from = Math.max(start, at);
    if (from >= end) continue;
    const words = text.slice(from, Math.min(end, from + LOOK_AHEAD));
    if (!/[\p{L}\p{N}]/u.test(words)) {
      // Only the full stop or the closing mark is left here: the next words spoken are what comes after.
      between += `${words} `;
      continue;
    }
    const found = languageOf(interview.language).turnsAround(between + words);
    if (!found) return null;
    const shift = from - between.length;
    return { kind: found.kind, start: found.start + shift, end: found.end + shift };
  }
  return null;
}
