import { element, part } from "./element.ts";
import { displayName, type Session } from "./session.ts";

const THEMES = ["system", "light", "dark"] as const;

/** Light or dark as the system has it, until someone chooses; kept in this browser. */
export function followTheme(): void {
  const field = part("theme", HTMLSelectElement);
  const apply = (theme: string): void => {
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  };
  const kept = localStorage.getItem("theme") ?? "system";
  field.value = THEMES.some((theme) => theme === kept) ? kept : "system";
  apply(field.value);
  field.addEventListener("change", () => {
    localStorage.setItem("theme", field.value);
    apply(field.value);
  });
}

/** Who one is and in which language, once it is known who there is. */
export class Identity {
  readonly #people = part("person", HTMLSelectElement);
  readonly #locales = part("locale", HTMLSelectElement);

  /** @param onPerson is called when one is someone else now, `onLocale` when the language is another. */
  constructor(session: Session, onPerson: () => void, onLocale: () => void) {
    this.#people.addEventListener("change", () => {
      session.user = this.#people.value;
      onPerson();
    });
    this.#locales.addEventListener("change", () => {
      session.locale = this.#locales.value;
      localStorage.setItem("locale", session.locale);
      onLocale();
    });
  }

  offer(session: Session, locales: readonly string[]): void {
    if (this.#people.childElementCount > 0) return;
    this.#people.replaceChildren(
      ...session.people.map((user) => element("option", { value: user.id }, displayName(user))),
    );
    this.#people.value = session.user;
    this.#locales.replaceChildren(
      ...locales.map((locale) => element("option", { value: locale }, nameOfLocale(locale))),
    );
    const kept = localStorage.getItem("locale") ?? session.locale;
    session.locale = locales.includes(kept) ? kept : session.locale;
    this.#locales.value = session.locale;
  }
}

/** A language in its own words, as people look for it. */
function nameOfLocale(locale: string): string {
  return new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;
}
