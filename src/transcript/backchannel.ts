/**
 * What listeners say to show that they listen. Words for it in a few languages; a turn made of them alone neither
 * asks nor answers (Yngve 1970, "On getting a word in edgewise", named such turns the back channel).
 */
const WORDS = new Set(
  (
    "please continue sir ma'am madam mm hm hmm mhm mmhm mm-hm mm-hmm mhmm uh-huh uh huh um er ah aha oh ooh wow yeah yes yep yup no nope nah right sure okay ok " +
    "exactly absolutely definitely indeed totally really great good nice cool wonderful amazing incredible fascinating interesting " +
    "fantastic brilliant lovely terrific alright gotcha true correct understood agreed thanks goodness gosh interesting beautiful " +
    "ja genau stimmt klar gut nein doch так да ага угу ясно понятно конечно хорошо нет точно " +
    "sí claro vale bueno exacto ya sim certo claro oui d'accord voilà bien exactement certo esatto bene 嗯 对 是 好 うん はい ええ そう 네 예 نعم صحيح ναι ακριβώς"
  ).split(" "),
);
const PHRASES =
  /\b(?:i see|got it|go ahead|of course|that’s (?:right|true|great|interesting|amazing|incredible|fascinating|wonderful|fair|good|funny)|that's (?:right|true|great|interesting|amazing|incredible|fascinating|wonderful|fair|good|funny)|all right|no way|go on|thank you(?: so much| very much)?|fair enough|my god|you know|no kidding|so interesting|very (?:good|interesting|nice|true)|that is (?:right|true|great|interesting)|for sure|makes sense|i know|i agree|ach so|genau so|por supuesto|bien sûr|конечно же|ну да|вот как)\b/giu;

/** Longest turn that counts, in UTF-16 units. */
const LONGEST = 60;

/** True for a turn such as "Mm-hm.", "Right, right." or "Wow. That's amazing." */
export function isBackchannel(words: string): boolean {
  if (words.length > LONGEST || /[?？؟]/u.test(words)) return false;
  const left = words
    .toLowerCase()
    .replace(/\[[^\]]*\]|\([^)]*\)/gu, " ")
    .replace(PHRASES, " ");
  const each = left.match(/[\p{L}\p{M}'’-]+/gu) ?? [];
  return each.every(
    (word) => WORDS.has(word.replace(/’/gu, "'").replace(/^-+|-+$/gu, "")) || /^-+$/u.test(word),
  );
}
