import type { Cast } from "../../cast.ts";
import type { Speaker } from "../../interview.ts";
import { isPerson } from "./people.ts";

const NAME = "\\p{Lu}[\\p{L}\\p{M}’'-]*";
/** "Vance, the chief engineer of the bridge": a name and what the text calls that person. */
const AFTER_NAME = new RegExp(
  `(?<![\\p{L}\\p{M}’-])(${NAME}),\\s+(?:the|an?)\\s+((?:[\\p{L}\\p{M}’'-]+\\s+){0,3}?[\\p{L}\\p{M}’'-]+)(?=[,.;:]|\\s+(?:of|for|at|in|who|from|to|with|and)\\b)`,
  "gu",
);
/** "President Vance", "chief engineer Maria Vance", "the engineer, Maria Vance,". */
const BEFORE_NAME = new RegExp(
  `(?<![\\p{L}\\p{M}’-])([\\p{L}\\p{M}’-]+),?\\s+(${NAME}(?:\\s+${NAME}){0,2})(?![’'\\p{L}])`,
  "gu",
);
const LAST_TITLE = new RegExp(`^(${NAME})\\s+(${NAME}(?:\\s+${NAME})?)$`, "u");

/** Which words for people ("engineer", "president") the text sets beside which names. */
export class Descriptions {
  readonly #namesByNoun = new Map<string, Set<string>>();
  readonly #cast: Cast;

  constructor(text: string, cast: Cast) {
    this.#cast = cast;
    for (const [, name = "", phrase = ""] of text.matchAll(AFTER_NAME)) this.#add(lastWord(phrase), name);
    for (const [, noun = "", name = ""] of text.matchAll(BEFORE_NAME)) {
      this.#add(noun, name);
      const [, title = "", rest = ""] = LAST_TITLE.exec(name) ?? [];
      if (rest) this.#add(title, rest);
    }
  }

  /** The one person whom the text calls so, when that is a guest; else null. */
  find(description: string): Speaker | null {
    const names = this.#namesByNoun.get(lastWord(description).toLowerCase()) ?? [];
    const people = new Set([...names].map((name) => this.#cast.known(name) ?? name));
    const [one] = people;
    return people.size === 1 && typeof one === "object" && one.role === "guest" ? one : null;
  }

  #add(noun: string, name: string): void {
    if (!isPerson(noun)) return;
    const folded = noun.toLowerCase();
    this.#namesByNoun.set(folded, (this.#namesByNoun.get(folded) ?? new Set()).add(name));
  }
}

function lastWord(phrase: string): string {
  return /(?<![\p{L}\p{M}-])[\p{L}\p{M}-]+$/u.exec(phrase)?.[0] ?? "";
}
