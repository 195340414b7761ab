import { PLACES, type Place, visitAround } from "./evidence.ts";
import type { FoundWord, MatchedWord, NearWord } from "./explanation.ts";
import type { Features } from "./features.ts";
import type { NearestWord } from "./meaning.ts";
import type { QueryReading, QueryWord } from "./query-reading.ts";
import type { StatementIndex } from "./statement-index.ts";
import { wordsOf } from "./statement-words.ts";
import { tokenise } from "./text-analysis.ts";

/**
 * Finds the words that gave a candidate's evidence its strengths. The evidence tells how strongly each word of the
 * query is borne out and where; of the words there, the first with just that strength is the one it was taken from.
 *
 * @param nearest by word, what comes nearest in meaning; null where meaning wasn't compared.
 */
export function matchedWords(
  index: StatementIndex,
  reading: QueryReading,
  { document, evidence }: Features,
  nearest: readonly (NearestWord | null)[] | null,
): readonly MatchedWord[] {
  const around = documentsByPlace(index, document);
  return reading.words.map((word, at) => {
    const found = PLACES.flatMap((place): readonly FoundWord[] => {
      const strength = evidence.strengths[place][at] ?? 0;
      if (strength === 0) return [];
      const bearing =
        place === "label"
          ? labelWith(index, word, strength, document)
          : wordWith(index, word, strength, around.get(place) ?? []);
      return bearing ? [{ place, ...bearing }] : [];
    });
    const near = nearest?.[at];
    return { word: word.word, found, nearest: near ? nearWord(index, document, near) : null };
  });
}

function documentsByPlace(index: StatementIndex, document: number): ReadonlyMap<Place, readonly number[]> {
  const documents = new Map<Place, number[]>([["own", [document]]]);
  visitAround(index, document, (place, at) => {
    const there = documents.get(place);
    if (there) there.push(at);
    else documents.set(place, [at]);
  });
  return documents;
}

type Bearing = Omit<FoundWord, "place">;

function wordWith(
  index: StatementIndex,
  { alternatives }: QueryWord,
  strength: number,
  documents: readonly number[],
): Bearing | null {
  const likely = new Map(
    alternatives.filter((one) => one.strength === strength).map(({ term, likeness }) => [term, likeness]),
  );
  const { ownStart, ownTerms } = index;
  for (const document of documents) {
    const from = ownStart[document] ?? 0;
    const to = ownStart[document + 1] ?? from;
    for (let at = from; at < to; at += 1) {
      const likeness = likely.get(ownTerms[at] ?? -1);
      if (likeness !== undefined) return { ...wordAt(index, document, at - from), likeness, strength };
    }
  }
  return null;
}

/** The word of a topic or of the speaker's name. */
function labelWith(
  { statements, topicTerms, speakers, speakerTerms, vocabulary }: StatementIndex,
  { alternatives }: QueryWord,
  strength: number,
  document: number,
): Bearing | null {
  const statement = statements[document];
  if (!statement) return null;
  const labels = [...(topicTerms.get(document) ?? []), speakerTerms[speakers[document] ?? -1] ?? []];
  const held = new Set(labels.flatMap((terms) => [...terms]));
  const bearing = alternatives.find((one) => one.strength === strength && held.has(one.term));
  if (!bearing) return null;
  const { interview, speaker, id } = statement;
  const names = interview.topics
    .filter((topic) => topic.statements.includes(statement.index))
    .flatMap(({ name, aliases }) => [name, ...aliases]);
  if (speaker) names.push(speaker.name);
  const languages = vocabulary.languages();
  const wanted = vocabulary.termOf(bearing.term);
  for (const name of names) {
    const token = tokenise(name).find(({ word }) =>
      languages.some((language) => language.term(word) === wanted),
    );
    if (token)
      return { word: name.slice(token.start, token.end), in: id, likeness: bearing.likeness, strength };
  }
  return null;
}

function nearWord(
  index: StatementIndex,
  document: number,
  { document: where, position, nearness }: NearestWord,
): NearWord {
  const place =
    where === document ? "own" : where === index.questions[document] ? "question" : ("before" as const);
  return { place, ...wordAt(index, where, position), nearness };
}

/** The word at a place of a statement, as the source spells it. */
function wordAt(
  { statements }: StatementIndex,
  document: number,
  position: number,
): { readonly word: string; readonly in: string } {
  const statement = statements[document];
  const token = statement && wordsOf(statement)[position];
  if (!token) throw new RangeError(`document ${document} has no word ${position}`);
  return { word: statement.interview.source.text.slice(token.start, token.end), in: statement.id };
}
