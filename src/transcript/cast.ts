import type { Role, Speaker } from "./interview.ts";

/** The people of one interview, found by any of their names. */
export class Cast {
  readonly #speakers: Speaker[] = [];
  readonly #byName = new Map<string, Speaker>();
  /** True when someone listed the people; those found beyond the list then only stand beside the interview. */
  readonly listed: boolean;

  constructor(listed: readonly { name: string; aliases: readonly string[]; role: Role }[]) {
    this.listed = listed.length > 0;
    for (const { name, aliases, role } of listed) {
      const speaker = this.#add(name, role);
      for (const alias of aliases) this.#byName.set(fold(alias), speaker);
    }
    for (const speaker of this.#speakers) this.#nameBySurname(speaker);
  }

  get speakers(): readonly Speaker[] {
    return this.#speakers;
  }

  get guests(): readonly Speaker[] {
    return this.#speakers.filter(({ role }) => role === "guest");
  }

  /** The person who asks; an author who writes as "I" without a name is called Interviewer. */
  interviewer(): Speaker {
    return (
      this.#speakers.find(({ role }) => role === "interviewer") ?? this.#add("Interviewer", "interviewer")
    );
  }

  /** The speaker of that name or alias, if there is one. */
  find(name: string): Speaker | undefined {
    return this.#byName.get(fold(name));
  }

  /** The speaker of that name, taken into the cast when new. */
  named(name: string): Speaker {
    const known = this.find(name) ?? this.find(name.split(/\s+/u).at(-1) ?? name);
    if (known) return known;
    const speaker = this.#add(name, this.listed ? "other" : "guest");
    this.#nameBySurname(speaker);
    return speaker;
  }

  #add(name: string, role: Role): Speaker {
    const speaker = Object.freeze({ name, role });
    this.#speakers.push(speaker);
    this.#byName.set(fold(name), speaker);
    return speaker;
  }

  /** A text names people in full once and by surname after, so the surname finds them unless two share it. */
  #nameBySurname(speaker: Speaker): void {
    const words = speaker.name.split(/\s+/u);
    const surname = words.at(-1);
    if (words.length < 2 || surname === undefined) return;
    if (!this.#byName.has(fold(surname))) this.#byName.set(fold(surname), speaker);
  }
}

function fold(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}
