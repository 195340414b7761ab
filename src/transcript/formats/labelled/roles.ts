import type { Cast } from "../../cast.ts";
import type { Role, Speaker } from "../../interview.ts";
import type { SourceText } from "../../source-text.ts";
import { mannersOf, roleByManner } from "./manner.ts";
import { namesInFront } from "./names-in-front.ts";
import type { Passage } from "./passage.ts";
import { isBareRole, roleOfLabel, rolesOfLetters } from "./role-words.ts";
import { nameOf, sameVoices, type Voice } from "./same-voice.ts";

/**
 * Who each voice is, by what the file calls it: the people the yaml lists, with the roles they have there; then those
 * whose label says what they do, "Q" or "Host"; and all others by how they speak – see {@link roleByManner}.
 */
export function castVoices(
  passages: readonly Passage[],
  source: SourceText,
  cast: Cast,
): ReadonlyMap<string, Speaker> {
  const labels = [
    ...new Set(passages.flatMap(({ voice, kind }) => (voice !== null && kind === "speech" ? [voice] : []))),
  ];
  const front = namesInFront(passages, source, labels);
  const voices = sameVoices(labels);
  const isExamination = isExaminedIn(labels);
  const letters = rolesOfLetters(labels, isExamination);
  const speakers = new Map<string, Speaker>();
  const unknown: Voice[] = [];
  const known = new Map<string, Role>();
  for (const voice of voices) {
    const listed = listedAs(voice, letters, front, cast);
    if (listed) known.set(voice.labels[0] ?? "", listed.role);
    else unknown.push(voice);
    if (listed) for (const label of voice.labels) speakers.set(label, listed);
  }
  // Where letters ask and answer, everybody else stands beside: lawyers who object, a reporter who reads back.
  const told = new Map(
    unknown.flatMap((voice) => {
      const role =
        saidRole(voice, letters, front) ??
        (isExamination && isLawyer(voice, passages, source) ? "other" : null);
      return role ? [[voice, role] as const] : [];
    }),
  );
  for (const [voice, role] of told) known.set(voice.labels[0] ?? "", role);
  const manners = mannersOf(voices, passages, source);
  const byManner = roleByManner(manners, known);
  for (const voice of unknown) {
    const role = told.get(voice) ?? byManner.get(voice.labels[0] ?? "") ?? "guest";
    const witness =
      isExamination && role === "guest"
        ? labels.find((label) => /^(?:the )?witness$/iu.test(label))
        : undefined;
    const isLetter = voice.labels.some((label) => letters.has(label));
    const stands = role === "interviewer" && !cast.listed && isBesideModerator(voice, told);
    const speaker =
      witness !== undefined && isBareRole(voice.names[0] ?? "")
        ? cast.newcomer(witness, role)
        : speakerOf(voice, role, front, cast, isLetter, stands);
    for (const label of voice.labels) speakers.set(label, speaker);
  }
  return speakers;
}

type Front = ReturnType<typeof namesInFront>;

/** Whom the yaml lists by one of these names. */
function listedAs(
  { names, labels }: Voice,
  letters: ReadonlyMap<string, Role>,
  front: Front,
  cast: Cast,
): Speaker | undefined {
  if (!cast.listed) return undefined;
  for (const name of [...labels, ...names]) {
    const found = cast.find(name) ?? cast.find(front.get(name)?.name ?? name);
    if (found) return found;
  }
  for (const name of names) {
    const found = /\s/u.test(name) ? cast.known(name) : undefined;
    if (found) return found;
  }
  // "Q" and "Interviewer" are whoever the list says asks, when it lists one alone.
  const role = names[0] === undefined ? null : (letters.get(names[0]) ?? roleOfLabel(names[0]));
  const isRoleAlone =
    names[0] !== undefined && (isBareRole(names[0]) || role !== null) && !/\d$/u.test(names[0]);
  if (!isRoleAlone || role === "other" || role === null) return undefined;
  const having = cast.speakers.filter((one) => one.role === role);
  return having.length === 1 ? having[0] : undefined;
}

function saidRole({ labels, names }: Voice, letters: ReadonlyMap<string, Role>, front: Front): Role | null {
  for (const label of labels) {
    const role = letters.get(label) ?? roleOfLabel(label) ?? front.get(nameOf(label))?.role;
    if (role) return role;
  }
  return names.map((name) => front.get(name)?.role ?? null).find((role) => role !== null) ?? null;
}

function speakerOf(
  { names }: Voice,
  role: Role,
  front: Front,
  cast: Cast,
  isLetter: boolean,
  isBesideModerator: boolean,
): Speaker {
  const [name = ""] = names;
  // Nobody would be quoted as "Q".
  const isNameless = isBareRole(name) || isLetter;
  if (isNameless && role === "interviewer")
    return isBesideModerator ? cast.newcomer("Interviewer", role) : cast.interviewer();
  if (isNameless && role === "guest") return cast.guest();
  return cast.newcomer(front.get(name)?.name ?? name, role);
}

/** True for "Q" at a press conference, where a moderator calls on whoever asks: they are two. */
function isBesideModerator(voice: Voice, told: ReadonlyMap<Voice, Role>): boolean {
  return [...told].some(
    ([other, role]) =>
      other !== voice &&
      role === "interviewer" &&
      other.labels.some((label) => /moderator|moderador/iu.test(label)),
  );
}

/** "A" answers whoever a court reporter named before it, where no other letter stands for somebody. */
function isExaminedIn(labels: readonly string[]): boolean {
  return (
    labels.includes("A") && !labels.some((label) => /^\p{Lu}$/u.test(label) && label !== "A" && label !== "Q")
  );
}

const OBJECTS =
  /^(?:(?:same|and|again|i|i['’]ll|i['’]m|we|going|to|let|me|just|note|my|the|a)[,\s]+){0,4}(?:object(?:ion|ions|ing)?\b|instruct)/iu;

/** One who never speaks right before an answer, unless to object: whoever examines does. */
function isLawyer({ labels }: Voice, passages: readonly Passage[], source: SourceText): boolean {
  const own = new Set(labels);
  let before: Passage | null = null;
  for (const passage of passages) {
    const { voice, kind } = passage;
    if (kind !== "speech" || voice === null) continue;
    if (/^A[.:]?$/u.test(voice) && before?.voice && own.has(before.voice) && !objects(before)) return false;
    before = passage;
  }
  function objects({ span }: Passage): boolean {
    return OBJECTS.test(source.text.slice(span.start, Math.min(span.end, span.start + 80)));
  }
  return true;
}
