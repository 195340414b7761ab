import type { Archive } from "../transcript/archive.ts";
import type { Column, Packed } from "../transcript/packed.ts";
import { interviewRanges, type StatementIndex } from "./statement-index.ts";
import { namesByTerm } from "./statement-surroundings.ts";
import { type PackedVocabulary, Vocabulary } from "./vocabulary.ts";

interface PackedIndex {
  readonly vocabulary: PackedVocabulary;
  readonly idfOfUnknown: number;
  readonly mostAbove: number;
  readonly speakerNames: readonly string[];
  readonly speakerTerms: readonly (readonly number[])[];
  readonly topicTerms: readonly (readonly [document: number, topics: readonly (readonly number[])[]])[];
}

/** The arrays of an index, under their names. */
type Columns = {
  [Name in keyof StatementIndex as StatementIndex[Name] extends Column ? Name : never]: Column;
};

export function packIndex(index: StatementIndex): Packed {
  const columns = Object.fromEntries(
    Object.entries(index).filter((entry): entry is [string, Column] => ArrayBuffer.isView(entry[1])),
  );
  return {
    json: {
      vocabulary: index.vocabulary.packed(),
      idfOfUnknown: index.idfOfUnknown,
      mostAbove: index.mostAbove,
      speakerNames: index.speakerNames,
      speakerTerms: index.speakerTerms.map((terms) => [...terms]),
      topicTerms: [...index.topicTerms].map(
        ([document, topics]) => [document, topics.map((terms) => [...terms])] as const,
      ),
    } satisfies PackedIndex,
    columns,
  };
}

/** The index of the same archive again. */
export function unpackIndex({ json, columns }: Packed, archive: Archive): StatementIndex {
  // What was packed here, and hashed with it, has the form it was given.
  const packed = json as PackedIndex;
  const speakerTerms = packed.speakerTerms.map((terms) => Int32Array.from(terms));
  const topicTerms = new Map(
    packed.topicTerms.map(
      ([document, topics]) => [document, topics.map((terms) => Int32Array.from(terms))] as const,
    ),
  );
  return {
    ...(columns as Columns as Pick<StatementIndex, keyof Columns>),
    ...namesByTerm({ speakerTerms, topicTerms }),
    statements: [...archive.statements()],
    vocabulary: Vocabulary.from(packed.vocabulary),
    idfOfUnknown: packed.idfOfUnknown,
    mostAbove: packed.mostAbove,
    speakerNames: packed.speakerNames,
    speakerTerms,
    topicTerms,
    interviews: interviewRanges(archive),
    nameTerms: new Set(packed.speakerTerms.flat()),
    wordsOf: new Map(),
  };
}
