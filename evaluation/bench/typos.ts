/** One slip, a swap of neighbours or a lost letter, inside one word of five letters or more. */
export function withTypo(text: string, random: () => number): string {
  const words = [...text.matchAll(/\p{L}{5,}/gu)];
  const chosen = words[Math.floor(random() * words.length)];
  if (!chosen) return text;
  const [word] = chosen;
  const at = 1 + Math.floor(random() * (word.length - 2));
  const swapped = random() < 0.5 && word[at] !== word[at + 1];
  const typed = swapped
    ? word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
    : word.slice(0, at) + word.slice(at + 1);
  return text.slice(0, chosen.index) + typed + text.slice(chosen.index + word.length);
}
