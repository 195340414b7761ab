import { atOnce, type Steps } from "../transcript/steps.ts";
import { type Candidate, CandidateFinder, FEW, scopeOf } from "./candidates.ts";
import { EvidenceReader } from "./evidence.ts";
import { addMeaning, type Features, featuresOf } from "./features.ts";
import { MeaningReader, type NearestWord } from "./meaning.ts";
import { type QueryReading, readQuery, type TextReading, type WordKnowledge } from "./query-reading.ts";
import { rank } from "./ranking.ts";
import { RelatedTerms } from "./related-terms.ts";
import type { SearchQuery } from "./search.ts";
import type { StatementIndex } from "./statement-index.ts";
import { TermVectors } from "./term-vectors.ts";
import { WordRepair } from "./word-repair.ts";

/** How many candidates are looked at closely; and of how many of those, best by their words, the meaning is read. */
const CLOSE_LOOK = 32;
const MEANING_READ = 16;

/** What takes long to make. */
interface ShortlisterParts {
  readonly knowledge: WordKnowledge;
  readonly terms: TermVectors | null;
  readonly finder: CandidateFinder;
}

/** A shortlister, made in steps. */
export function* shortlisterSteps(index: StatementIndex): Steps<Shortlister> {
  return new Shortlister(index, yield* partsOf(index));
}

function* partsOf(index: StatementIndex): Steps<ShortlisterParts> {
  const { vocabulary } = index;
  const vectors =
    vocabulary
      .languages()
      .map((language) => language.wordVectors())
      .find((found) => found !== null) ?? null;
  yield 0;
  const terms = vectors ? new TermVectors(vectors, vocabulary) : null;
  yield 0;
  const repair = new WordRepair(vocabulary.spellings());
  yield 0;
  const related = terms
    ? new RelatedTerms(
        terms,
        index.isContent.map((isContent) => 1 - isContent),
      )
    : null;
  yield 0;
  const finder = new CandidateFinder(index);
  yield 0;
  return { knowledge: { repair, vectors, related }, terms, finder };
}

/** From a question's words to the few statements worth a close look, with all that the ranking needs to know of them. */
export class Shortlister {
  readonly #index: StatementIndex;
  readonly #knowledge: WordKnowledge;
  readonly #finder: CandidateFinder;
  readonly #evidence: EvidenceReader;
  readonly #meaning: MeaningReader | null;

  constructor(index: StatementIndex, parts: ShortlisterParts = atOnce(partsOf(index))) {
    this.#index = index;
    this.#knowledge = parts.knowledge;
    this.#finder = parts.finder;
    this.#evidence = new EvidenceReader(index);
    this.#meaning = parts.terms ? new MeaningReader(index, parts.terms) : null;
  }

  read(text: string): TextReading {
    return readQuery(this.#index, this.#knowledge, text);
  }

  /** Those the filters exclude are left out. In no order. */
  list(reading: QueryReading, filters: Pick<SearchQuery, "speaker" | "interview">): readonly Features[] {
    const scope = scopeOf(this.#index, filters);
    if (!scope) return [];
    const candidates = this.#finder.find({ reading, scope, ownWordsOnly: false, count: CLOSE_LOOK });
    const best = candidates[0]?.relevance ?? 0;
    const features = this.#evidence.read(reading, candidates).flatMap((evidence, at) => {
      const candidate = candidates[at];
      return candidate ? [featuresOf(this.#index, reading, candidate, evidence, best)] : [];
    });
    if (!this.#meaning) return features;
    const isFew = scope.to - scope.from <= FEW;
    const ranked = isFew ? features : rank(features, reading.form).map((one) => one.features);
    const read = ranked.slice(0, isFew ? FEW : MEANING_READ);
    const meanings = this.#meaning.compare(
      reading,
      read.map(({ document }) => document),
    );
    return ranked.map((one, at) => {
      const meaning = meanings[at];
      return meaning ? addMeaning(one, meaning) : one;
    });
  }

  /** Whether any language of the archive has word vectors. */
  get readsMeaning(): boolean {
    return this.#meaning !== null;
  }

  /** By word, what comes nearest to it in meaning for a document; null where no meaning is read. */
  nearest(reading: QueryReading, document: number): readonly (NearestWord | null)[] | null {
    return this.#meaning?.nearest(reading, document) ?? null;
  }

  /** Statements with some of the words, the most relevant by their own words first. */
  quoting(reading: QueryReading, filters: Pick<SearchQuery, "speaker" | "interview">): readonly Candidate[] {
    const scope = scopeOf(this.#index, filters);
    return scope ? this.#finder.find({ reading, scope, ownWordsOnly: true, count: CLOSE_LOOK }) : [];
  }
}
