import { isNameLike, type NameKind } from "./names.ts";
import { readTime, TIME, TIME_IN_BRACKETS, type WrittenTime } from "./times.ts";

/**
 * How a label is set off from the words:
 *
 * - `colon`: `Ann Vale: …`, `[00:01:02] Ann Vale: …`, `**Ann Vale:** …`
 * - `header`: a name and a time alone on a line, the words below
 * - `line`: a name alone on a line
 * - `stop`: `Mr. SCHIFF. …`, `Senator Vale. …`
 * - `letter`: `Q. …`, `A …`
 * - `rule`: `Ann Vale – …`, `AV  …` with a tab or spaces between
 * - `by`: a court reporter's `BY MR. SMITH:`, which says who asks from here on
 * - `time`: a time alone, which names nobody
 */
export type LabelForm = "colon" | "header" | "line" | "stop" | "letter" | "rule" | "by" | "time";

/** What may be a label: whether it is one, the whole file must tell. Offsets count from the start of the line. */
export interface Candidate {
  readonly form: LabelForm;
  /** As the file names the voice; null for a time alone. */
  readonly voice: string | null;
  readonly kind: NameKind | null;
  /** Where the words begin; the length of the line where none follow on it. */
  readonly wordsAt: number;
  readonly time: WrittenTime | null;
  /** True when a time stands beside the name, or marks of bold type around it. */
  readonly isMarked: boolean;
  /** True for a time that stands bare, without brackets. */
  readonly isBareTime: boolean;
}

/** No label is longer, in UTF-16 units. */
const LONGEST = 130;
const MARKS = "[*_]{0,3}";

const LEAD = new RegExp(
  `^(?:>{1,3}\\s*)?(?:\\d{1,3}[.)]\\s+(?=[*_]{0,3}\\p{L}))?${MARKS}(?:(${TIME})${MARKS}\\s*(?:[-–—|:]\\s+)?)?${MARKS}`,
  "u",
);
const TIME_ALONE = new RegExp(`^${MARKS}(${TIME})${MARKS}[:.]?$`, "u");
const TIME_BEFORE_WORDS = new RegExp(`^(?:(${TIME_IN_BRACKETS})|(${TIME}))\\s+`, "u");
const NAME_AND_TIME = new RegExp(
  `^([^\\d[(<{:.?!][^[(<{:?!]{0,60}?)\\s*(${TIME_IN_BRACKETS})\\s+(?=\\S)`,
  "u",
);
/** What may stand between a name and its colon: notes in brackets, a time. */
const TIME_AT_END = new RegExp(`[\\s,;|–—-]*(${TIME})\\s*$`, "u");
const TIME_AFTER = new RegExp(`^\\s*(${TIME})[*_]{0,3}(?=\\s|$)\\s*(?:[-–—]\\s+)?`, "u");
const NOTE_AT_END = /\s*(?:\([^()]{0,60}\)|\[[^[\]]{0,60}\])\s*$/u;
const STOP =
  /^((?:(?:The|THE)\s+[\p{Lu}]{4,}(?:\s[\p{Lu}]{2,}){0,2}(?:\spro\stempore)?|(?:Mr|Mrs|Ms|Miss|Dr|Sen|Rep|Gov|Gen|Col|Prof|Hon|MR|MRS|MS|MISS|DR|SEN|REP|GOV|GEN)\.\s?|(?:Senator|Chairman|Chairwoman|Chairperson|Representative|Congressman|Congresswoman|Secretary|Director|Judge|Justice|Professor|Ambassador|General|Admiral|Governor|Commissioner|Attorney General|Ranking Member|SENATOR|CHAIRMAN|CHAIRWOMAN|JUDGE|JUSTICE|SECRETARY|CHIEF JUSTICE)\s)(?:\p{Lu}[\p{L}\p{M}’'-]+(?:\s(?:of|de|van|von|der|del|la)\b|\s\p{Lu}[\p{L}\p{M}’'-]+){0,4})?)\.(?=\s+\S)/u;
const LETTER = /^([QA])(?:[.:)]{1,2}\s*|\s*[–—-]\s+|\t+\s*|\s{2,})(?=\S)|^(Q)\s+(?=[\p{Lu}"“(])/u;
const RULE = /^([^–—:.?!]{2,40}?)\s+[–—]\s+(?=\S)/u;
/** `Tue, Mar 5, 2024 2:03PM` is when it was, and nobody's name. */
const DATE =
  /^(?:(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)(?:\.|,|$)|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{L}{0,6}\.?\s\d{1,2}\b|\d{1,2}\.?\s\p{L}{3,10}\s\d{4})/iu;
/** `P. …` and `R. …`, `PREGUNTA. …`: questions and answers as newspapers in Spanish and French print them. */
const ASKS_OR_ANSWERS =
  /^([PRD]|PREGUNTA|RESPUESTA|Pregunta|Respuesta|PERGUNTA|RESPOSTA|DOMANDA|RISPOSTA)\.(?:\s*[-–—])?\s+(?=[¿¡“«"(\p{Lu}])/u;
const INITIALS = /^(\p{Lu}[\p{Lu}\p{N}.]{1,4})(?:\t\s*|[^\S\r\n]{2,})(?=\S)/u;
const BY = /^BY\s+((?:MR|MS|MRS|MISS|DR|THE)\.?\s+\p{Lu}[\p{Lu}\p{M}’' -]{1,40}?)\s*:\s*$/u;

/** What the beginning of a line may say of who speaks; null when it looks like words alone. */
export function readLabel(line: string, boldTo: number): Candidate | null {
  const head = line.length > LONGEST ? line.slice(0, LONGEST) : line;
  const alone = TIME_ALONE.exec(head);
  if (alone && head === line) return timeAlone(alone[1] ?? "", line.length);
  const by = BY.exec(head);
  if (by && head === line) return found("by", by[1] ?? "", "shouted", line.length, null, true);
  return (
    readLetter(head, line) ??
    readColon(head, line, boldTo) ??
    readTimed(head) ??
    readStop(head) ??
    readHeader(head, line) ??
    readRule(head) ??
    readTimeBefore(head)
  );
}

function timeAlone(written: string, wordsAt: number): Candidate {
  const isBareTime = /^\d/u.test(written);
  return {
    form: "time",
    voice: null,
    kind: null,
    wordsAt,
    time: readTime(written),
    isMarked: true,
    isBareTime,
  };
}

function found(
  form: LabelForm,
  voice: string,
  kind: NameKind,
  wordsAt: number,
  written: string | null,
  isMarked: boolean,
): Candidate {
  const time = written === null ? null : readTime(written);
  return { form, voice, kind, wordsAt, time, isMarked: isMarked || written !== null, isBareTime: false };
}

/** `Q. Where were you?` */
function readLetter(head: string, line: string): Candidate | null {
  if (!/^[QA](?!\p{L})/u.test(head)) return null;
  if (/^[QA][.:]?$/u.test(line)) return found("letter", head.charAt(0), "shouted", line.length, null, false);
  const letter = LETTER.exec(head);
  return letter && found("letter", letter[1] ?? letter[2] ?? "", "shouted", letter[0].length, null, false);
}

/** `Ann Vale (00:01:02): …` and all that is written so. */
function readColon(head: string, line: string, boldTo: number): Candidate | null {
  const lead = LEAD.exec(head);
  const from = lead?.[0].length ?? 0;
  const colon = colonIn(head, from);
  if (colon < 0) return null;
  const name = readName(head.slice(from, colon));
  if (!name) return null;
  const closing = /^[*_]{0,3}/u.exec(head.slice(colon + 1))?.[0].length ?? 0;
  let wordsAt = colon + 1 + closing;
  const follows = head.charAt(wordsAt);
  const isTight = follows !== "" && !/\s/u.test(follows) && closing === 0;
  // "http://", "9:30", "key:value" are no labels; a full-width colon needs no space, and neither do some hands.
  const needsSpace = head.charAt(colon) === ":" && name.kind !== "shouted" && name.kind !== "caseless";
  if (isTight && (needsSpace || /[\d/\\]/u.test(follows)) && !/["“”«„([—–-]/u.test(follows)) return null;
  const after = TIME_AFTER.exec(head.slice(wordsAt));
  if (after) wordsAt += after[0].length;
  else wordsAt += /^\s*/u.exec(line.slice(wordsAt))?.[0].length ?? 0;
  const written = lead?.[1] ?? name.written ?? after?.[1] ?? null;
  const isMarked = /[*_]/u.test(head.slice(0, wordsAt)) || boldTo >= colon;
  return found("colon", name.voice, name.kind, wordsAt, written, isMarked);
}

/** The first colon that stands in no bracket and in no time. */
function colonIn(head: string, from: number): number {
  let depth = 0;
  for (let at = from; at < head.length; at += 1) {
    const character = head.charAt(at);
    if (character === "(" || character === "[") depth += 1;
    else if (character === ")" || character === "]") depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (character === "：") return at;
    else if (character === ":" && !(/\d/u.test(head.charAt(at - 1)) && /\d/u.test(head.charAt(at + 1))))
      return at;
    else if (/[?!;"“”«»。！？]/u.test(character)) return -1;
  }
  return -1;
}

interface Name {
  readonly voice: string;
  readonly kind: NameKind;
  readonly written: string | null;
}

/** Names come again and again: what was found out about one is kept for a while. */
const read = new Map<string, Name | null>();
const MOST_READ = 5000;

/** A name without the times, notes and marks around it. */
function readName(written: string): Name | null {
  let name = read.get(written);
  if (name === undefined) {
    name = readNameAnew(written);
    if (read.size >= MOST_READ) read.clear();
    read.set(written, name);
  }
  return name;
}

function readNameAnew(written: string): Name | null {
  let rest = written.replace(/[*_]+/gu, "").trim();
  let time: string | null = null;
  const at = TIME_AT_END.exec(rest);
  if (at && at.index > 0) {
    time = at[1] ?? null;
    rest = rest.slice(0, at.index).trim();
  }
  // "Ann Vale (Host)" keeps its note, which says what she does; that of a time or a manner of speaking says nothing.
  const bare = rest
    .replace(NOTE_AT_END, "")
    .replace(/^[-–—•\s]+/u, "")
    .trim();
  const bracketed = /^\[([^[\]]+)\]$/u.exec(rest)?.[1]?.trim();
  const kind = isNameLike(bracketed ?? bare);
  if (kind === null) return null;
  return { voice: bracketed ?? rest.replace(/^[-–—•\s]+/u, ""), kind, written: time };
}

/** `Mr. SCHIFF. Thank you.` */
function readStop(head: string): Candidate | null {
  const pair = ASKS_OR_ANSWERS.exec(head);
  if (pair) return found("stop", pair[1] ?? "", "shouted", pair[0].length, null, false);
  const stop = STOP.exec(head);
  const voice = stop?.[1];
  if (!stop || voice === undefined || !/\p{L}{2}/u.test(voice)) return null;
  const wordsAt = stop[0].length + (/^\s*/u.exec(head.slice(stop[0].length))?.[0].length ?? 0);
  // "Dr." alone, or "Mr. Vale" without a stop after it, is no label.
  if (/^(?:Mr|Mrs|Ms|Miss|Dr|Sen|Rep|Gov|Gen|Col|Prof|Hon)\.?$/iu.test(voice.trim())) return null;
  return found("stop", voice.trim(), "titled", wordsAt, null, false);
}

/** `Ann Vale [00:01:02] How are you?` */
function readTimed(head: string): Candidate | null {
  const timed = NAME_AND_TIME.exec(head);
  const name = timed && readName(timed[1] ?? "");
  return timed && name
    ? found("colon", name.voice, name.kind, timed[0].length, timed[2] ?? null, true)
    : null;
}

/** A name alone on a line, with a time or without. */
function readHeader(head: string, line: string): Candidate | null {
  if (head !== line || line.length > 90) return null;
  const lead = LEAD.exec(head);
  const from = lead?.[0].length ?? 0;
  const rest = head.slice(from).replace(/[*_:：]+$/u, "");
  const name = readName(rest);
  if (!name || DATE.test(name.voice)) return null;
  const written = lead?.[1] ?? name.written;
  // Alone on a line a word in small letters, or with a full stop, is a word.
  if (!written && (name.kind === "plain" || /[.,;]$/u.test(name.voice))) return null;
  return found(written ? "header" : "line", name.voice, name.kind, line.length, written, /[*_]/u.test(head));
}

/** `Ann Vale – How are you?`, `AV  How are you?` */
function readRule(head: string): Candidate | null {
  const initials = INITIALS.exec(head);
  if (initials) return found("rule", initials[1] ?? "", "shouted", initials[0].length, null, false);
  const rule = RULE.exec(head);
  const voice = rule?.[1]?.trim();
  const kind = voice === undefined ? null : isNameLike(voice);
  return rule && voice !== undefined && kind !== null && kind !== "caseless"
    ? found("rule", voice, kind, rule[0].length, null, false)
    : null;
}

/** `[00:01:02] And so we left.` */
function readTimeBefore(head: string): Candidate | null {
  const before = TIME_BEFORE_WORDS.exec(head);
  if (!before) return null;
  const written = before[1] ?? before[2] ?? "";
  const candidate = timeAlone(written, before[0].length);
  return { ...candidate, isBareTime: before[1] === undefined };
}
