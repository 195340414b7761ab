import { element, part } from "./element.ts";
import { displayName, type Session } from "./session.ts";

/** What was chosen here before; null where nothing was, or where this browser keeps nothing. */
function kept(setting: string): string | null {
  try {
    return localStorage.getItem(setting);
  } catch {
    return null;
  }
}

function keep(setting: string, value: string): void {
  try {
    localStorage.setItem(setting, value);
  } catch {
    // Then it is chosen anew next time.
  }
}

const THEMES = ["system", "light", "dark"] as const;

/** Light or dark as the system has it, until someone chooses; kept in this browser. */
export function followTheme(): void {
  const field = part("theme", HTMLSelectElement);
  const apply = (theme: string): void => {
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  };
  field.value = THEMES.find((theme) => theme === kept("theme")) ?? "system";
  apply(field.value);
  field.addEventListener("change", () => {
    keep("theme", field.value);
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
      keep("locale", session.locale);
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
    const wanted = kept("locale") ?? navigator.language;
    session.locale = locales.find((locale) => locale === wanted) ?? session.locale;
    this.#locales.value = session.locale;
  }
}

/** A language in its own words, as people look for it. */
function nameOfLocale(locale: string): string {
  return new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;
}
