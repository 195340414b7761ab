/** Words for people, which tell a person from the other things a sentence may be about, and "he" from "she". */
const MEN =
  "man men boy father brother husband son uncle nephew grandfather grandson gentleman waiter barman policeman " +
  "spokesman chairman businessman mr sir lord king prince monk widower";
const WOMEN =
  "woman women girl mother sister wife daughter aunt niece grandmother granddaughter lady waitress barmaid " +
  "policewoman spokeswoman chairwoman businesswoman actress mrs ms miss dame queen princess nun widow";
const EITHER =
  "person child driver neighbour neighbor colleague friend aide assistant secretary lawyer solicitor guard " +
  "officer soldier doctor nurse teacher professor judge mayor minister president boy student reporter journalist " +
  "photographer cameraman interpreter translator bartender chef cook cleaner visitor guest customer accountant " +
  "manager editor publisher agent producer director partner cousin relative parent stranger priest farmer worker " +
  "engineer official expert analyst critic witness spokesperson receptionist bodyguard leader author writer singer " +
  "actor artist painter poet novelist composer musician architect scientist historian economist chancellor premier " +
  "senator governor ambassador general colonel captain coach player boss chief chair founder pilot sailor";

const GENDERS: ReadonlyMap<string, Gender | null> = new Map([
  ...MEN.split(" ").map((word) => [word, "he"] as const),
  ...WOMEN.split(" ").map((word) => [word, "she"] as const),
  ...EITHER.split(" ").map((word) => [word, null] as const),
]);

/** The pronoun a text uses for someone. */
export type Gender = "he" | "she";

/** Movements only a person makes: who nods is somebody, and no town or cup of coffee. */
const GESTURE =
  /^(?:nod|smil|smile|shrug|laugh|grin|sigh|frown|wink|blush|giggl|giggle|chuckl|chuckle|wav|wave|hesitat|hesitate|paus|pause|blink|lean|glance|snort|gasp|sob)(?:s|d|ed|es|ded|ged|ned)?$|^(?:shakes|shook|looks|looked|sits|sat|stands|stood|weeps|wept|leans|leant)$/iu;

export function isPerson(noun: string): boolean {
  return GENDERS.has(noun.toLowerCase().replace(/\.$/u, ""));
}

/** The gender a noun or title shows, such as "husband" or "Mrs". */
export function genderOf(words: readonly string[]): Gender | null {
  for (const word of words) {
    const gender = GENDERS.get(word.toLowerCase().replace(/\.$/u, ""));
    if (gender) return gender;
  }
  return null;
}

export function isGesture(word: string): boolean {
  return GESTURE.test(word);
}
