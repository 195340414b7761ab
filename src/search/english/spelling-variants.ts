/**
 * British → American spelling where the two differ by rule: "recognise", "analyse", "labour", "defence",
 * "centre". Words that end so in both ("exercise", "hour") come out misspelt or untouched, which does no harm:
 * the result is only ever compared with itself.
 */
export function americanSpelling(word: string): string {
  if (word.length < 6) return word;
  return word
    .replace(/([iy])s(e[sdr]?|ers|ing|ations?)$/u, "$1z$2")
    .replace(/our(s|ed|ing|ers?|able|ful|ite|ites|hoods?)?$/u, "or$1")
    .replace(/^(def|off|pret|lic)ence(s?)$/u, "$1ense$2")
    .replace(/([bht])re(s?)$/u, "$1er$2");
}
