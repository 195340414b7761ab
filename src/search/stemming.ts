import { stemmer as arabic } from "@orama/stemmers/arabic";
import { stemmer as danish } from "@orama/stemmers/danish";
import { stemmer as dutch } from "@orama/stemmers/dutch";
import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as finnish } from "@orama/stemmers/finnish";
import { stemmer as french } from "@orama/stemmers/french";
import { stemmer as german } from "@orama/stemmers/german";
import { stemmer as hungarian } from "@orama/stemmers/hungarian";
import { stemmer as italian } from "@orama/stemmers/italian";
import { stemmer as norwegian } from "@orama/stemmers/norwegian";
import { stemmer as portuguese } from "@orama/stemmers/portuguese";
import { stemmer as romanian } from "@orama/stemmers/romanian";
import { stemmer as russian } from "@orama/stemmers/russian";
import { stemmer as spanish } from "@orama/stemmers/spanish";
import { stemmer as swedish } from "@orama/stemmers/swedish";
import { stemmer as turkish } from "@orama/stemmers/turkish";
import { stemmer as ukrainian } from "@orama/stemmers/ukrainian";

/** A folded word → its stem. */
export type Stemmer = (word: string) => string;

/** Snowball stemmers (M. F. Porter, https://snowballstem.org/) by BCP 47 primary subtag. */
const STEMMERS: ReadonlyMap<string, Stemmer> = new Map([
  ["ar", arabic],
  ["da", danish],
  ["de", german],
  ["en", english],
  ["es", spanish],
  ["fi", finnish],
  ["fr", french],
  ["hu", hungarian],
  ["it", italian],
  ["nb", norwegian],
  ["nl", dutch],
  ["nn", norwegian],
  ["no", norwegian],
  ["pt", portuguese],
  ["ro", romanian],
  ["ru", russian],
  ["sv", swedish],
  ["tr", turkish],
  ["uk", ukrainian],
]);

/** The stemmer of a language; the identity for a language that has none. */
export function stemmerOf(primarySubtag: string): Stemmer {
  const stem = STEMMERS.get(primarySubtag);
  if (!stem) return (word) => word;
  return (word) => stem(word) || word;
}
