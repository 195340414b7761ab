import { createRequire } from "node:module";

/** A folded word → its stem. */
export type Stemmer = (word: string) => string;

/** The Snowball stemmers there are (M. F. Porter, https://snowballstem.org/), by BCP 47 primary subtag. */
const STEMMERS: ReadonlyMap<string, string> = new Map([
  ["ar", "arabic"],
  ["da", "danish"],
  ["de", "german"],
  ["en", "english"],
  ["es", "spanish"],
  ["fi", "finnish"],
  ["fr", "french"],
  ["hu", "hungarian"],
  ["it", "italian"],
  ["nb", "norwegian"],
  ["nl", "dutch"],
  ["nn", "norwegian"],
  ["no", "norwegian"],
  ["pt", "portuguese"],
  ["ro", "romanian"],
  ["ru", "russian"],
  ["sv", "swedish"],
  ["tr", "turkish"],
  ["uk", "ukrainian"],
]);

// Each is loaded when an interview first needs it: a start that reads them all pays for eighteen to use one.
const load = createRequire(import.meta.url);

/** The stemmer of a language; the identity for a language that has none. */
export function stemmerOf(primarySubtag: string): Stemmer {
  const name = STEMMERS.get(primarySubtag);
  if (name === undefined) return (word) => word;
  const { stemmer }: { stemmer: Stemmer } = load(`@orama/stemmers/${name}`);
  return (word) => stemmer(word) || word;
}
