import type { SourceText } from "../../source-text.ts";
import type { Format } from "../format.ts";
import type { Passage } from "../labelled/passage.ts";
import { utterancesByTurns } from "../labelled/utterances.ts";
import { takeCensus } from "./census.ts";
import { type Choice, chooseLabels } from "./choose-labels.ts";
import { linesOf, type Page } from "./lines.ts";
import { plainQuestions } from "./plain-questions.ts";
import { dialogueOf } from "./read-dialogue.ts";

interface Studied {
  readonly page: Page;
  readonly choice: Choice;
  /** Where no label says who speaks, but questions stand over their answers; null everywhere else. */
  readonly questions: readonly Passage[] | null;
}

/** A file is recognised first and read right after: what was found out about it is kept until then. */
const studied = new WeakMap<SourceText, Studied>();

/**
 * Plain text in which labels say who speaks: `ANN VALE: …`, `Ann Vale (00:01:02)`, `Q. …`, or dashes; or in which
 * questions stand over their answers.
 */
export const dialogue: Format = {
  name: "dialogue",
  key: "dialogue",
  extensions: [".txt"],
  recognises: (file) => {
    const found = study(file);
    const isDialogue = found.choice.isDialogue || found.questions !== null;
    if (isDialogue) studied.set(file, found);
    return isDialogue;
  },
  read: (file, cast) => {
    const { page, choice, questions } = studied.get(file) ?? study(file);
    studied.delete(file);
    if (!questions) return dialogueOf(file, null, page, choice, cast);
    const utterances = utterancesByTurns(questions, file, cast);
    return { source: file, utterances, diagnostics: [], labels: [] };
  },
};

function study(file: SourceText): Studied {
  const page = linesOf(file.text);
  const choice = chooseLabels(takeCensus(page.lines, file.text), file.text);
  const isNameless = !choice.isDialogue && page.margins.length === 0;
  return { page, choice, questions: isNameless ? plainQuestions(page.lines, file.text) : null };
}
