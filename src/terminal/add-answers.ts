import type { Role } from "../transcript/interview.ts";
import { sidecarSchema } from "../transcript/sidecar/sidecar-schema.ts";
import type { FoundSpeaker, InterviewDraft } from "./interview-draft.ts";
import type { AddArguments } from "./parse-tool-arguments.ts";
import type { Questions } from "./questions.ts";
import type { Answers } from "./sidecar-text.ts";

/** What was typed can't be used, and why: a clause without a full stop. */
type Typed<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly why: string };

/** An option of the command line that can't be used; the message is a sentence for the person who typed. */
export class WrongOption extends Error {
  constructor(option: string, why: string) {
    super(`--${option}: ${why}.`);
    this.name = "WrongOption";
  }
}

/** Typed where there is nothing to say. */
const NONE = "-";

/** What an author who writes as “I” is called, and whoever answers without a name. */
const NAMELESS: Readonly<Record<string, Role>> = { Interviewer: "interviewer", Guest: "guest" };

const readers = {
  title: (typed: string) => checked(sidecarSchema.shape.title, typed),
  language: (typed: string) => checked(sidecarSchema.shape.language, typed),
  url: (typed: string) => (typed === NONE ? answer(null) : checked(sidecarSchema.shape.url, typed)),
  media: (typed: string) => (typed === NONE ? answer(null) : checked(sidecarSchema.shape.url, typed)),
  grade: (typed: string) => (typed === NONE ? answer(null) : checked(sidecarSchema.shape.grade, typed)),
};

/**
 * What the command line says of an interview, and for the rest what is guessed or, with `questions`, answered.
 * @throws WrongOption for an option that can't be used; Abandoned when whoever is asked has gone.
 */
export async function answersAbout(
  draft: InterviewDraft,
  options: AddArguments,
  questions: Questions | null,
): Promise<Answers> {
  const { speakers } = draft;
  const given = {
    title: option("title", options.title, readers.title),
    language: option("language", options.language, readers.language),
    url: option("url", options.url, readers.url),
    media: option("media", options.media, readers.media),
    grade: option("grade", options.grade, readers.grade),
    interviewers:
      options.interviewer.length === 0
        ? undefined
        : option("interviewer", options.interviewer.join("\n"), (typed) =>
            readNames(typed.split("\n"), speakers),
          ),
  };
  const guessed = speakers.filter(({ role }) => role === "interviewer").map(({ name }) => name);
  if (questions) describeDraft(draft, questions);
  const ask = <Answer>(question: string, usual: string, read: (typed: string) => Typed<Answer>) =>
    questions ? questions.askUntil(question, usual, read) : undefined;
  const title = given.title ?? (await ask("Title", draft.title, readers.title)) ?? draft.title;
  const interviewers =
    given.interviewers ??
    (speakers.length === 0
      ? undefined
      : await ask(
          "Who asks the questions? A number or a name, several with commas, - for nobody",
          guessed.map((name) => numberOf(name, speakers)).join(", ") || NONE,
          (typed) => readInterviewers(typed, speakers),
        )) ??
    guessed;
  const language = given.language ?? (await ask("Language", "en", readers.language)) ?? "en";
  const url = given.url ?? (await ask("Page it was published on, - for none", NONE, readers.url)) ?? null;
  const media = given.media ?? (await ask("Recording’s address, - for none", NONE, readers.media)) ?? null;
  const grade =
    given.grade ??
    (await ask(
      "Transcript: full (every word), clean (without stumbles), automatic (by a machine), - for none",
      draft.grade ?? NONE,
      readers.grade,
    )) ??
    null;
  return {
    title,
    language,
    url,
    media,
    grade,
    format: options.format ?? null,
    speakers: withRoles(speakers, interviewers),
  };
}

function describeDraft({ format, speakers }: InterviewDraft, questions: Questions): void {
  questions.say(`Format: ${format}`);
  questions.say(speakers.length === 0 ? "Speakers: none were found" : "Speakers:");
  speakers.forEach(({ name, role, statements, line }, at) => {
    const times = statements === 1 ? "once" : `${statements} times`;
    questions.say(`  ${at + 1}  ${name}: ${times}, first on line ${line} (${role})`);
  });
}

function answer<Answer>(value: Answer): Typed<Answer> {
  return { ok: true, answer: value };
}

/** The setting of the yaml that this would be, by the same rules. */
function checked<Value>(
  setting: {
    safeParse(
      value: unknown,
    ): { success: true; data: Value } | { success: false; error: { issues: readonly { message: string }[] } };
  },
  typed: string,
): Typed<NonNullable<Value>> {
  const result = setting.safeParse(typed);
  if (!result.success) return { ok: false, why: result.error.issues[0]?.message ?? "it can’t be used" };
  return result.data == null ? { ok: false, why: "it can’t be empty" } : answer(result.data);
}

function option<Answer>(
  name: string,
  typed: string | undefined,
  read: (typed: string) => Typed<Answer>,
): Answer | undefined {
  if (typed === undefined) return undefined;
  const found = read(typed);
  if (!found.ok) throw new WrongOption(name, found.why);
  return found.answer;
}

function numberOf(name: string, speakers: readonly FoundSpeaker[]): string {
  return String(speakers.findIndex((one) => one.name === name) + 1);
}

/** Numbers of the list that was shown, or names. */
function readInterviewers(typed: string, speakers: readonly FoundSpeaker[]): Typed<readonly string[]> {
  if (typed === NONE) return answer([]);
  const names = typed.split(",").map((part) => {
    const word = part.trim();
    return (/^\d{1,4}$/u.test(word) ? speakers[Number(word) - 1]?.name : undefined) ?? word;
  });
  return readNames(names, speakers);
}

/** Names of people who were found, whole or a part of one; or a new one for an interviewer the file never names. */
function readNames(typed: readonly string[], speakers: readonly FoundSpeaker[]): Typed<readonly string[]> {
  const names: string[] = [];
  for (const wanted of typed.map((name) => name.trim())) {
    const found = findSpeaker(wanted, speakers);
    const isNew = !found && speakers.every(({ name, role }) => role !== "interviewer" || name in NAMELESS);
    const fits = wanted.length > 0 && wanted.length <= 100;
    if (!found && !(isNew && fits && speakers.some(({ name }) => name in NAMELESS))) {
      const known = speakers
        .map(({ name }) => name)
        .slice(0, 20)
        .join(", ");
      return {
        ok: false,
        why: `nobody is called ${wanted} here; there are ${known || "no names in the file"}`,
      };
    }
    names.push(found?.name ?? wanted);
  }
  return answer([...new Set(names)]);
}

function findSpeaker(wanted: string, speakers: readonly FoundSpeaker[]): FoundSpeaker | undefined {
  const folded = fold(wanted);
  const same = speakers.find(({ name }) => fold(name) === folded);
  const parts = speakers.filter(({ name }) => fold(name).split(/\s+/u).includes(folded));
  return same ?? (parts.length === 1 ? parts[0] : undefined);
}

function fold(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}

/** The people for the yaml. Those who are only quoted beside the interview are found without it. */
function withRoles(speakers: readonly FoundSpeaker[], interviewers: readonly string[]): Answers["speakers"] {
  const asking = new Set(interviewers);
  const named = interviewers.filter((name) => !speakers.some((one) => one.name === name));
  const people = speakers
    .filter(({ name, role }) => (role !== "other" || asking.has(name)) && name.length <= 100)
    // Somebody named by whoever adds the interview takes the place of the one without a name.
    .filter(
      ({ name, role }) => !(named.length > 0 && NAMELESS[name] === "interviewer" && role === "interviewer"),
    )
    .map(({ name }) => ({ name, role: asking.has(name) ? ("interviewer" as const) : ("guest" as const) }));
  return [...named.map((name) => ({ name, role: "interviewer" as const })), ...people].slice(0, 1000);
}
