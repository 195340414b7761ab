import type { Cast } from "../../cast.ts";
import type { Reading } from "../../reading.ts";
import type { SourceText } from "../../source-text.ts";
import type { FoundTranscript } from "../format.ts";
import { utterancesOf } from "../labelled/utterances.ts";
import { takeCensus } from "./census.ts";
import { chooseLabels } from "./choose-labels.ts";
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
  const {
    reading: without,
    passages,
    labels,
    diagnostics,
  } = scanDialogue(file, text, reading, lines, choice);
  const read = without ?? reading;
  const source = read ? file.readAs(read) : file;
  return { source, utterances: utterancesOf(passages, source, cast), diagnostics, labels };
}
