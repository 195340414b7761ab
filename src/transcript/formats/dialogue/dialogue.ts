import type { Cast } from "../../cast.ts";
import type { SourceText } from "../../source-text.ts";
import type { Format, FoundTranscript } from "../format.ts";
import { labelledFormat } from "../labelled/labelled-format.ts";
import type { Passage } from "../labelled/passage.ts";
import { utterancesOf } from "../labelled/utterances.ts";
import { takeCensus } from "./census.ts";
import { type Choice, chooseLabels } from "./choose-labels.ts";
import { linesOf, type Page } from "./lines.ts";
import { plainQuestions } from "./plain-questions.ts";
import { scanDialogue } from "./scan-dialogue.ts";

interface Studied {
  readonly page: Page;
  readonly choice: Choice;
  /** Where no label says who speaks, but questions stand over their answers; null everywhere else. */
  readonly questions: readonly Passage[] | null;
}

/** A file is recognised first and read right after: what was found out about it is kept until then. */
const studied = new WeakMap<SourceText, Studied>();

const EXTENSIONS = [".txt"];

const labelled = labelledFormat(
  { name: "dialogue", key: "dialogue", extensions: EXTENSIONS, recognises: () => true },
  (file) => {
    const { page, choice } = studiedOf(file);
    return scanDialogue(file, file.text, null, page, choice);
  },
);

/**
 * Plain text in which labels say who speaks: `ANN VALE: …`, `Ann Vale (00:01:02)`, `Q. …`, or dashes; or in which
 * questions stand over their answers.
 */
export const dialogue: Format = {
  name: "dialogue",
  key: "dialogue",
  extensions: EXTENSIONS,
  recognises: (file) => {
    const found = study(file);
    const isDialogue = found.choice.isDialogue || found.questions !== null;
    if (isDialogue) studied.set(file, found);
    return isDialogue;
  },
  read: (file, cast) => {
    const { questions } = studied.get(file) ?? study(file);
    return questions ? readQuestions(questions, file, cast) : labelled.read(file, cast);
  },
};

/** Nothing names the two but what they say. */
function readQuestions(passages: readonly Passage[], file: SourceText, cast: Cast): FoundTranscript {
  const utterances = utterancesOf(passages, file, cast).map((utterance) =>
    utterance.basis === "stated" ? { ...utterance, basis: "turn-taking" as const } : utterance,
  );
  studied.delete(file);
  return { source: file, utterances, diagnostics: [], labels: [] };
}

function studiedOf(file: SourceText): Studied {
  const found = studied.get(file) ?? study(file);
  studied.delete(file);
  return found;
}

function study(file: SourceText): Studied {
  const page = linesOf(file.text);
  const choice = chooseLabels(takeCensus(page.lines, file.text), file.text);
  const isNameless = !choice.isDialogue && page.margins.length === 0;
  return { page, choice, questions: isNameless ? plainQuestions(page.lines, file.text) : null };
}
