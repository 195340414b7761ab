import { isBackchannel } from "../../backchannel.ts";
import type { Role } from "../../interview.ts";
import type { SourceText } from "../../source-text.ts";
import { endsAsking } from "./ends-asking.ts";
import type { Passage } from "./passage.ts";
import type { Voice } from "./same-voice.ts";

/** How a voice speaks in a file, counted in turns. */
export interface Manner {
  /** Turns that say something: a "Mm-hm" doesn't count. */
  turns: number;
  /** Of these, those that ask. */
  asking: number;
  /** Of these, those that follow on another's question. */
  answering: number;
  /** UTF-16 units spoken. */
  length: number;
  /** What its words say it does: welcomes people (above 0), or thanks for being asked (below). */
  courtesy: number;
}

/** Questions are looked for in so much of a turn's end: "Did you? I mean, it was late." */
const END = 240;
/** In how many turns, from its first on, a voice is heard to welcome or to thank. */
const COURTESIES = 6;
const WELCOMES =
  /\bwelcome(?: back)? to\b|\bmy guests?\b|\bour (?:first |next )?guests?\b|\bi(?:’|'| a)m your host\b|\bthan(?:k|ks)(?: you)?(?: so much| very much)? for (?:joining|coming|being (?:here|with)|doing this|talking|speaking|taking the time|sitting down)\b|\bjoin(?:s|ing) (?:me|us)\b|\byou(?:’|')re listening to\b|\b(?:gentleman|gentlewoman|senator|witness) (?:is|from [\p{L} ]+ is) recognized\b|\bfirst question\b|\bnext question\b|\byou have (?:\w+ )?(?:seconds|minutes?)\b/iu;
const THANKS_FOR_HAVING =
  /\bthan(?:k|ks)(?: you)?(?: so much| very much)? for (?:having|inviting) (?:me|us)\b|\b(?:great|good|happy|glad|nice|pleasure|honou?r(?:ed)?) to be (?:here|with you|on (?:the|your))\b/iu;

/** Counts, voice by voice, who asks and who speaks after a question. Keyed by the first label of each voice. */
export function mannersOf(
  voices: readonly Voice[],
  passages: readonly Passage[],
  source: SourceText,
): ReadonlyMap<string, Manner> {
  const keys = new Map(
    voices.flatMap(({ labels }) => labels.map((label) => [label, labels[0] ?? label] as const)),
  );
  const manners = new Map<string, Manner>();
  let speaking: string | null = null;
  let last: { key: string; asks: boolean } | null = null;
  const turn = { start: 0, end: 0, length: 0 };
  const close = () => {
    if (speaking === null || turn.length === 0) return;
    const manner = manners.get(speaking) ?? { turns: 0, asking: 0, answering: 0, length: 0, courtesy: 0 };
    manners.set(speaking, manner);
    const ending = source.text.slice(Math.max(turn.start, turn.end - END), turn.end);
    const asks = /[?？؟;]/u.test(ending);
    if (isBackchannel(source.text.slice(turn.start, Math.min(turn.end, turn.start + 80)))) return;
    manner.turns += 1;
    manner.length += turn.length;
    if (asks) manner.asking += 1;
    if (last?.asks && last.key !== speaking) manner.answering += 1;
    if (manner.turns <= COURTESIES) {
      const opening = source.text.slice(turn.start, Math.min(turn.end, turn.start + 1500));
      if (WELCOMES.test(opening)) manner.courtesy += 1;
      if (THANKS_FOR_HAVING.test(opening)) manner.courtesy -= 1;
    }
    last = { key: speaking, asks: asks && endsAsking(ending) };
  };
  for (const { voice, kind, span, startsTurn } of passages) {
    if (kind !== "speech") continue;
    const key: string | null = voice === null ? (startsTurn ? null : speaking) : (keys.get(voice) ?? voice);
    if (key !== speaking) {
      close();
      speaking = key;
      turn.start = span.start;
      turn.length = 0;
    }
    turn.end = span.end;
    turn.length += span.end - span.start;
  }
  close();
  return manners;
}

/** From this much on a voice is one that asks; it is the sum of the shares below. */
const ASKS = 0.3;
/** A voice that asks in fewer of its turns is no interviewer, however short they are. */
const FEWEST_QUESTIONS = 0.2;
/** How much longer than the other's the turns of an answer are where hardly anybody asks in so many words. */
const MUCH_LONGER = 2.5;

/**
 * Who asks and who answers, where labels don't say. Whoever asks more often than answering, and more briefly than the
 * longest speaker, asks. Of two, the one who asks more; where both ask alike it is a conversation and nobody's interview.
 *
 * @param known roles that are told, by the first label of the voice.
 */
export function roleByManner(
  manners: ReadonlyMap<string, Manner>,
  known: ReadonlyMap<string, Role>,
): ReadonlyMap<string, Role> {
  const all = [...manners].filter(([, { turns }]) => turns > 0);
  const longest = Math.max(1, ...all.map(([, { length, turns }]) => length / turns));
  const scores = new Map(all.map(([key, manner]) => [key, scoreOf(manner, longest)] as const));
  const roles = new Map<string, Role>();
  for (const [key, manner] of all) {
    if (known.has(key)) continue;
    const share = manner.asking / manner.turns;
    const isAsking = (scores.get(key) ?? 0) >= ASKS && (share >= FEWEST_QUESTIONS || manner.courtesy > 0);
    roles.set(key, isAsking ? "interviewer" : "guest");
  }
  const roleOf = (key: string) => known.get(key) ?? roles.get(key);
  const open = all.filter(([key]) => !known.has(key));
  const mine = (role: Role) => all.filter(([key]) => roleOf(key) === role);
  if (open.length === 0 || all.length + known.size < 2) return roles;
  if (mine("guest").length === 0) {
    // Somebody is asked: whoever asks least.
    const [least] = [...open].sort(([one], [other]) => (scores.get(one) ?? 0) - (scores.get(other) ?? 0));
    if (least) roles.set(least[0], "guest");
  } else if (mine("interviewer").length === 0) {
    const [most, next] = [...open].sort(
      ([one], [other]) => (scores.get(other) ?? 0) - (scores.get(one) ?? 0),
    );
    const isOfTwo = all.length === 2;
    if (most && isOfTwo && isInterviewerOfTwo(most, all, scores, next?.[0]))
      roles.set(most[0], "interviewer");
  }
  return roles;
}

function isInterviewerOfTwo(
  [key, manner]: readonly [string, Manner],
  all: readonly (readonly [string, Manner])[],
  scores: ReadonlyMap<string, number>,
  next: string | undefined,
): boolean {
  const other = all.find(([one]) => one !== key);
  if (!other) return false;
  // The other is known to answer.
  if (next === undefined) return true;
  const [, answers] = other;
  const lead = (scores.get(key) ?? 0) - (scores.get(other[0]) ?? 0);
  const asksMore = manner.asking / manner.turns - answers.asking / answers.turns;
  if (manner.asking > 0 && asksMore >= 0.15 && lead > 0.1) return true;
  return asksMore >= 0 && answers.length / answers.turns > (MUCH_LONGER * manner.length) / manner.turns;
}

/** From about -1, always answers, to 1, always asks. */
function scoreOf({ turns, asking, answering, length, courtesy }: Manner, longest: number): number {
  const brevity = 1 - length / turns / longest;
  return (asking - answering) / turns + 0.25 * brevity + 0.4 * Math.sign(courtesy);
}
