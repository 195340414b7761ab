const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ORDINALS: readonly (readonly [string, number])[] = [
  ["first", 1],
  ["second", 2],
  ["third", 3],
  ["fourth", 4],
  ["fifth", 5],
  ["sixth", 6],
  ["seventh", 7],
  ["eighth", 8],
  ["ninth", 9],
  ["tenth", 10],
];

const VALUES: ReadonlyMap<string, string> = new Map([
  ...UNITS.map((word, value) => [word, String(value)] as const),
  ...TENS.map((word, at) => [word, String((at + 2) * 10)] as const),
  ...ORDINALS.map(([word, value]) => [word, `${value}.`] as const),
  ...["1st", "2nd", "3rd"].map((word, at) => [word, `${at + 1}.`] as const),
  ...[4, 5, 6, 7, 8, 9, 10].map((value) => [`${value}th`, `${value}.`] as const),
]);

/** What number a form stands for, so that "one" and "1" are the same; ordinals end in a point. Null for no number. */
export function numberOf(form: string): string | null {
  const named = VALUES.get(form);
  if (named !== undefined) return named;
  return /\p{N}/u.test(form) ? form : null;
}

/** Words that name an amount beside those above. */
const AMOUNTS: ReadonlySet<string> = new Set(
  "hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens half double triple twice once thrice quarter percent".split(
    " ",
  ),
);

export function isNumeral(form: string): boolean {
  return AMOUNTS.has(form) || numberOf(form) !== null;
}
