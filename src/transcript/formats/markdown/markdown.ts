import type { Cast } from "../../cast.ts";
import type { Diagnostic } from "../../diagnostic.ts";
import type { SourceText } from "../../source-text.ts";
import { article } from "../article/article.ts";
import { linesOf, type Page } from "../dialogue/lines.ts";
import { readDialogue } from "../dialogue/read-dialogue.ts";
import type { Format, FoundTranscript } from "../format.ts";
import { utterancesOf } from "../labelled/utterances.ts";
import { readBoldQuestions } from "./bold-questions.ts";
import { isEndless } from "./markdown-chunks.ts";
import { type MarkdownReading, readMarkdown } from "./markdown-reading.ts";

/** Markdown: read without its mark-up, and then as a dialogue where labels say who speaks, or else as an article. */
export const markdown: Format = {
  name: "Markdown",
  key: "markdown",
  extensions: [".md", ".markdown"],
  recognises: () => true,
  read: (file, cast) => {
    if (isEndless(file.text)) return readPlain(file, cast);
    const found = readMarkdown(file.text, "\n");
    const page = pageOf(found);
    const dialogue = readDialogue(file, found.reading, cast, page);
    if (dialogue) return dialogue;
    const source = file.readAs(found.reading);
    const passages = readBoldQuestions(found);
    if (passages)
      return { source, utterances: utterancesOf(passages, source, cast), diagnostics: [], labels: [] };
    // In prose a line break is where somebody's line was full.
    return article.read(file.readAs(readMarkdown(file.text, " ").reading), cast);
  },
};

/** The lines of the reading with what the mark-up said of them. */
function pageOf({ reading, headings, items, bold }: MarkdownReading): Page {
  const { lines, margins } = linesOf(reading.text);
  const marked = lines.map((line) => {
    const { start } = line.span;
    return {
      ...line,
      isHeading: headings.has(start),
      isItem: items.has(start),
      boldTo: bold.get(start) ?? start,
    };
  });
  return { lines: marked, margins };
}

/** The file as it stands, mark-up and all. */
function readPlain(file: SourceText, cast: Cast): FoundTranscript {
  const warning: Diagnostic = {
    severity: "warning",
    file: file.file.name,
    line: 1,
    column: 1,
    message:
      "its mark-up is nested too deep, or marks stand too close, to be read as Markdown; it was read as plain text.",
    advice: "Remove the marks that nothing needs, or save the file as .txt.",
  };
  const found = readDialogue(file, null, cast) ?? article.read(file, cast);
  return { ...found, diagnostics: [warning, ...found.diagnostics] };
}
