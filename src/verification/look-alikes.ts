/**
 * Letters that look like Latin ones, from the confusables of Unicode Technical Standard 39
 * (https://www.unicode.org/Public/security/latest/confusables.txt), as far as fonts show them alike. Cyrillic
 * without regard to case, so that a Cyrillic word in capitals stays the same word.
 */
const CYRILLIC = pairs("аa вb еe кk мm нh оo рp сc тt уy хx іi јj ѕs һh ԁd ԛq ԝw ѵv ӏl ғf");
/** Of two letters alike the first, which more languages have: н before һ. */
const FROM_LATIN = new Map([...CYRILLIC].reverse().map(([letter, latin]) => [latin, letter]));
const OTHERS = pairs(
  "αa βb γy εe ηn ιi κk νv οo ρp σo τt υu χx ωw Αa Βb Εe Ζz Ηh Ιi Κk Μm Νn Οo Ρp Τt Υy Χx ϲc ϳj օo սu ոn հh յj զq ɡg ɑa ı i ℓl",
);

function pairs(list: string): ReadonlyMap<string, string> {
  return new Map(
    list
      .replaceAll("ı i", "ıi")
      .split(" ")
      .map((pair) => [pair.slice(0, -1), pair.slice(-1)] as const),
  );
}

const LATIN = /\p{Script=Latin}/u;
const CYRILLIC_LETTER = /\p{Script=Cyrillic}/u;
const GREEK_OR_ARMENIAN = /[\p{Script=Greek}\p{Script=Armenian}]/u;

/**
 * A word with letters of another script put back: "Рutin" with a Cyrillic Р is "Putin". What is written in one
 * script alone stays, unless every letter of it could as well be Latin: then it is read as Latin on both sides of a
 * comparison, so that nothing hangs on which it was. NFKC; case may change.
 */
export function withoutLookAlikes(word: string): string {
  if (!/[^\p{ASCII}]/u.test(word)) return word;
  const plain = word.replace(/[ɡɑıℓ]/gu, (letter) => OTHERS.get(letter) ?? letter);
  const letters = lettersOf(plain);
  const isMixed = letters.some((letter) => LATIN.test(letter) || CYRILLIC_LETTER.test(letter));
  const hasOther = letters.some((letter) => GREEK_OR_ARMENIAN.test(letter));
  const withoutOthers =
    hasOther && (isMixed || letters.length === 1) ? mapped(plain, (letter) => OTHERS.get(letter)) : plain;
  return CYRILLIC_LETTER.test(withoutOthers) ? readCyrillic(withoutOthers) : withoutOthers;
}

function lettersOf(word: string): readonly string[] {
  return [...word].filter((letter) => /\p{L}/u.test(letter));
}

function readCyrillic(word: string): string {
  const letters = lettersOf(word);
  const isMixed = letters.some((letter) => LATIN.test(letter));
  const toLatin = (letter: string) => CYRILLIC.get(letter.toLowerCase());
  const couldBeLatin = letters.every((letter) => LATIN.test(letter) || toLatin(letter) !== undefined);
  if (couldBeLatin) return mapped(word, toLatin);
  return isMixed ? mapped(word, (letter) => FROM_LATIN.get(letter.toLowerCase())) : word;
}

function mapped(word: string, to: (letter: string) => string | undefined): string {
  return [...word].map((letter) => to(letter) ?? letter).join("");
}
