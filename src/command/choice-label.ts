import { clip } from "../reply/clip.ts";

/** Discord's limit for the name and the value of a choice, in UTF-16 code units. */
const LONGEST = 100;

/**
 * Our own words as the label of a choice: one line, at most 100 units, cut between characters. `#` and `@` give
 * way because Discord's field reads them as the start of a channel or a mention.
 */
export function choiceLabel(text: string): string {
  const line = text.replace(/[#@]/gu, " ").replace(/\s+/gu, " ").trim();
  return clip(line === "" ? "(unnamed)" : line, LONGEST);
}

/** A value as it is when it fits, else its label: what comes back is resolved by label too. */
export function choiceValue(value: string): string {
  return value.length <= LONGEST && value !== "" ? value : choiceLabel(value);
}
