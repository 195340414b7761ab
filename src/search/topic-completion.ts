/** A topic's name or alias, its words as places in the list of all words of all topics. */
export interface Completable {
  readonly text: string;
  readonly words: readonly number[];
}

/** What a topic's alias counts beside its name. */
export const ALIAS_WEIGHT = 0.95;

/** How a word of a topic goes with one that was typed. */
const BEGUN = 2;
const NEARLY_BEGUN = 1;
const OTHER = 0;

/** {@link BEGUN}, {@link NEARLY_BEGUN} or {@link OTHER}. */
export function fitOf(word: string, typed: string): number {
  if (word.startsWith(typed)) return BEGUN;
  return nearlyBegins(word, typed) ? NEARLY_BEGUN : OTHER;
}

/** 0 where the topic doesn't complete what was typed. `fits` by typed word, then by word of {@link Completable}. */
export function completion(
  typed: string,
  labels: readonly Completable[],
  fits: readonly Uint8Array[],
): number {
  let best = 0;
  labels.forEach((label, at) => {
    const weight = at === 0 ? 1 : ALIAS_WEIGHT;
    best = Math.max(best, weight * completionOf(typed, label, fits));
  });
  return best;
}

function completionOf(typed: string, { text, words }: Completable, fits: readonly Uint8Array[]): number {
  let least = BEGUN;
  for (const fit of fits) {
    let most = OTHER;
    for (const word of words) most = Math.max(most, fit[word] ?? OTHER);
    if (most === OTHER) return 0;
    least = Math.min(least, most);
  }
  if (least !== BEGUN) return 0.4;
  if (text.startsWith(typed)) return 1;
  return text.includes(` ${typed}`) ? 0.8 : 0.6;
}

/**
 * Whether a word begins with what was typed but for one slip: a letter replaced, left out or too many, or two
 * swapped. After the first difference the rest must agree, so no table is needed.
 */
export function nearlyBegins(word: string, typed: string): boolean {
  if (typed.length < 4) return word.startsWith(typed);
  let at = 0;
  while (at < typed.length && word.charCodeAt(at) === typed.charCodeAt(at)) at += 1;
  const goesOn = (from: number, rest: number): boolean => {
    for (let step = 0; rest + step < typed.length; step += 1) {
      if (word.charCodeAt(from + step) !== typed.charCodeAt(rest + step)) return false;
    }
    return true;
  };
  if (at === typed.length) return true;
  const replaced = at < word.length && goesOn(at + 1, at + 1);
  const tooMany = goesOn(at, at + 1);
  const leftOut = goesOn(at + 1, at);
  const swapped =
    word.charCodeAt(at) === typed.charCodeAt(at + 1) &&
    word.charCodeAt(at + 1) === typed.charCodeAt(at) &&
    goesOn(at + 2, at + 2);
  return replaced || tooMany || leftOut || swapped;
}
