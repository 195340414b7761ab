import { turnaroundAfter } from "../search/turnaround.ts";
import type { Statement } from "../transcript/interview.ts";
import type { Span } from "../transcript/source-text.ts";
import { writtenOut } from "./english/contractions.ts";
import { CONDITIONS } from "./english/telling-words.ts";
import { negationsOf } from "./negations.ts";
import { type PrintedWord, spokenStretches } from "./printed-words.ts";
import { sentenceEnd, sentenceStart } from "./sentence-starts.ts";
import type { Caution } from "./verification.ts";

/**
 * What stands right around the words claimed and turns them around: a quote can be exact and still mislead, when the
 * sentence begins with "I don't believe that", or goes on with "unless".
 */
export function cautionsOf(
  statement: Statement,
  words: readonly PrintedWord[],
  said: Span,
): readonly Caution[] {
  const { text } = statement.interview.source;
  const cautions: Caution[] = [];
  const first = words.findIndex(({ start }) => start >= said.start);
  const start = first < 0 ? 0 : sentenceStart(text, words, first);
  const before = words.slice(start, Math.max(start, first));
  const kind = turningKind(before, text, statement.interview.language);
  if (kind) cautions.push({ kind, where: "before", said: spokenStretches(words, start, first) });
  const turn = turnaroundAfter(statement, said.end);
  if (turn) {
    const from = words.findIndex((word) => word.start >= turn.start);
    if (from >= 0) {
      const stretches = spokenStretches(words, from, sentenceEnd(text, words, from));
      if (stretches.length > 0) cautions.push({ kind: turn.kind, where: "after", said: stretches });
    }
  }
  return cautions;
}

function turningKind(
  words: readonly PrintedWord[],
  text: string,
  language: string,
): "negation" | "condition" | null {
  const negations = negationsOf(language);
  const forms = words.flatMap(({ form, start, end }) => writtenOut(form, text.slice(start, end)));
  if (forms.some((form) => negations.has(form))) return "negation";
  const isEnglish = /^en\b/iu.test(language);
  return isEnglish && forms.some((form) => CONDITIONS.has(form)) ? "condition" : null;
}
