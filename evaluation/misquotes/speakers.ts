import type { Statement } from "../../src/transcript/interview.ts";
import type { ArchiveWords } from "./archive-words.ts";
import { oneOf, type Random } from "./chance.ts";
import { anyFragment } from "./fragments.ts";
import { type Frame, holdersOf, lettersByWord, type Mutation } from "./mutation.ts";
import { WELL_KNOWN_PEOPLE } from "./word-lists.ts";

/** Names as people have them: none of "#ALL#", "PhD F" or "The Chair (Hon. Anthony Rota)". */
const PERSON = /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,2}$/u;
const ROLES = /Manager|Designer|Interface|Chair|Professor/u;

/** Their words under another's name. */
export const wrongSpeaker: Mutation = ({ text }, { words }, random) => {
  const holders = holdersOf(text, words);
  const own = new Set(holders.flatMap(({ speaker }) => lettersByWord(speaker?.name ?? "")));
  const people = [...peopleIn(words), ...WELL_KNOWN_PEOPLE].filter(
    (name) => !lettersByWord(name).some((word) => own.has(word)),
  );
  const claimed = oneOf(people, random);
  if (claimed === undefined || holders.some(({ kind }) => kind !== "statement")) return null;
  return {
    words: text,
    frame: frameOf(claimed, random),
    verdicts: ["misattributed"],
    kinds: null,
    sources: [holders],
  };
};

/** The interviewer's question, or the narration, as if the guest had said it; or with nobody named. */
export const wrongVoice: Mutation = (_, { words }, random) => {
  const kind = oneOf<Statement["kind"]>(["question", "narration"], random) ?? "narration";
  const fragment = anyFragment(words, random, kind);
  if (!fragment) return null;
  const holders = holdersOf(fragment.text, words);
  if (holders.some((one) => one.kind === "statement")) return null;
  const guests = fragment.statement.interview.speakers.filter(({ role }) => role === "guest");
  const claimed = oneOf(guests.length > 0 ? guests.map(({ name }) => name) : peopleIn(words), random);
  const isNamed = claimed !== undefined && random() < 0.7;
  return {
    words: fragment.text,
    ...(isNamed ? { frame: frameOf(claimed, random) } : {}),
    verdicts: ["misattributed"],
    kinds: null,
    sources: [holders],
  };
};

const people = new WeakMap<ArchiveWords, readonly string[]>();

function peopleIn(words: ArchiveWords): readonly string[] {
  const known =
    people.get(words) ??
    words.archive
      .speakers()
      .map(({ name }) => name)
      .filter((name) => PERSON.test(name) && !ROLES.test(name));
  people.set(words, known);
  return known;
}

/** How people say whose words they quote. */
export function frameOf(name: string, random: Random): Frame {
  const frames: readonly Frame[] = [
    { before: `${name}: `, after: "" },
    { before: "", after: ` — ${name}` },
    { before: "", after: ` - ${name}` },
    { before: `${name} said: `, after: "" },
    { before: `${name} said, `, after: "" },
    { before: "", after: `, said ${name}` },
    { before: "", after: `, ${name} said.` },
  ];
  return oneOf(frames, random) ?? { before: `${name}: `, after: "" };
}

/** The frame of whoever did say it; null where their name is no person's. */
export function trueFrame({ speaker }: Statement, random: Random): Frame | null {
  if (!speaker || !PERSON.test(speaker.name) || ROLES.test(speaker.name)) return null;
  return frameOf(speaker.name, random);
}
