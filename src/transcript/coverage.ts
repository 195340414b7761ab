import type { Interview } from "./interview.ts";
import type { Span } from "./source-text.ts";

/** What a character of a transcript is. Of two that a character could be, the later in this list is taken. */
export const CHARACTER_KINDS = ["markup", "narration", "label", "question", "speech"] as const;
export type CharacterKind = (typeof CHARACTER_KINDS)[number];

/**
 * How much of a file is what, in UTF-16 units that add up to its length: words of statements and of questions; the
 * author's own words, with attributions, quotation marks and [notes] beside what is spoken; labels that say who speaks
 * or when; and all the rest, which is mark-up and white space.
 * @param labels stretches of the file, as a format finds them.
 */
export function coverageOf(
  { statements, source }: Pick<Interview, "statements" | "source">,
  labels: readonly Span[],
): Readonly<Record<CharacterKind, number>> {
  const { length } = source.printed({ start: 0, end: Number.POSITIVE_INFINITY });
  const kinds = new Uint8Array(length);
  const mark = (kind: CharacterKind, { start, end }: Span) => {
    kinds.fill(CHARACTER_KINDS.indexOf(kind), start, end);
  };
  for (const { spans } of statements) {
    for (const span of spans) for (const place of source.placesOf(span)) mark("narration", place);
  }
  for (const label of labels) mark("label", label);
  for (const { spoken, kind } of statements) {
    const spokenAs = kind === "question" ? "question" : "speech";
    for (const span of spoken) for (const place of source.placesOf(span)) mark(spokenAs, place);
  }
  const counts = { markup: 0, narration: 0, label: 0, question: 0, speech: 0 };
  for (const kind of kinds) counts[CHARACTER_KINDS[kind] ?? "markup"] += 1;
  return counts;
}
