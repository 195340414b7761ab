import { shortLabel } from "../reply/statement-labels.ts";
import type {
  ExplainedConfidence,
  ExplainedMatch,
  Explanation,
  MatchedWord,
  ReadWord,
} from "../search/explanation.ts";
import type { Share } from "../search/shares.ts";
import { foldWord } from "../search/text-analysis.ts";
import type { Archive } from "../transcript/archive.ts";
import {
  CLASS_NAMES,
  CONFIDENCE_NAMES,
  EXPECTATION_NAMES,
  LIKENESS_NAMES,
  OUTCOME_NAMES,
  PLACE_NAMES,
  SCORE_NAMES,
} from "./explanation-names.ts";
import { ownWords } from "./own-words.ts";
import { bold, dim, type Style } from "./style.ts";

/**
 * An explanation as it stands under the answer. All of it is ours: of a statement it names single words, as its source
 * spells them, and says so. The text begins with a blank line and ends with a line break.
 */
export function renderExplanation(explanation: Explanation, archive: Archive, style: Style): string {
  const { words, matches, confidence, readsMeaning } = explanation;
  const headings = matches.map((_, at) =>
    confidence.outcome === "none" ? "Nearest, but not shown:" : `${at + 1}.`,
  );
  const lines = [
    "",
    dim("────────", style),
    bold("How this was found", style),
    "In our own words: of a statement, only single words that matched are named.",
    "",
    bold("Your words", style),
    ...words.map(readWordLine),
    ...(words.length === 0 ? ["  There are none."] : []),
    ...formLines(explanation),
    ...(readsMeaning ? [] : ["No meaning is read: no language here has word vectors."]),
    ...matches.flatMap((match, at) => [
      "",
      bold(`${headings[at] ?? ""} ${ownWords(labelOf(match, archive))}`, style),
      ...matchLines(match, explanation),
    ]),
    "",
    bold(`Confidence ${confidence.value.toFixed(2)}`, style),
    ...confidenceLines(confidence),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function readWordLine({ typed, word, corrected, term, class: wordClass, weight }: ReadWord): string {
  const readings = [
    ...(word === foldWord(typed) ? [] : [`read as ${word}`]),
    ...(corrected === null ? [] : [`taken for ${corrected}`]),
    ...(term === (corrected ?? word) ? [] : [`looked up as ${term}`]),
    `${CLASS_NAMES[wordClass]}, weight ${weight.toFixed(2)}`,
  ];
  return `  ${ownWords(`${typed}: ${readings.join("; ")}`)}`;
}

function formLines({ form: { expects, askedFor, seeks } }: Explanation): readonly string[] {
  return [
    ...(expects === null ? [] : [`The wording asks for ${EXPECTATION_NAMES[expects]}.`]),
    ...(askedFor === null ? [] : [ownWords(`The word for what is asked for: ${askedFor}.`)]),
    ...(seeks === "question" ? ["What the interviewer asked is looked for."] : []),
    ...(seeks === "asker" ? ["What the interviewer said or the author writes is looked for."] : []),
  ];
}

function labelOf({ id }: ExplainedMatch, archive: Archive): string {
  const looked = archive.lookUp(id);
  return looked.found === "statement" ? `${shortLabel(looked.statement)} · id ${id}` : `id ${id}`;
}

function matchLines(
  { score, shares, words, meaningCompared }: ExplainedMatch,
  { readsMeaning }: Explanation,
): readonly string[] {
  return [
    "What your words met:",
    ...words.map((word) => `  ${ownWords(matchedWordLine(word))}`),
    ...(readsMeaning && !meaningCompared
      ? ["Its meaning wasn’t compared: its words are too far behind."]
      : []),
    `Score ${score.toFixed(2)}, of value × weight:`,
    ...shareLines(shares, SCORE_NAMES),
  ];
}

/** The best place in full, of the others their names. */
function matchedWordLine({ word, found, nearest }: MatchedWord): string {
  const [best, ...others] = [...found].sort((a, b) => b.strength - a.strength);
  const met: string[] = [];
  if (best) {
    const how = `${LIKENESS_NAMES[best.likeness]}, ${best.strength.toFixed(2)}`;
    met.push(`${best.word} (${how}) in ${PLACE_NAMES[best.place]}`);
  }
  if (others.length > 0) met.push(`also in ${others.map(({ place }) => PLACE_NAMES[place]).join(", ")}`);
  if (nearest && (nearest.word !== best?.word || nearest.place !== best.place)) {
    met.push(
      `nearest in meaning ${nearest.word} (${nearest.nearness.toFixed(2)}) in ${PLACE_NAMES[nearest.place]}`,
    );
  }
  return `${word}: ${met.length > 0 ? met.join("; ") : "nothing"}`;
}

function confidenceLines(confidence: ExplainedConfidence): readonly string[] {
  const { value, sum, nothing, shares, thresholds, outcome } = confidence;
  const outcomeLine = `An answer from ${thresholds.answer} on, the closest from ${thresholds.closest} on: this is ${OUTCOME_NAMES[outcome]}.`;
  if (sum === null) {
    const why = nothing === "no match" ? "nothing matches" : "the words are grammar alone";
    return [`There is nothing to be sure of: ${why}.`, outcomeLine];
  }
  return [
    "How sure it is that the first answers, of value × weight:",
    ...shareLines(shares, CONFIDENCE_NAMES),
    `The sum is ${sum.toFixed(2)}, its logistic value ${value.toFixed(2)}.`,
    outcomeLine,
  ];
}

/** One line each for what moves the sum at all. */
function shareLines<Name extends string>(
  shares: readonly Share<Name>[],
  names: Readonly<Record<Name, string>>,
): readonly string[] {
  const moving = shares.filter(({ share }) => share !== 0);
  const width = Math.max(0, ...moving.map(({ name }) => name.length));
  return moving.map(({ name, value, weight, share }) => {
    const product = `${value.toFixed(2)} × ${weight.toFixed(2)}`;
    return `  ${signed(share).padStart(6)}  ${name.padEnd(width)}  ${product.padEnd(13)}  ${names[name]}`;
  });
}

function signed(share: number): string {
  return share < 0 ? share.toFixed(2) : `+${share.toFixed(2)}`;
}
