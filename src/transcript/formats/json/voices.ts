import type { Cast } from "../../cast.ts";
import type { JsonNode } from "./json-document.ts";

/** What programs write where they can't tell a voice. */
const UNKNOWN = /^(?:unknown|unknown speaker|unk|none|null|n\/a|\?+|<unknown>)?$/iu;
/** The number or letter by which a program tells voices apart; "SPEAKER_00" reads as it is. */
const BARE = /^(?:\d+|\p{L})$/u;

/**
 * A voice as the file names it. A bare number or letter becomes "Speaker 0" or "Speaker A", so that it reads as a
 * person – unless the yaml lists it just so as somebody's name or alias. Null where the file names none.
 *
 * @param kind what such a number counts: speakers, or channels of a recording in which each has one.
 */
export function voiceOf(
  node: JsonNode | undefined,
  cast: Cast,
  kind: "Speaker" | "Channel" = "Speaker",
): string | null {
  const written = node?.string ?? (node?.number === undefined ? "" : String(node.number));
  const name = written
    .replace(/\p{Surrogate}/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  if (UNKNOWN.test(name) || name === "NaN") return null;
  return BARE.test(name) && !cast.find(name) ? `${kind} ${name}` : name;
}
