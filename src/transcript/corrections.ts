import type { Cast } from "./cast.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { trimSpan } from "./formats/article/paragraphs.ts";
import type { Speaker } from "./interview.ts";
import type { Correction, LocatedSidecar } from "./sidecar/sidecar.ts";
import type { SourceText } from "./source-text.ts";
import { type IndexRange, StatementsByLine } from "./statements-by-line.ts";
import type { Utterance } from "./utterance.ts";

/** An utterance to correct, or one of its quotations. */
interface Target {
  readonly at: number;
  readonly part: number | null;
}

/**
 * Applies what the sidecar corrects, before turns are taken, so that a corrected speaker counts in what follows.
 * A correction that names no statement or no speaker, or contradicts another, is an error: it would otherwise be
 * silently lost.
 */
export function applyCorrections(
  found: readonly Utterance[],
  located: LocatedSidecar,
  source: SourceText,
  cast: Cast,
): { readonly utterances: readonly Utterance[]; readonly diagnostics: readonly Diagnostic[] } {
  if (located.sidecar.corrections.length === 0) return { utterances: found, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const byLine = new StatementsByLine(
    found.map(({ span }) => span),
    source,
  );
  /** What was set already, by statement, quotation and key. */
  const settings = new Map<string, unknown>();
  const accepted: { readonly target: Target; readonly change: (utterance: Utterance) => Utterance }[] = [];
  located.sidecar.corrections.forEach((correction, index) => {
    const problem = (key: string, message: string, advice: string) =>
      diagnostics.push(located.problem(["corrections", index, key], message, advice));

    const range = byLine.between(correction.line, correction.line);
    const target = targetOf(correction, found, range);
    const utterance = target && found[target.at];
    if (!target || !utterance) {
      problem(
        range.from === range.to ? "line" : "nth",
        `the correction names nothing: ${whatStands(found, range)} on line ${correction.line} of ${source.file.name}.`,
        "Name a line that the statement stands on, counted from 1.",
      );
      return;
    }
    const speaker = correction.speaker === undefined ? undefined : cast.find(correction.speaker);
    if (correction.speaker !== undefined && !speaker) {
      problem(
        "speaker",
        `the correction names nobody: “${correction.speaker}” is not among the speakers.`,
        "Add the person under speakers, or use one of the names there.",
      );
      return;
    }
    if (typeof correction.answers === "number") {
      const asked = byLine.between(correction.answers, correction.answers);
      if (asked.from === asked.to || asked.from >= target.at) {
        problem(
          "answers",
          `the correction names nothing: nothing that could be answered stands on line ${correction.answers} of ${source.file.name}, before the statement on line ${correction.line}.`,
          "Name a line of what it answers, or null.",
        );
        return;
      }
    }
    if (utterance.kind === "narration" && correction.kind && correction.kind !== "narration" && !speaker) {
      problem(
        "kind",
        `line ${correction.line} of ${source.file.name} is narration, so making it a ${correction.kind} needs a speaker.`,
        "Add the speaker to the correction.",
      );
      return;
    }
    const set = { speaker, kind: correction.kind, answers: correction.answers };
    for (const [key, value] of Object.entries(set)) {
      if (value === undefined) continue;
      const place = `${target.at} ${target.part} ${key}`;
      if (settings.has(place) && settings.get(place) !== value) {
        problem(
          key,
          `the correction contradicts an earlier one, which sets another ${key} for the same words on line ${correction.line} of ${source.file.name}.`,
          "Remove one of the two.",
        );
        return;
      }
      settings.set(place, value);
    }
    accepted.push({ target, change: (one) => corrected(one, correction, speaker) });
  });

  // A correction of one quotation counts for more than one of the whole, in whatever order they come.
  const changes = new Map<number, typeof accepted>();
  for (const one of accepted) {
    const others = changes.get(one.target.at);
    if (others) others.push(one);
    else changes.set(one.target.at, [one]);
  }
  const utterances = found.flatMap((utterance, at) => {
    const own = changes.get(at);
    if (!own) return [utterance];
    const parts = own.flatMap(({ target }) => (target.part === null ? [] : [target.part]));
    return splitAt(utterance, new Set(parts), source).map(({ piece, part }) => {
      const whole = own.filter(({ target }) => target.part === null);
      const particular = part === null ? [] : own.filter(({ target }) => target.part === part);
      return [...whole, ...particular].reduce((result, { change }) => change(result), piece);
    });
  });
  return { utterances, diagnostics };
}

/** Without `nth` the first statement on the line; with it the nth one there, or the nth quotation of the only one. */
function targetOf(
  { nth }: Correction,
  found: readonly Utterance[],
  { from, to }: IndexRange,
): Target | undefined {
  if (from === to) return undefined;
  if (nth === undefined) return { at: from, part: null };
  if (to - from > 1) return from + nth - 1 < to ? { at: from + nth - 1, part: null } : undefined;
  const quotations = found[from]?.parts.length ?? 0;
  if (nth === 1 && quotations <= 1) return { at: from, part: null };
  return nth <= quotations ? { at: from, part: nth - 1 } : undefined;
}

function whatStands(found: readonly Utterance[], { from, to }: IndexRange): string {
  if (from === to) return "no statement stands";
  if (to - from > 1) return `only ${to - from} statements stand`;
  const quotations = found[from]?.parts.length ?? 0;
  return `only one statement${quotations > 1 ? `, of ${quotations} quotations,` : ""} stands`;
}

/** Sets the given quotations apart from those before and after them. */
function splitAt(
  utterance: Utterance,
  parts: ReadonlySet<number>,
  source: SourceText,
): readonly { readonly piece: Utterance; readonly part: number | null }[] {
  const count = utterance.parts.length;
  if (parts.size === 0 || count < 2) return [{ piece: utterance, part: parts.has(0) ? 0 : null }];
  const starts = utterance.parts.flatMap((_, at) =>
    at === 0 || parts.has(at) || parts.has(at - 1) ? [at] : [],
  );
  return starts.flatMap((first, index) => {
    const next = starts[index + 1] ?? count;
    const own = utterance.parts.slice(first, next);
    const span = trimSpan(source.text, {
      start: first === 0 ? utterance.span.start : (own[0]?.start ?? 0),
      end: utterance.parts[next]?.start ?? utterance.span.end,
    });
    if (!span) return [];
    const spoken = own.flatMap((part) => part.spoken);
    const isSpeech = utterance.kind === "speech";
    const isLast = next === count;
    const piece: Utterance = {
      ...utterance,
      span,
      parts: own,
      spoken: isSpeech ? spoken : [],
      quoted: isSpeech ? [] : spoken,
      runsOn: utterance.runsOn && first === 0,
      asks: isSpeech ? (own.at(-1)?.asks ?? false) : utterance.asks && isLast,
      endsWithAttribution: utterance.endsWithAttribution && isLast,
    };
    return [{ piece, part: parts.has(first) ? first : null }];
  });
}

function corrected(utterance: Utterance, correction: Correction, speaker: Speaker | undefined): Utterance {
  const becomesNarration = correction.kind === "narration";
  const becomesSpeech = utterance.kind === "narration" && !becomesNarration && speaker !== undefined;
  return {
    ...utterance,
    ...(becomesNarration
      ? { kind: "narration" as const, spoken: [], speaker: null, basis: "none" as const, runsOn: false }
      : {}),
    ...(becomesSpeech
      ? {
          kind: "speech" as const,
          spoken: utterance.quoted.length > 0 ? utterance.quoted : [utterance.span],
        }
      : {}),
    ...(speaker ? { speaker, basis: "correction" as const } : {}),
    corrected: {
      ...utterance.corrected,
      ...(correction.kind && !becomesNarration ? { kind: correction.kind } : {}),
      ...(correction.answers !== undefined ? { answersLine: correction.answers } : {}),
    },
  };
}
