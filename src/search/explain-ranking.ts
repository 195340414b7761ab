import { ANSWER_FROM, CLOSEST_FROM, confidenceOf, confidenceSum, outcomeOf } from "./confidence.ts";
import type { ExplainedConfidence, ExplainedMatch, Explanation, ReadWord } from "./explanation.ts";
import { matchedWords } from "./matched-words.ts";
import type { TextReading } from "./query-reading.ts";
import { type Ranked, scoreOf } from "./ranking.ts";
import { sharesOf } from "./shares.ts";
import type { Shortlister } from "./shortlist.ts";
import type { StatementIndex } from "./statement-index.ts";

/** What was asked, and what became of it. */
export interface Explained {
  readonly reading: TextReading;
  readonly ranked: readonly Ranked[];
  /** How many of the ranked are explained. */
  readonly count: number;
}

export function explainRanking(
  index: StatementIndex,
  shortlister: Shortlister,
  { reading, ranked, count }: Explained,
): Explanation {
  return {
    words: readWords(reading),
    form: reading.form,
    readsMeaning: shortlister.readsMeaning,
    matches: ranked.slice(0, count).map((one) => explainMatch(index, shortlister, reading, one)),
    confidence: explainConfidence(reading, ranked),
  };
}

function readWords({ words, origins }: TextReading): readonly ReadWord[] {
  return words.map(({ word, meantTerm, wordClass, weight }, at) => ({
    typed: origins[at]?.typed ?? word,
    word,
    corrected: origins[at]?.corrected ?? null,
    term: meantTerm,
    class: wordClass,
    weight,
  }));
}

function explainMatch(
  index: StatementIndex,
  shortlister: Shortlister,
  reading: TextReading,
  { features, score }: Ranked,
): ExplainedMatch {
  const { document, meaning } = features;
  const statement = index.statements[document];
  if (!statement) throw new RangeError(`there is no document ${document}`);
  const nearest = meaning ? shortlister.nearest(reading, document) : null;
  return {
    id: statement.id,
    score,
    shares: sharesOf((see) => scoreOf(features, reading.form, see)),
    meaningCompared: meaning !== null,
    words: matchedWords(index, reading, features, nearest),
  };
}

function explainConfidence(reading: TextReading, ranked: readonly Ranked[]): ExplainedConfidence {
  const sum = confidenceSum(ranked, reading);
  const value = confidenceOf(ranked, reading);
  return {
    value,
    sum,
    nothing: sum !== null ? null : ranked.length === 0 ? "no match" : "only grammar",
    shares: sharesOf((see) => confidenceSum(ranked, reading, see)),
    thresholds: { answer: ANSWER_FROM, closest: CLOSEST_FROM },
    outcome: outcomeOf(value),
  };
}
