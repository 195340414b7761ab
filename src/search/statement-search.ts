import type { Archive } from "../transcript/archive.ts";
import { CandidateFinder, scopeOf } from "./candidates.ts";
import { confidenceOf, outcomeOf } from "./confidence.ts";
import { featuresOf } from "./features.ts";
import { readQuery } from "./query-reading.ts";
import { rankQuotes } from "./quote-ranking.ts";
import { type Ranked, rank } from "./ranking.ts";
import type { Match, SearchQuery, SearchResult, StatementSearch, TopicResult } from "./search.ts";
import { buildStatementIndex, type StatementIndex } from "./statement-index.ts";
import { TopicIndex } from "./topic-index.ts";
import { WordRepair } from "./word-repair.ts";

/** How many candidates are looked at closely. */
const CLOSE_LOOK = 48;
/** Matches below this share of the best score aren't worth showing. */
const TAIL_CUT = 0.15;
/** For a subject typed freely: statements from this share of the best score up belong to it. */
const SUBJECT_CUT = 0.4;

const NOTHING: SearchResult = { outcome: "none", confidence: 0, matches: [] };

/** Searches an archive. Indexing it takes time that grows with its words; the result never changes. */
export function buildSearch(
  archive: Archive,
  index: StatementIndex = buildStatementIndex(archive),
): StatementSearch {
  const repair = new WordRepair(index.vocabulary.spellings());
  const finder = new CandidateFinder(index);
  const topics = new TopicIndex(archive);

  /** Candidates → features → rank → confidence. */
  const search = (query: SearchQuery) => {
    const scope = scopeOf(index, query);
    if (!scope) return { ranked: [], confidence: 0 };
    const reading = readQuery(index, repair, query.text);
    const candidates = finder.find({ reading, scope, ownWordsOnly: false, count: CLOSE_LOOK });
    const ranked = rank(
      candidates.map((candidate) => featuresOf(index, reading, candidate)),
      reading.form,
    );
    return { ranked, confidence: confidenceOf(ranked, reading) };
  };

  return {
    ask(query) {
      const { ranked, confidence } = search(query);
      const outcome = outcomeOf(confidence);
      if (outcome === "none") return { ...NOTHING, confidence };
      return {
        outcome,
        confidence,
        matches: matchesOf(index, ranked, confidence, TAIL_CUT).slice(0, limitOf(query)),
      };
    },

    quote(query) {
      const scope = scopeOf(index, query);
      if (!scope) return NOTHING;
      const reading = readQuery(index, repair, query.text);
      const candidates = finder.find({ reading, scope, ownWordsOnly: true, count: CLOSE_LOOK });
      const ranked = rankQuotes(index, reading, candidates);
      const best = ranked[0];
      // A word or two of grammar stand everywhere and identify nothing.
      const telling =
        reading.words.some(({ wordClass }) => wordClass !== "function") || reading.words.length > 3;
      const confidence = best ? Math.min(1, best.score) * (telling ? 1 : 0.5) : 0;
      const outcome = outcomeOf(confidence);
      if (!best || outcome === "none") return { ...NOTHING, confidence };
      const matches = ranked
        .filter(({ score }) => score >= SUBJECT_CUT * best.score)
        .map(({ document, score }) => matchOf(index, document, score));
      return {
        outcome,
        confidence,
        matches: matches.filter((match) => match !== null).slice(0, limitOf(query)),
      };
    },

    topic(query): TopicResult {
      const named = topics.named(query.text, query.interview);
      if (named.length > 0) {
        const matches = named
          .flatMap(({ interview, topic }) => topic.statements.map((at) => interview.statements[at]))
          .filter((statement) => statement !== undefined)
          .filter(({ speaker }) => query.speaker === undefined || speaker?.name === query.speaker)
          .map((statement) => ({ statement, score: 1 }));
        if (matches.length > 0) {
          return {
            outcome: "answer",
            confidence: 1,
            matches: matches.slice(0, limitOf(query)),
            topics: named.map(({ interview, topic }) => ({ interview: interview.id, topic })),
          };
        }
      }
      const { ranked, confidence } = search(query);
      const outcome = outcomeOf(confidence);
      if (outcome === "none") return { ...NOTHING, confidence, topics: [] };
      const matches = matchesOf(index, ranked, confidence, SUBJECT_CUT);
      const best = matches.slice(0, limitOf(query));
      return { outcome, confidence, matches: inOrder(index, best), topics: [] };
    },

    completeTopics: (partial, limit, interview) => topics.complete(partial, limit, interview),
  };
}

function limitOf({ limit }: SearchQuery): number {
  return Number.isFinite(limit) ? Math.max(0, Math.floor(limit)) : Number.MAX_SAFE_INTEGER;
}

/** The first match is as good as the confidence in it, the others in proportion. */
function matchesOf(
  index: StatementIndex,
  ranked: readonly Ranked[],
  confidence: number,
  cut: number,
): readonly Match[] {
  const best = ranked[0]?.score ?? 0;
  if (best <= 0) return [];
  return ranked
    .filter(({ score }) => score >= cut * best)
    .map(({ features, score }) => matchOf(index, features.document, (confidence * score) / best))
    .filter((match) => match !== null);
}

function matchOf(index: StatementIndex, document: number, score: number): Match | null {
  const statement = index.statements[document];
  return statement ? { statement, score: Math.min(1, Math.max(0, score)) } : null;
}

function inOrder(index: StatementIndex, matches: readonly Match[]): readonly Match[] {
  const first = ({ statement }: Match): number =>
    (index.interviews.get(statement.interview.id)?.[0] ?? 0) + statement.index;
  return [...matches].sort((a, b) => first(a) - first(b));
}
