/**
 * Scripts that write no spaces between words: Chinese, Japanese, and those of South-East Asia. Their punctuation, and
 * the full-width forms of ours, stand there without spaces too.
 */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303F\uFF00-\uFF65]/u;
/** Marks that stand right after a word, alone or several, and shortened words that do: "’s", "n’t". */
const LEANS_BACK = /^(?:[.,;:!?…%)\]}”’»،؛؟。、，．！？：；）」』】]+|['’](?:s|re|ve|ll|d|m|t)|n['’]t)$/iu;
/** Marks that stand right before a word. */
const LEANS_FORWARD = /^[([{“‘«¿¡$£€#@（「『【]+$/u;

/** The words of a transcript that stand one after another, in as many texts of a JSON file. */
export interface Neighbour {
  readonly text: string;
}

/**
 * Whether a space belongs between the words of two JSON texts. Where one of them has white space at that end, the
 * file says so itself; a file that mostly does (Whisper's words: " Mil", "waukee") goes on with a word where it
 * doesn't.
 *
 * @param ownSpaces true when the file writes its spaces itself.
 */
export function isSpaced(before: Neighbour, after: Neighbour, ownSpaces: boolean): boolean {
  if (/\s$/u.test(before.text) || /^\s/u.test(after.text)) return true;
  const last = before.text.trim();
  const next = after.text.trim();
  if (ownSpaces && !/\s/u.test(last) && !/\s/u.test(next)) return false;
  if (LEANS_BACK.test(next) || LEANS_FORWARD.test(last)) return false;
  return !(isUnspaced(lastCharacter(last), next) || isUnspaced(firstCharacter(next), last));
}

/** True when a character of such a script stands beside another, or beside a number: 2019年. */
function isUnspaced(character: string, other: string): boolean {
  if (!UNSPACED.test(character)) return false;
  return (
    /^\p{N}+$/u.test(other) || UNSPACED.test(lastCharacter(other)) || UNSPACED.test(firstCharacter(other))
  );
}

function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0x20);
}

function lastCharacter(text: string): string {
  const low = text.charCodeAt(text.length - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(-2) : text.slice(-1);
}

/**
 * True when the file writes its spaces itself: most words have white space at an end, or have a text of white space
 * beside them, as Rev AI's have.
 */
export function writesOwnSpaces(texts: readonly Neighbour[]): boolean {
  let words = 0;
  let spaced = 0;
  for (const { text } of texts) {
    if (/[^\s\p{P}]/u.test(text)) words += 1;
    if (/^\s|\s$/u.test(text)) spaced += 1;
  }
  return words > 1 && spaced * 2 > words;
}
