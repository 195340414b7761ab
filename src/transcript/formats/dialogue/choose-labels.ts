import { roleOfLabel } from "../labelled/role-words.ts";
import { type Census, type Entry, isAbout, keyOf } from "./census.ts";
import type { Candidate, LabelForm } from "./label.ts";
import { isNameLike, isNoName } from "./names.ts";
import { namesApart } from "./names-apart.ts";
import { chapterLines, isHeadline } from "./titles.ts";

/** What a file's lines come to. */
export interface Choice {
  /** True when it is written as a dialogue. */
  readonly isDialogue: boolean;
  /** By line: the label that it begins with. */
  readonly labels: readonly (Candidate | null)[];
  /** True when a dash, and no name, says that another voice begins. */
  readonly byDashes: boolean;
}

/** Of a file: the voices that labels name, and how sure they are labels. */
interface Voices {
  readonly form: ReadonlySet<LabelForm>;
  readonly turnsOf: ReadonlyMap<string, number>;
  readonly turns: number;
  /** Turns of voices that speak more than once. */
  readonly recurring: number;
  readonly recurringVoices: number;
}

/** Fewer turns of voices that come back than this in a hundred paragraphs are an article's. */
const SMALLEST_SHARE = 15;
/** Long answers of many paragraphs are known by how often somebody speaks. */
const SMALLEST_SHARE_OF_MANY = 6;
const MANY = 8;

/** Decides which beginnings of lines are labels, from all of them together. */
export function chooseLabels(census: Census, text: string): Choice {
  const about = linesAbout(census.entries, text);
  const apart = namesApart(census.entries, census.units, text);
  const chapters = chapterLines(census.entries);
  const voices = voicesOf(census, about, apart);
  const named = census.entries.map((entry, at) =>
    !about.has(at) &&
    !chapters.has(at) &&
    entry.candidate &&
    !isHeadline(entry, at, text) &&
    isSure(entry, entry.candidate, voices, census) &&
    (entry.candidate.form !== "line" || isAbove(census.entries, at, apart))
      ? entry.candidate
      : null,
  );
  // "Act One: The Bus" is a heading where all names stand alone.
  const doubtful =
    apart.size > 0 ? new Set<string>() : doubtfulKeys(census.entries, named, about, voices, census);
  const common = commonWords(doubtful, text);
  const firstSure = named.findIndex((label) => label?.voice);
  const labels = census.entries.map((entry, at) => {
    const { candidate, key } = entry;
    if (about.has(at) || chapters.has(at) || !candidate || isHeadline(entry, at, text)) return null;
    if (named[at]) return candidate;
    if (candidate.form === "time") return isTime(candidate, census, entry) ? candidate : null;
    if (!doubtful.has(key) || !entry.isBoundary || common.has(key)) return null;
    // "The Slow Kitchen, episode 41: Bread" is a title, where nobody has spoken yet.
    const { start, end } = entry.line.span;
    const isAlone = candidate.kind === "shouted" && candidate.wordsAt === end - start;
    const isTitle = at < firstSure && !isAlone && !endsSentence(text.slice(start, end));
    return isTitle ? null : candidate;
  });
  const count = labels.reduce((sum, label) => sum + (label?.voice ? 1 : 0), 0);
  const byDashes = count === 0 && census.dashes >= 2 && census.dashes * 10 >= census.units * 6;
  const hasWords = labels.some((label, at) => hasWordsAfter(census.entries, labels, label, at));
  const isDialogue = byDashes || (hasWords && isWrittenAsDialogue(census, voices, count, labels, about.size));
  return { isDialogue, labels, byDashes };
}

function hasWordsAfter(
  entries: readonly Entry[],
  labels: readonly (Candidate | null)[],
  label: Candidate | null,
  at: number,
): boolean {
  const span = entries[at]?.line.span;
  if (!label || !span) return false;
  return label.wordsAt < span.end - span.start || (at + 1 < entries.length && labels[at + 1] === null);
}

/** Lines before the first turn that say what the interview is: "Date: …", "Interviewer: Ann Vale". */
function linesAbout(entries: readonly Entry[], text: string): ReadonlySet<number> {
  const about = new Set<number>();
  const roles: number[] = [];
  for (const [at, entry] of entries.entries()) {
    const { candidate, line } = entry;
    if (at > 60) break;
    if (candidate === null || candidate.voice === null || candidate.form !== "colon") continue;
    const value = text.slice(
      line.span.start + candidate.wordsAt,
      Math.min(line.span.end, line.span.start + 200),
    );
    const isRole = roleOfLabel(candidate.voice) !== null;
    const named = value.replace(/\([^()]*\)/gu, "").trim();
    if (isAbout(entry, text)) about.add(at);
    else if (isRole && named.length < 80 && !/[.?!…]$/u.test(named) && isFullName(named)) roles.push(at);
    else if (candidate.kind !== "plain") break;
  }
  // A role with a name behind it is a turn only where nothing else is told about the interview.
  if (about.size > 0 || roles.length > 1) for (const at of roles) about.add(at);
  return about;
}

function endsSentence(words: string): boolean {
  return /[.?!…。？！؟—–-]["'”’»)\]*_]*$/u.test(words.slice(-8));
}

function isFullName(value: string): boolean {
  return value
    .split(/,|\band\b|;/u)
    .every(
      (name) => name.trim() !== "" && ["proper", "titled", "shouted"].includes(isNameLike(name.trim()) ?? ""),
    );
}

function voicesOf({ entries }: Census, about: ReadonlySet<number>, apart: ReadonlySet<number>): Voices {
  const byForm = new Map<LabelForm, Map<string, number>>();
  for (const [at, { candidate, key, isBoundary }] of entries.entries()) {
    if (!candidate || key === "" || about.has(at)) continue;
    if (!isBoundary && candidate.kind !== "shouted") continue;
    // A name alone has its words below it.
    if (candidate.form === "line" && !isAbove(entries, at, apart)) continue;
    const counts = byForm.get(candidate.form) ?? new Map<string, number>();
    counts.set(key, (counts.get(key) ?? 0) + 1);
    byForm.set(candidate.form, counts);
  }
  const recurringIn = (form: LabelForm) =>
    [...(byForm.get(form) ?? [])].reduce((sum, [, count]) => sum + (count > 1 ? count : 0), 0);
  const form = new Set<LabelForm>(["colon", "by"]);
  const letters = byForm.get("letter");
  if (letters?.has("q") && (letters.has("a") || (letters.get("q") ?? 0) > 1)) form.add("letter");
  if ((byForm.get("header")?.size ?? 0) > 0) form.add("header");
  if (recurringIn("stop") >= 3) form.add("stop");
  const colons = recurringIn("colon") + recurringIn("header") + (form.has("letter") ? 2 : 0);
  if (recurringIn("line") >= 3 && recurringIn("line") > colons) form.add("line");
  if (recurringIn("rule") >= 3 && recurringIn("rule") > colons) form.add("rule");
  const turnsOf = new Map<string, number>();
  for (const one of form) {
    for (const [key, count] of byForm.get(one) ?? []) turnsOf.set(key, (turnsOf.get(key) ?? 0) + count);
  }
  const counts = [...turnsOf].filter(([key]) => !isNoName(key)).map(([, count]) => count);
  const recurring = counts.filter((count) => count > 1);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    form,
    turnsOf,
    turns: sum(counts),
    recurring: sum(recurring),
    recurringVoices: recurring.length,
  };
}

/** True for a line at the head of a block, or a heading, with words of no name below. */
function isAbove(entries: readonly Entry[], at: number, apart: ReadonlySet<number>): boolean {
  if (apart.has(at)) return true;
  const [entry, below] = [entries[at], entries[at + 1]];
  if (!entry || !below || !entry.line.opensBlock) return false;
  return below.candidate?.form !== "line" && (entry.line.isHeading || !below.line.opensBlock);
}

/** True for labels that nothing else in the file could make doubtful. */
function isSure({ key, isBoundary }: Entry, candidate: Candidate, voices: Voices, census: Census): boolean {
  const { form, kind, isMarked } = candidate;
  if (!voices.form.has(form) || key === "") return false;
  const turns = voices.turnsOf.get(key) ?? 0;
  const share = voices.turns / Math.max(1, census.units);
  if (form === "letter" || form === "by") return true;
  if (form === "header" && !isNoName(key)) return kind !== "plain" || turns > 1;
  if (isNoName(key)) return turns > 2 && turns * 10 >= voices.turns;
  if (form === "line" || form === "rule") return turns > 1;
  if (form === "stop") return turns > 1 || isBoundary;
  if (kind === "plain") return turns > 2 && share >= 0.5;
  if (turns > 1) return isBoundary || kind === "shouted";
  const isOffice = kind === "shouted" && /^the\s/u.test(key);
  return isMarked || ((kind === "titled" || isOffice) && isBoundary);
}

/** Voices that are named once, in a file of the same style. */
function doubtfulKeys(
  entries: readonly Entry[],
  named: readonly (Candidate | null)[],
  about: ReadonlySet<number>,
  voices: Voices,
  census: Census,
): ReadonlySet<string> {
  const sure = named.filter((label) => label?.voice);
  const shouted = sure.filter((label) => label?.kind === "shouted" && label.form !== "letter").length;
  const share = voices.turns / Math.max(1, census.units);
  const keys = new Set<string>();
  for (const [at, { candidate, key, isBoundary }] of entries.entries()) {
    if (
      named[at] ||
      about.has(at) ||
      !candidate ||
      key === "" ||
      !isBoundary ||
      !voices.form.has(candidate.form)
    )
      continue;
    if (
      isNoName(key) ||
      candidate.form === "line" ||
      candidate.form === "rule" ||
      candidate.form === "header"
    )
      continue;
    const { kind } = candidate;
    if (kind === "plain") {
      if (roleOfLabel(key) === null || share < 0.4) continue;
    } else if (kind === "caseless") {
      if (share < 0.5) continue;
    } else if (kind === "proper") {
      // Where all others are in capitals, "Listen: …" is how somebody begins to speak.
      if (sure.length > 2 && shouted * 10 >= sure.length * 9 && roleOfLabel(key) === null) continue;
      if (sure.length === 0 && share < 0.4) continue;
    } else if (sure.length === 0 && share < 0.3) continue;
    keys.add(key);
  }
  return keys;
}

/** Of these names the single words that stand in the text in small letters as well: no names, most likely. */
function commonWords(keys: ReadonlySet<string>, text: string): ReadonlySet<string> {
  const wanted = new Set([...keys].filter((key) => /^\p{Ll}{2,}$/u.test(key) && roleOfLabel(key) === null));
  const common = new Set<string>();
  if (wanted.size === 0) return common;
  for (const [word] of text.matchAll(/(?<![\p{L}\p{M}])\p{Ll}{2,30}(?![\p{L}\p{M}])/gu)) {
    if (wanted.has(word)) common.add(word);
    if (common.size === wanted.size) break;
  }
  return common;
}

/** A bare time is a label only where many lines begin with one: "12:30 We left." */
function isTime(candidate: Candidate, census: Census, { line }: Entry): boolean {
  if (!candidate.isBareTime) return true;
  const isAlone = candidate.wordsAt === line.span.end - line.span.start;
  return census.bareTimes >= 3 && census.bareTimes * (isAlone ? 12 : 4) >= census.units;
}

function isWrittenAsDialogue(
  census: Census,
  voices: Voices,
  count: number,
  labels: readonly (Candidate | null)[],
  about: number,
): boolean {
  const { entries, units, quoting, timesInBrackets, bareTimes } = census;
  const { recurring, recurringVoices } = voices;
  const body = Math.max(1, units - about);
  if (timesInBrackets >= 2 && timesInBrackets * 10 >= body * 3) return true;
  if (bareTimes >= 3 && bareTimes * 10 >= body * 3) return true;
  const headers = labels.filter((label) => label?.form === "header").length;
  if (headers > 1 && headers * 100 >= body * SMALLEST_SHARE_OF_MANY) return true;
  if (headers === 1 && body <= 12) return true;
  const timed = labels.filter((label) => label?.voice && label.time).length;
  if (timed > 1 && timed * 100 >= body * SMALLEST_SHARE_OF_MANY) return true;
  // Newspapers print speech in marks, and most of their colons lead into it.
  if (quoting > count && count * 10 < body * 6) return false;
  if (voices.form.has("letter") && count > 1 && count * 100 >= body * SMALLEST_SHARE_OF_MANY) return true;
  if (count > 1 && count * 2 >= body) return true;
  if (recurringVoices > 1 && recurring >= 4) {
    if (recurring * 100 >= body * SMALLEST_SHARE) return true;
    if (recurring >= MANY && recurring * 100 >= body * SMALLEST_SHARE_OF_MANY) return true;
  }
  return isSpeechOfOne(entries, labels, body, quoting);
}

/** "THE PRESIDENT: …" once, at the head of all the paragraphs of a speech. */
function isSpeechOfOne(
  entries: readonly Entry[],
  labels: readonly (Candidate | null)[],
  body: number,
  quoting: number,
): boolean {
  const first = labels.findIndex((label) => label?.voice);
  const label = labels[first];
  const voice = label?.voice;
  if (!voice || quoting * 5 > body || first > Math.max(8, entries.length / 4)) return false;
  const key = keyOf(voice);
  if (labels.some((other) => other?.voice && keyOf(other.voice) !== key)) return false;
  return label.kind === "titled" || /^THE\s/u.test(voice) || roleOfLabel(key) !== null || label.time !== null;
}
