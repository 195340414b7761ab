import type { Diagnostic } from "../../diagnostic.ts";
import type { SourceText } from "../../source-text.ts";
import { holdsQuotedSentence, isLabelled } from "../../unread-speech.ts";
import type { Utterance } from "../../utterance.ts";

/** Warns of a file in which nobody speaks although it looks as if somebody does. */
export function warnOfUnread(source: SourceText, utterances: readonly Utterance[]): readonly Diagnostic[] {
  if (utterances.some(({ kind }) => kind === "speech")) return [];
  const textOf = ({ span }: Utterance) => source.text.slice(span.start, span.end);
  const quoting = utterances.find((utterance) => holdsQuotedSentence(textOf(utterance)));
  const turns = quoting ? [] : utterances.filter((utterance) => isLabelled(textOf(utterance)));
  // A single colon after a capital may be a heading or a note.
  const first = quoting ?? (turns.length > 1 ? turns[0] : undefined);
  if (!first) return [];
  const labelled = first !== quoting;
  return [
    {
      severity: "warning",
      file: source.file.name,
      ...source.positionAt(first.span.start),
      message: `no speech was found in the file, though ${labelled ? "it has lines of dialogue, such as this one" : "words stand in quotation marks, such as here"}; all of it was taken for narration.`,
      advice: labelled
        ? "Set the spoken words in quotation marks, as newspapers do, or correct the lines in the yaml."
        : "Set the spoken words in marks such as “ ”, with who says them, or correct the lines in the yaml.",
    },
  ];
}
