import { refusal } from "../reply/notices.ts";
import type { Reply } from "../reply/reply.ts";
import type { Archive } from "../transcript/archive.ts";
import { choiceLabel, choiceValue } from "./choice-label.ts";
import type { Choice } from "./definition.ts";

/** Filters as a search takes them, or the reply that says why they can't be had. */
export type Filters =
  | { readonly ok: true; readonly filters: { readonly speaker?: string; readonly interview?: string } }
  | { readonly ok: false; readonly reply: Reply };

/**
 * Finds the speaker and the interview someone means. Discord may send a choice's label instead of its value, and
 * people type without choosing: so a filter is looked up by id, by label, and by any part of it that is
 * unambiguous.
 */
export function resolveFilters(
  archive: Archive,
  typed: { readonly speaker?: string | undefined; readonly interview?: string | undefined },
): Filters {
  const filters: { speaker?: string; interview?: string } = {};
  if (typed.interview?.trim()) {
    const interview = findOne(typed.interview, archive.interviews, (one) => [one.id, one.title]);
    if (!interview)
      return refuse(
        "interview",
        typed.interview,
        archive.interviews.map(({ title }) => title),
      );
    filters.interview = interview.id;
  }
  if (typed.speaker?.trim()) {
    const speaker = findOne(typed.speaker, archive.speakers(), ({ name }) => [name]);
    if (!speaker)
      return refuse(
        "speaker",
        typed.speaker,
        archive.speakers().map(({ name }) => name),
      );
    filters.speaker = speaker.name;
  }
  return { ok: true, filters };
}

export function completeSpeaker(archive: Archive, partial: string): readonly Choice[] {
  return archive
    .speakers()
    .filter(({ name }) => contains(name, partial))
    .slice(0, 25)
    .map(({ name }) => ({ name: choiceLabel(name), value: choiceLabel(name) }));
}

export function completeInterview(archive: Archive, partial: string): readonly Choice[] {
  return archive.interviews
    .filter(({ id, title }) => contains(title, partial) || contains(id, partial))
    .slice(0, 25)
    .map((interview) => ({ name: choiceLabel(interview.title), value: choiceValue(interview.id) }));
}

function findOne<Item>(
  typed: string,
  items: readonly Item[],
  namesOf: (item: Item) => readonly string[],
): Item | undefined {
  const wanted = fold(typed);
  // From the surest to the least sure: José and Jose are two people, and who types the one doesn't mean the other.
  const fits: readonly ((name: string) => boolean)[] = [
    (name) => name === typed,
    (name) => choiceLabel(name) === typed,
    (name) => fold(name) === wanted || fold(choiceLabel(name)) === wanted,
    (name) => contains(name, typed),
  ];
  for (const fit of fits) {
    const [found, ...others] = items.filter((item) => namesOf(item).some(fit));
    if (found) return others.length === 0 ? found : undefined;
  }
  return undefined;
}

function refuse(what: "speaker" | "interview", typed: string, known: readonly string[]): Filters {
  const some = known.slice(0, 10).map((name) => choiceLabel(name));
  const list =
    some.length > 0 ? `Choose one of these: ${some.join("; ")}.` : `There is no ${what} to choose from yet.`;
  return {
    ok: false,
    reply: refusal(`No single ${what} is meant by: ${choiceLabel(typed)}`, list),
  };
}

function contains(text: string, part: string): boolean {
  return fold(text).includes(fold(part));
}

/** Without accents and capitals; but marks that stand alone stay, or they would be found in every name. */
function fold(text: string): string {
  const decomposed = text.normalize("NFKD").toLowerCase().replace(/\s+/gu, " ").trim();
  return decomposed.replace(/\p{M}/gu, "").trim() || decomposed;
}
