import type { SourceText } from "../../source-text.ts";
import type { Format } from "../format.ts";
import { labelledFormat } from "../labelled/labelled-format.ts";
import { takeCensus } from "./census.ts";
import { type Choice, chooseLabels } from "./choose-labels.ts";
import { linesOf, type Page } from "./lines.ts";
import { scanDialogue } from "./scan-dialogue.ts";

interface Studied {
  readonly page: Page;
  readonly choice: Choice;
}

/** A file is recognised first and read right after: what was found out about it is kept until then. */
const studied = new WeakMap<SourceText, Studied>();

/** Plain text in which labels say who speaks: `ANN VALE: …`, `Ann Vale (00:01:02)`, `Q. …`, or dashes. */
export const dialogue: Format = labelledFormat(
  {
    name: "dialogue",
    key: "dialogue",
    extensions: [".txt"],
    recognises: (file) => {
      const found = study(file);
      if (found.choice.isDialogue) studied.set(file, found);
      return found.choice.isDialogue;
    },
  },
  (file) => {
    const { page, choice } = studied.get(file) ?? study(file);
    studied.delete(file);
    return scanDialogue(file, file.text, null, page, choice);
  },
);

function study(file: SourceText): Studied {
  const page = linesOf(file.text);
  return { page, choice: chooseLabels(takeCensus(page.lines, file.text), file.text) };
}
