import type { Cast } from "../../cast.ts";
import type { Reading } from "../../reading.ts";
import type { SourceText } from "../../source-text.ts";
import type { FoundTranscript } from "../format.ts";
import { utterancesOf } from "../labelled/utterances.ts";
import { takeCensus } from "./census.ts";
import { type Choice, chooseLabels } from "./choose-labels.ts";
import { linesOf, type Page } from "./lines.ts";
import { scanDialogue } from "./scan-dialogue.ts";

/**
 * Reads a file as a dialogue.
 *
 * @param file its text as it is on disk.
 * @param reading how it was read until now; null for the file's own text.
 * @param page the lines of that, where more is known of them than their words.
 * @returns null where labels don't say who speaks.
 */
export function readDialogue(
  file: SourceText,
  reading: Reading | null,
  cast: Cast,
  page?: Page,
): FoundTranscript | null {
  const text = reading?.text ?? file.text;
  const lines = page ?? linesOf(text);
  const choice = chooseLabels(takeCensus(lines.lines, text), text);
  if (!choice.isDialogue) return null;
  return dialogueOf(file, reading, lines, choice, cast);
}

/** The dialogue that a file is, once it is known which of its lines have labels. */
export function dialogueOf(
  file: SourceText,
  reading: Reading | null,
  page: Page,
  choice: Choice,
  cast: Cast,
): FoundTranscript {
  const text = reading?.text ?? file.text;
  const scan = scanDialogue(file, text, reading, page, choice);
  const read = scan.reading ?? reading;
  const source = read ? file.readAs(read) : file;
  const { passages, labels, diagnostics } = scan;
  return { source, utterances: utterancesOf(passages, source, cast), diagnostics, labels };
}
