import { saturate, weightedFrequency } from "../../src/search/bm25f.ts";
import { FIELDS } from "../../src/search/fields.ts";
import { languageOf } from "../../src/search/language.ts";
import { wordsOf } from "../../src/search/statement-words.ts";
import { tokenise } from "../../src/search/text-analysis.ts";
import type { Archive } from "../../src/transcript/archive.ts";
import type { Interview, Statement } from "../../src/transcript/interview.ts";

const english = languageOf("en");

interface Word {
  readonly term: string;
  readonly isContent: boolean;
}

/** BM25F worked out from the words of every statement, without an index: what an index must agree with. */
export class PlainBm25f {
  readonly #documents: readonly ReadonlyMap<string, readonly Word[]>[];
  readonly #averages: ReadonlyMap<string, number>;

  constructor(archive: Archive) {
    this.#documents = archive.interviews.flatMap((interview) =>
      interview.statements.map((statement) => fieldsOf(interview, statement)),
    );
    this.#averages = new Map(
      FIELDS.map(({ name }) => {
        const lengths = this.#documents.map((fields) => fields.get(name)?.length ?? 0);
        const holders = lengths.filter((length) => length > 0);
        return [name, holders.reduce((sum, length) => sum + length, 0) / Math.max(1, holders.length)];
      }),
    );
  }

  /** Over all fields or the own words alone, in the single precision of the index. */
  impact(document: number, term: string, ownWordsOnly: boolean): number {
    let weighted = 0;
    for (const { name, weighting } of FIELDS) {
      if (ownWordsOnly && name !== "own") continue;
      const words = this.#documents[document]?.get(name) ?? [];
      const frequency = words.filter((word) => word.term === term).length;
      if (frequency > 0) {
        weighted += weightedFrequency(frequency, words.length, this.#averages.get(name) ?? 0, weighting);
      }
    }
    return Math.fround(saturate(weighted));
  }

  /** The fields that hold the term: bits of fields.ts. */
  mask(document: number, term: string): number {
    return FIELDS.filter(({ name }) =>
      this.#documents[document]?.get(name)?.some((word) => word.term === term),
    ).reduce((mask, { bit }) => mask | bit, 0);
  }
}

function fieldsOf(interview: Interview, statement: Statement): ReadonlyMap<string, readonly Word[]> {
  const { index, exchange, answersIndex, speaker } = statement;
  const { statements, topics } = interview;
  const around = statements.filter(
    (other) => other !== statement && other.exchange === exchange && Math.abs(other.index - index) <= 3,
  );
  const question = answersIndex === null ? undefined : statements[answersIndex];
  const ofTopics = topics
    .filter((topic) => topic.statements.includes(index))
    .flatMap(({ name, aliases }) => [
      ...new Map([name, ...aliases].flatMap(textWords).map((word) => [word.term, word])).values(),
    ]);
  return new Map([
    ["own", spoken(statement)],
    ["question", content(spoken(question))],
    ["previous", content(spoken(statements[index - 1]))],
    ["exchange", content(around.flatMap(spoken))],
    ["topic", content(ofTopics)],
    ["speaker", speaker ? textWords(speaker.name) : []],
  ]);
}

function spoken(statement: Statement | undefined): readonly Word[] {
  return statement ? wordsOf(statement).map(({ word }) => wordOf(word)) : [];
}

function textWords(text: string): readonly Word[] {
  return tokenise(text).map(({ word }) => wordOf(word));
}

function wordOf(word: string): Word {
  return { term: english.term(word), isContent: english.classOf(word) !== "function" };
}

function content(words: readonly Word[]): readonly Word[] {
  return words.filter(({ isContent }) => isContent);
}
