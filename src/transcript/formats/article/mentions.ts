import type { Cast } from "../../cast.ts";
import type { Speaker } from "../../interview.ts";
import { type Gender, genderOf, isGesture, isPerson } from "./people.ts";
import { sentencesOf, wordsOf } from "./sentences.ts";
import { findSubjects, isAboutPerson, type Named, type Subject } from "./subject.ts";

/** Someone a pronoun may mean. People join the cast only once they speak. */
interface Mention {
  /** One person has one key, however often named. */
  readonly key: Speaker | string;
  readonly gender: Gender | null;
  /** Null for what may not be a person at all ("New York is cold"): a pronoun after it is in doubt. */
  readonly speaker: (() => Speaker) | null;
}

/** How many people back a pronoun may reach. */
const REMEMBERED = 4;
/** How much narration, in UTF-16 code units, is looked over for people. */
const LONGEST_NARRATION = 4000;
/** One clear sign of a gender, such as "Mrs", outweighs some pronouns taken amiss. */
const CLEAR_SIGN = 5;

const ASKING =
  /\b(?:I|we|We)\s+(?:\p{L}+ly\s+|then\s+|also\s+|had\s+)?(?:ask|asked|tell|told|press|pressed|question|questioned|remind|reminded)\s+(?=(\p{Lu}[\p{L}\p{M}’'-]*(?:\s+\p{Lu}[\p{L}\p{M}’'-]*)*))/gu;

/** Whom "he" and "she" mean at one place in the text: whoever the sentences before are about. */
export class Mentions {
  readonly #cast: Cast;
  /** The latest first. */
  #recent: Mention[] = [];
  /** How often the text says "he" (above zero) or "she" (below) of someone. */
  readonly #signs = new Map<Speaker | string, number>();
  /** Who spoke last of those that are no single person: the council, the police. */
  #body: Speaker | null = null;

  constructor(cast: Cast) {
    this.#cast = cast;
  }

  /** Someone speaks whom the text names or describes. */
  speaks(speaker: Speaker, words: string): void {
    const gender = genderOf(words.split(/\s+/u));
    if (speaker.role === "interviewer") return;
    if (speaker.role === "other" && /^(?:the|an?)\s/iu.test(speaker.name) && !isAboutPerson(speaker.name)) {
      this.#body = speaker;
      return;
    }
    this.#put({ key: speaker, gender, speaker: () => speaker });
  }

  /** Reads narration for the people it is about. */
  note(narration: string): void {
    for (const sentence of sentencesOf(narration.slice(-LONGEST_NARRATION))) this.#noteSentence(sentence);
  }

  /** "I asked Vale" makes Vale the one who answers. */
  noteAsked(narration: string): void {
    for (const [, name = ""] of narration.slice(-LONGEST_NARRATION).matchAll(ASKING)) {
      const mention = this.#personOf(name);
      if (mention) this.#put(mention);
    }
  }

  /**
   * Whom a pronoun means, or null where the text leaves it in doubt.
   * @param except who it can't be.
   */
  resolve(pronoun: Gender, except: Speaker | null = null): Speaker | null {
    const candidates = this.#candidates().filter(({ key }) => key !== except);
    const [latest] = candidates;
    if (!latest) return null;
    const shown = this.#genderOf(latest);
    const fits =
      shown === null || shown === pronoun
        ? latest
        : candidates.find((one) => this.#genderOf(one) === pronoun && one.speaker);
    if (candidates.length === 1) this.#sign(latest.key, pronoun, 1);
    return fits?.speaker?.() ?? null;
  }

  /** Whom "they" or "it" means: never one person. */
  body(): Speaker | null {
    return this.#body;
  }

  /** True when the text has shown that this person is "he" or "she". */
  isKnownAs(speaker: Speaker, pronoun: Gender): boolean {
    return this.#genderOf({ key: speaker, gender: null }) === pronoun;
  }

  #candidates(): readonly Mention[] {
    const { guests } = this.#cast;
    const [guest] = guests;
    if (guests.length !== 1 || !guest || this.#recent.some(({ key }) => key === guest)) return this.#recent;
    return [...this.#recent, { key: guest, gender: null, speaker: () => guest }];
  }

  #noteSentence(sentence: string): void {
    const words = wordsOf(sentence);
    const [subject] = findSubjects(words);
    this.#noteTitles(sentence);
    const about = subject && this.#mentionOf(subject, words);
    if (about) {
      this.#put(about);
    } else {
      // The sentence is about nobody it could mean: the guest it names last.
      for (const word of sentence.match(/\p{Lu}[\p{L}\p{M}’-]*/gu) ?? []) {
        const speaker = this.#cast.find(word.replace(/[’']s$/u, ""));
        if (speaker?.role === "guest") this.#put({ key: speaker, gender: null, speaker: () => speaker });
      }
    }
    const pronoun = subject?.named.who === "pronoun" ? subject.named.pronoun : null;
    const candidates = this.#candidates();
    const [only] = candidates;
    if (only && candidates.length === 1 && (pronoun === "he" || pronoun === "she")) {
      this.#sign(only.key, pronoun, 1);
    }
    this.noteAsked(sentence);
  }

  /** The person a sentence is about; null where it is about no person. */
  #mentionOf({ named, owner, start, end }: Subject, words: readonly string[]): Mention | null {
    if (named.who === "bystander" || named.who === "described") return this.#describedBy(named, owner);
    if (named.who !== "name") return null;
    const known = this.#personOf(named.name);
    if (!known) return null;
    if (typeof known.key !== "string") return known.key.role === "interviewer" ? null : known;
    const gestures = isGesture(words[end] ?? "") || (words[end] === "," && words[end + 1] === "who");
    if (gestures || known.gender) return known;
    // One capital at the head of a sentence is most often no name: "Coffee arrives."
    const isName = start > 0 || /\s/u.test(named.name);
    return isName ? { ...known, speaker: null } : null;
  }

  #describedBy(
    named: Extract<Named, { who: "bystander" | "described" }>,
    owner: Named | null,
  ): Mention | null {
    const { description } = named;
    const known = this.#cast.find(description);
    if (known)
      return known.role === "interviewer" ? null : { key: known, gender: null, speaker: () => known };
    const nouns = description.split(/\s+/u);
    const isOne =
      isPerson(nouns.at(-1) ?? "") &&
      /^(?:an?|one|another|the|his|her|their|my|our|.*[’']s?)$/iu.test(nouns[0] ?? "");
    if (isOne) {
      const key = description.toLowerCase().replace(/^(?:an?|the)\s/u, "a ");
      return { key, gender: genderOf(nouns), speaker: () => this.#cast.bystander(description) };
    }
    // "Vance’s face darkened."
    return owner?.who === "name" ? this.#personOf(owner.name) : null;
  }

  #personOf(name: string): Mention | null {
    const gender = genderOf(name.split(/\s+/u).slice(0, 1));
    const known = this.#cast.known(name);
    if (known) return known.role === "interviewer" ? null : { key: known, gender, speaker: () => known };
    if (this.#cast.sharing(name).length > 0) return { key: name.toLowerCase(), gender, speaker: null };
    return { key: name.toLowerCase(), gender, speaker: () => this.#cast.named(name) };
  }

  /** "Mrs Vale", "Mr Tom Reed". */
  #noteTitles(sentence: string): void {
    const titled =
      /\b(Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|King|Queen|Prince|Princess)\.?\s+(\p{Lu}[\p{L}\p{M}’-]*(?:\s\p{Lu}[\p{L}\p{M}’-]*)?)/gu;
    for (const [, title = "", name = ""] of sentence.matchAll(titled)) {
      const speaker = this.#cast.find(name.replace(/[’']s$/u, ""));
      const gender = genderOf([title]);
      if (speaker && gender) this.#sign(speaker, gender, CLEAR_SIGN);
    }
  }

  #put(mention: Mention): void {
    if (mention.gender) this.#sign(mention.key, mention.gender, CLEAR_SIGN);
    this.#recent = [mention, ...this.#recent.filter(({ key }) => key !== mention.key)].slice(0, REMEMBERED);
  }

  #sign(key: Speaker | string, gender: Gender, weight: number): void {
    this.#signs.set(key, (this.#signs.get(key) ?? 0) + (gender === "he" ? weight : -weight));
  }

  #genderOf({ key, gender }: Pick<Mention, "key" | "gender">): Gender | null {
    const signs = this.#signs.get(key) ?? 0;
    return signs > 0 ? "he" : signs < 0 ? "she" : gender;
  }
}
