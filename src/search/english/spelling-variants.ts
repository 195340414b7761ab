/**
 * British → American spelling where the two differ by rule: "recognise", "analyse", "labour", "defence",
 * "centre". Words that end so in both ("exercise", "detour") come out misspelt or untouched, which does no harm:
 * the result is only ever compared with itself. A syllable stands before the ending: "scouring" and "scoring",
 * "prised" and "prized" are different words, and so are "timbre" and "timber".
 */
export function americanSpelling(word: string): string {
  if (word.length < 6) return word;
  return word
    .replace(/(?<=[aeiouy]\p{L}*)([iy])s(e[sdr]?|ers|ing|ations?)$/u, "$1z$2")
    .replace(/(?<=[aeiouy]\p{L}*)our(s|ed|ing|ers?|able|ful|ite|ites|hoods?)?$/u, "or$1")
    .replace(/^(def|off|pret|lic)ence(s?)$/u, "$1ense$2")
    .replace(/(?<!^tim)([bht])re(s?)$/u, "$1er$2");
}
