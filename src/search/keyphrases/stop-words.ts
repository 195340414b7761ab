import { createRequire } from "node:module";

/** BCP 47 primary subtag → the name of its list in the library, which goes by ISO 639-3. */
const LISTS: ReadonlyMap<string, string> = new Map(
  (
    "af afr ar ara bg bul bn ben ca cat cs ces da dan de deu el ell en eng eo epo es spa et est eu eus fa fas fi fin " +
    "fr fra ga gle gl glg gu guj ha hau he heb hi hin hr hrv hu hun hy hye id ind it ita lt lit lv lav mr mar ms msa " +
    "nb nob nl nld no nob pl pol pt por ro ron ru rus sk slk sl slv so som sv swe sw swa tl tgl tr tur uk ukr ur urd " +
    "vi vie yo yor zu zul"
  )
    .split(" ")
    .reduce<[string, string][]>((pairs, word, at, words) => {
      if (at % 2 === 0) pairs.push([word, words[at + 1] ?? ""]);
      return pairs;
    }, []),
);

// Loaded when an interview first needs it, as most archives never do.
const load = createRequire(import.meta.url);
const read = new Map<string, ReadonlySet<string>>();

/** Words of a language that tell nothing of a subject, in small letters; none where no list is known. */
export function stopWordsOf(primarySubtag: string): ReadonlySet<string> {
  const known = read.get(primarySubtag);
  if (known) return known;
  const list = LISTS.get(primarySubtag);
  const lists: Readonly<Record<string, readonly string[]>> = list === undefined ? {} : load("stopword");
  const words = new Set((lists[list ?? ""] ?? []).map((word) => word.normalize("NFC").toLowerCase()));
  read.set(primarySubtag, words);
  return words;
}
