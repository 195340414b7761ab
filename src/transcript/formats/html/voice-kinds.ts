import type { Span } from "../../source-text.ts";
import type { Line } from "./compose.ts";
import type { Label } from "./voice-names.ts";

/** Words that may name a voice, by where they stand and how they are set. */
export interface Candidate {
  /** "speaker", "cite", "bold", "italic", "dt", "h3", "cell 0": the same throughout a page where it names voices. */
  readonly kind: string;
  readonly line: Line;
  /** Null where it can't be a name. */
  readonly label: Label | null;
  readonly text: string;
  /** In the reading. */
  readonly span: Span;
  /** True when nothing else stands on its line. */
  readonly alone: boolean;
}

export type Held = Candidate & { readonly label: Label };

/** Of the words set in one way, so many at least must be names. */
const MOSTLY = 0.6;
/** Two to four words in capitals: "Bo Reed", but neither "Later" nor "The end". */
const WHOLE_NAME = /^\p{Lu}[\p{L}\p{M}.’'-]*(?:\s+\p{Lu}[\p{L}\p{M}.’'-]*){1,3}$/u;
const BY_COLON_ONLY: ReadonlySet<string> = new Set(["italic", "cite"]);

/**
 * The candidates that name voices, one a line at most, in order. A way of setting words names voices when most of what
 * is set so are names and they have colons or come again: a page's headings are said once, its speakers speak again.
 */
export function heldVoices(candidates: readonly Candidate[], lines: readonly Line[]): readonly Held[] {
  const kinds = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const same = kinds.get(candidate.kind);
    if (same) same.push(candidate);
    else kinds.set(candidate.kind, [candidate]);
  }
  const held = new Map<Line, Held>();
  for (const [kind, all] of kinds) {
    for (const candidate of heldOf(kind, all, lines)) {
      const before = held.get(candidate.line);
      // "<dt><b>Ann</b>: …": the closer of the two knows where the name ends.
      if (!before || before.span.end > candidate.span.end) held.set(candidate.line, candidate);
    }
  }
  return [...held.values()].sort((one, other) => one.span.start - other.span.start);
}

function heldOf(kind: string, all: readonly Candidate[], lines: readonly Line[]): readonly Held[] {
  const named = all.filter((candidate): candidate is Held => candidate.label !== null);
  const withColon = named.filter(({ label }) => label.hasColon);
  const times = countVoices(named);
  const again = named.filter(({ label }) => (times.get(label.voice.toLowerCase()) ?? 0) > 1);
  if (named.length < all.length * MOSTLY && withColon.length < all.length * 0.3) return [];
  if (kind === "speaker") return named;
  // A cite names whoever speaks next where it stands apart from the words; among them it names a book or a paper.
  if (
    kind === "cite" &&
    named.filter(({ alone, label }) => alone || label.hasColon).length >= all.length * MOSTLY
  )
    return named;
  const voices = new Set(again.map(({ label }) => label.voice.toLowerCase()));
  if (withColon.length >= 2 && (voices.size > 0 || carries(withColon, lines))) {
    const known = countVoices(withColon);
    return named.filter(({ label }) => label.hasColon || known.has(label.voice.toLowerCase()));
  }
  if (BY_COLON_ONLY.has(kind) || named.length < 3 || voices.size === 0) return [];
  const isHeading = /^h[1-6]$/.test(kind);
  if (voices.size < 2 && again.length < named.length * MOSTLY) return [];
  if (again.length < named.length * 0.5) return [];
  if (!isHeading) return named;
  // A heading that comes but once is a heading, unless it looks like nothing but a name.
  return named.filter(({ label }) => voices.has(label.voice.toLowerCase()) || WHOLE_NAME.test(label.voice));
}

/**
 * True when labels that never come again still carry the whole page. "Age:" and "Place:" have colons in a box of facts,
 * too, and so has "Related:" below an article, but there they are few among other lines, or stand at the end.
 */
function carries(withColon: readonly Held[], lines: readonly Line[]): boolean {
  const first = withColon[0] ? lines.indexOf(withColon[0].line) : lines.length;
  if (withColon.length >= lines.length * 0.4) return true;
  const alone = withColon.filter((candidate) => candidate.alone).length;
  return alone * 2 >= (lines.length - first) * 0.4 && first < lines.length / 3;
}

function countVoices(named: readonly Held[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { label } of named) {
    const voice = label.voice.toLowerCase();
    times.set(voice, (times.get(voice) ?? 0) + 1);
  }
  return times;
}
