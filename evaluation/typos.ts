/** Numbers from 0 to 1, the same ones for the same seed (mulberry32, T. Ettinger). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * One slip in one word of five letters or more: two neighbours swapped, or a letter left out, never the first. Two
 * that are alike aren't swapped, since nobody would see it. Without such a word the text stays as it is.
 */
export function withTypo(text: string, random: () => number): string {
  const words = [...text.matchAll(/\p{L}{5,}/gu)];
  const word = words[Math.floor(random() * words.length)];
  if (!word) return text;
  const letters = [...word[0]];
  const at = 1 + Math.floor(random() * (letters.length - 2));
  if (random() < 0.5 || letters[at] === letters[at + 1]) letters.splice(at, 1);
  else letters.splice(at, 2, letters[at + 1] ?? "", letters[at] ?? "");
  return text.slice(0, word.index) + letters.join("") + text.slice(word.index + word[0].length);
}
