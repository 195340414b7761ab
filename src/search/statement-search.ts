import type { Archive } from "../transcript/archive.ts";
import { atOnce, type Steps } from "../transcript/steps.ts";
import { ArchiveTopics } from "./archive-topics.ts";
import { confidenceOf, outcomeOf } from "./confidence.ts";
import { explainRanking } from "./explain-ranking.ts";
import { withoutMeaning } from "./query-reading.ts";
import { rankQuotes } from "./quote-ranking.ts";
import { type Ranked, rank } from "./ranking.ts";
import type { Match, SearchQuery, SearchResult, StatementSearch, TopicResult } from "./search.ts";
import { shortlisterSteps } from "./shortlist.ts";
import { buildStatementIndex, type StatementIndex } from "./statement-index.ts";

/** Matches below this share of the best score aren't worth showing. */
const TAIL_CUT = 0.05;
/** For a subject typed freely: statements from this share of the best score up belong to it. */
const SUBJECT_CUT = 0.2;

/** Of how many matches it is told how they were found. */
const MOST_EXPLAINED = 3;

/** How fast a match loses with every unit of score it is behind the best. */
const SHARPNESS = 0.5;

const NOTHING: SearchResult = { outcome: "none", confidence: 0, matches: [] };

/** Searches an archive. Indexing it takes time that grows with its words; the result never changes. */
export function buildSearch(
  archive: Archive,
  index: StatementIndex = buildStatementIndex(archive),
): StatementSearch {
  return atOnce(searchSteps(archive, index));
}

/** The same in steps. */
export function* searchSteps(archive: Archive, index: StatementIndex): Steps<StatementSearch> {
  const shortlister = yield* shortlisterSteps(index);
  const topics = new ArchiveTopics(archive);

  /** Candidates → features → rank → confidence. */
  const search = (query: SearchQuery) => {
    const reading = shortlister.read(query.text);
    const ranked = rank(shortlister.list(reading, query), reading.form);
    return { reading, ranked, confidence: confidenceOf(ranked, reading) };
  };

  const answerOf = ({ ranked, confidence }: ReturnType<typeof search>, query: SearchQuery): SearchResult => {
    const outcome = outcomeOf(confidence);
    if (outcome === "none") return { ...NOTHING, confidence };
    return {
      outcome,
      confidence,
      matches: matchesOf(index, ranked, confidence, TAIL_CUT).slice(0, limitOf(query)),
    };
  };

  return {
    ask: (query) => answerOf(search(query), query),

    explain(query) {
      const found = search(query);
      const { matches } = answerOf(found, query);
      // The confidence is in the best one, also where that isn't sure enough to be shown.
      const count = Math.max(1, Math.min(MOST_EXPLAINED, matches.length));
      return explainRanking(index, shortlister, { ...found, count });
    },

    quote(query) {
      const reading = withoutMeaning(shortlister.read(query.text));
      const ranked = rankQuotes(index, reading, shortlister.quoting(reading, query));
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
            topics: named
              .filter(({ interview, topic }) => interview.topics.includes(topic))
              .map(({ interview, topic }) => ({ interview: interview.id, topic })),
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
  return ranked
    .map(({ features, score }) => ({
      document: features.document,
      share: Math.exp(SHARPNESS * (score - best)),
    }))
    .filter(({ share }) => share >= cut)
    .map(({ document, share }) => matchOf(index, document, confidence * share))
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
