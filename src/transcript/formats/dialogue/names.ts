/**
 * How a name is written, which says how likely it is one:
 *
 * - `shouted`: in capitals throughout
 * - `titled`: with a title before it
 * - `proper`: every word with a capital, but for the small ones of names
 * - `plain`: in small letters, or only some words with a capital
 * - `caseless`: in a script without capitals
 */
export type NameKind = "shouted" | "titled" | "proper" | "plain" | "caseless";

const LONGEST_NAME = 60;
const MOST_WORDS = 6;
/** With what somebody is, after a comma: "WOLF GREY, CNN ANCHOR". */
const MOST_WORDS_IN_ALL = 14;

/** Words of names and offices that are written small. */
const PARTICLES = new Set(
  "de da di do du dos das del della der den des van von vom zu zum zur of the and for at in to on ter ten la le les el al bin ibn abu af av y e und et og och i и й та a à from & / #".split(
    " ",
  ),
);
const TITLED =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|sen|rep|gov|gen|col|capt|lt|sgt|rev|hon|sir|dame|lord|lady|senator|representative|congressman|congresswoman|president|chairman|chairwoman|chair|secretary|minister|judge|justice|professor|governor|mayor|ambassador|director|herr|frau|monsieur|madame|señora?|господин|госпожа)\.?\s+\p{Lu}/iu;
/** Nobody is called so: they open a sentence, a note or a line about the interview. */
const NOT_NAMES =
  /^(?:note|notes|nb|n\.b\.|ps|p\.s\.|update|updated|correction|corrections|clarification|editor’s note|editor's note|warning|caution|source|sources|photo|photos|photograph|picture|image|credit|credits|caption|read more|more|see also|see|related|example|examples|e\.g\.|i\.e\.|first|firstly|second|secondly|third|thirdly|fourth|fifth|finally|last|lastly|next|then|also|again|but|and|or|so|because|therefore|thus|however|still|now|today|yesterday|tomorrow|here|there|this|that|these|those|it|he|she|they|we|you|i|yes|no|ok|okay|well|oh|look|listen|remember|think|imagine|consider|fact|point|bottom line|result|results|conclusion|summary|background|context|advice|tip|tips|hint|rule|reason|reasons|problem|solution|step|date|time|place|location|venue|title|subject|topic|topics|keywords|tags|length|duration|format|language|author|by|written by|published|recorded|recorded on|transcribed|transcribed by|transcript|transcription|copyright|licence|license|url|link|links|website|web|email|e-mail|phone|tel|fax|address|isbn|doi|abstract|contents|index|table|figure|fig|chapter|part|section|tape|side|page|scene|act|setting|participants|present|attendees|attendance|in attendance|speakers|guests|hosts|panel|panelists|cast|appearances|appearances of counsel|key|legend|episode|season|series|show notes|music|theme|sponsor|sponsors|exhibit|case|docket|re|to|from|cc|dear|p\.s|disclaimer|attention|important|breaking|exclusive|watch|hear|related content|he said|she said|they said|i said|и|но|примечание|дата|место|фото|источник|hinweis|anmerkung|datum|ort|foto|quelle|fecha|lugar|nota|fuente|foto|lieu|source|date|remarque|他说|她说|注|日期|地点|来源|[ecmp][sd]?t|gmt|utc|cest?|bst|noon|midnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|pros|cons|end|time stamp|timestamp|running time|total time)$/iu;

/** How a name is written; null when it can't be one. */
export function isNameLike(written: string): NameKind | null {
  const [name = "", ...descriptions] = written.split(",");
  const own = name.trim();
  if (own.length === 0 || own.length > LONGEST_NAME) return null;
  if (!/\p{L}/u.test(own) || /[@=<>{}|\\^~"“”«»;?!…。]/u.test(written)) return null;
  if (/\.\.|\/\/|www\./u.test(written)) return null;
  const words = own.split(/\s+/u);
  const inAll = words.length + descriptions.join(" ").trim().split(/\s+/u).length;
  if (words.length > MOST_WORDS || inAll > MOST_WORDS_IN_ALL) return null;
  if (!/^[\p{L}\p{N}#]/u.test(own) || /^\d+[.)]?$/u.test(own)) return null;
  // A full stop stands in names after a title or an initial alone.
  if (/\p{Ll}{5,}\.(?:\s|$)/u.test(own) && !TITLED.test(own)) return null;
  if (!/[\p{Lu}\p{Lt}\p{Ll}]/u.test(own)) return own.length <= 20 && words.length <= 4 ? "caseless" : null;
  // In capitals but for a "Mc" or a small word: "McCAIN", "ROSS and RACHEL".
  const letters = own.replace(/[^\p{L}]/gu, "");
  const small = letters.replace(/\p{Lu}/gu, "").length;
  const isShouted = words.every(
    (word) => PARTICLES.has(word) || /^[^\p{Ll}]+$|^(?:Mc|Mac|O’|De|Di|La)\p{Lu}+/u.test(word),
  );
  if (isShouted && letters.length > small && /\p{Lu}/u.test(own)) return "shouted";
  if (TITLED.test(own)) return words.slice(1).every(isCapitalised) ? "titled" : "plain";
  if (words.every(isCapitalised)) return /^\p{Ll}/u.test(own) ? "plain" : "proper";
  return words.length === 1 || (words.length === 2 && /\d$/u.test(own)) ? "plain" : null;
}

const judged = new Map<string, boolean>();
const MOST_JUDGED = 5000;

/** True for what opens a sentence, a note or a line about the interview rather than a turn. */
export function isNoName(written: string): boolean {
  let isNone = judged.get(written);
  if (isNone === undefined) {
    isNone = NOT_NAMES.test(written.trim());
    if (judged.size >= MOST_JUDGED) judged.clear();
    judged.set(written, isNone);
  }
  return isNone;
}

function isCapitalised(word: string): boolean {
  return (
    PARTICLES.has(word) ||
    /^[("'’#]*(?:\p{Lu}|\p{Lt}|\p{N}|[ld]['’]\p{Lu})/u.test(word) ||
    !/[\p{Ll}\p{Lu}]/u.test(word)
  );
}
