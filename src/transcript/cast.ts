import type { Role, Speaker } from "./interview.ts";

/** What may stand before a surname without making it another person's: "President Lukashenko", "Mr Reed". */
const TITLES: ReadonlySet<string> = new Set(
  (
    "mr mrs ms mx miss dr prof professor sir dame lord lady president minister premier chancellor secretary " +
    "senator sen governor gov congressman congresswoman representative rep mp councillor mayor ambassador judge " +
    "justice general gen colonel col major captain capt admiral lieutenant sergeant king queen prince princess " +
    "pope bishop cardinal father sister brother reverend rev rabbi imam coach chairman chairwoman chair director"
  ).split(" "),
);

/** The people of one interview, found by any of their names. */
export class Cast {
  readonly #speakers: Speaker[] = [];
  readonly #guests: Speaker[] = [];
  readonly #byName = new Map<string, Speaker>();
  /** By given name or surname alone; more than one where people share it. */
  readonly #byPart = new Map<string, Speaker[]>();
  #interviewer: Speaker | undefined;
  /** True when someone listed the people; those found beyond the list then only stand beside the interview. */
  readonly listed: boolean;

  constructor(listed: readonly { name: string; aliases: readonly string[]; role: Role }[]) {
    this.listed = listed.length > 0;
    for (const { name, aliases, role } of listed) {
      const speaker = this.#add(name, role);
      for (const alias of aliases) this.#byName.set(fold(alias), speaker);
    }
  }

  get speakers(): readonly Speaker[] {
    return this.#speakers;
  }

  get guests(): readonly Speaker[] {
    return this.#guests;
  }

  /** The person who asks; an author who writes as "I" without a name is called Interviewer. */
  interviewer(): Speaker {
    return this.#interviewer ?? this.#add("Interviewer", "interviewer");
  }

  /** The person who answers, where nothing tells which of several; one whom the text never names is called Guest. */
  guest(): Speaker {
    return this.#guests[0] ?? this.#add("Guest", "guest");
  }

  /** The speaker of that name or alias, or of that given name or surname when only one has it. */
  find(name: string): Speaker | undefined {
    const folded = fold(name);
    const sharing = this.#byPart.get(folded);
    return this.#byName.get(folded) ?? (sharing?.length === 1 ? sharing[0] : undefined);
  }

  /** The people whom this given name or surname, alone or after a title, fails to tell apart; empty when it names one. */
  sharing(name: string): readonly Speaker[] {
    if (this.find(name)) return [];
    const words = name.split(/\s+/u);
    if (words.slice(0, -1).some((word) => !TITLES.has(fold(word).replace(/\.$/u, "")))) return [];
    const sharing = this.#byPart.get(fold(words.at(-1) ?? name)) ?? [];
    return sharing.length > 1 ? sharing : [];
  }

  /** The speaker of that name, taken into the cast when new. */
  named(name: string, role: Role = this.listed ? "other" : "guest"): Speaker {
    return this.known(name) ?? this.#add(name, role);
  }

  /** The speaker of exactly that name or alias, taken into the cast when new: "Mr. Reed" is not "Mrs. Reed". */
  newcomer(name: string, role: Role): Speaker {
    return this.#byName.get(fold(name)) ?? this.#add(name, role);
  }

  /** The speaker of that name, also with a title or the rest of the name. */
  known(name: string): Speaker | undefined {
    return this.find(name) ?? this.#findByEnd(name);
  }

  /** Somebody quoted beside the interview whom the text only describes: "a spokeswoman", "his lawyer", "the council". */
  bystander(description: string): Speaker {
    const noun = /^the\s+(.*)$/iu.exec(description)?.[1];
    const introduced = noun && (this.#byName.get(fold(`a ${noun}`)) ?? this.#byName.get(fold(`an ${noun}`)));
    return this.#byName.get(fold(description)) ?? (introduced || this.#add(description, "other"));
  }

  /** "Belarusian President Alexander Lukashenko" and "Mr Lukashenko" are he; "Galina Lukashenko" is not. */
  #findByEnd(name: string): Speaker | undefined {
    const words = name.split(/\s+/u);
    for (let from = 1; from < words.length - 1; from += 1) {
      const speaker = this.#byName.get(fold(words.slice(from).join(" ")));
      if (speaker) return speaker;
    }
    const speaker = this.find(words.at(-1) ?? name);
    if (!speaker) return undefined;
    const [given = ""] = speaker.name.split(/\s+/u);
    const [first = ""] = words;
    const titled = TITLES.has(fold(words.at(-2) ?? "").replace(/\.$/u, ""));
    const sameGiven =
      fold(first) === fold(given) || (/^\p{Lu}\.?$/u.test(first) && given.startsWith(first[0] ?? ""));
    // Known by surname alone until now: this is the first time the text gives the whole name.
    const onlySurname = !this.listed && fold(speaker.name) === fold(words.at(-1) ?? "");
    return titled || sameGiven || onlySurname ? speaker : undefined;
  }

  #add(name: string, role: Role): Speaker {
    const speaker = Object.freeze({ name, role });
    this.#speakers.push(speaker);
    if (role === "guest") this.#guests.push(speaker);
    if (role === "interviewer") this.#interviewer ??= speaker;
    this.#byName.set(fold(name), speaker);
    const words = name.split(/\s+/u);
    if (words.length > 1 && /^\p{Lu}/u.test(name)) {
      this.#addPart(words.at(0), speaker);
      this.#addPart(words.at(-1), speaker);
    }
    return speaker;
  }

  /** A text names people in full once and by one name after, which finds them unless two share it. */
  #addPart(part: string | undefined, speaker: Speaker): void {
    if (part === undefined || TITLES.has(fold(part))) return;
    const sharing = this.#byPart.get(fold(part));
    if (sharing) sharing.push(speaker);
    else this.#byPart.set(fold(part), [speaker]);
  }
}

function fold(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}
