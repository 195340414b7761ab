import type { Cast } from "./cast.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { LocatedSidecar } from "./sidecar.ts";
import type { SourceText } from "./source-text.ts";
import { StatementsByLine } from "./statements-by-line.ts";
import type { Utterance } from "./utterance.ts";

/**
 * Applies what the sidecar corrects, before turns are taken, so that a corrected speaker counts in what follows.
 * A correction that names no statement or no speaker is an error: it would otherwise be silently lost.
 */
export function applyCorrections(
  found: readonly Utterance[],
  located: LocatedSidecar,
  source: SourceText,
  cast: Cast,
): { readonly utterances: readonly Utterance[]; readonly diagnostics: readonly Diagnostic[] } {
  const utterances = [...found];
  const diagnostics: Diagnostic[] = [];
  const byLine = new StatementsByLine(
    found.map(({ span }) => span),
    source,
  );
  located.sidecar.corrections.forEach((correction, index) => {
    const problem = (key: string, message: string, advice: string) =>
      diagnostics.push(located.problem(["corrections", index, key], message, advice));

    const { from, to } = byLine.between(correction.line, correction.line);
    const count = to - from;
    const at = from + correction.nth - 1;
    const utterance = at < to ? utterances[at] : undefined;
    if (!utterance) {
      const many = count === 1 ? "one statement stands" : `${count} statements stand`;
      problem(
        count === 0 ? "line" : "nth",
        `the correction names nothing: ${count === 0 ? "no statement stands" : `only ${many}`} on line ${correction.line} of ${source.file.name}.`,
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
      if (asked.from === asked.to || asked.from >= at) {
        problem(
          "answers",
          `the correction names nothing: no question stands on line ${correction.answers} of ${source.file.name}, before the statement on line ${correction.line}.`,
          "Name a line of the question, or null.",
        );
        return;
      }
    }
    const becomesNarration = correction.kind === "narration";
    const becomesSpeech = utterance.kind === "narration" && !becomesNarration && speaker !== undefined;
    if (utterance.kind === "narration" && correction.kind && !becomesNarration && !speaker) {
      problem(
        "kind",
        `line ${correction.line} of ${source.file.name} is narration, so making it a ${correction.kind} needs a speaker.`,
        "Add the speaker to the correction.",
      );
      return;
    }
    utterances[at] = {
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
  });
  return { utterances, diagnostics };
}
