import { turnaroundAfter } from "../search/turnaround.ts";
import { type Statement, verbatimOf } from "../transcript/interview.ts";
import type { Verbatim } from "../transcript/source-text.ts";
import { costOf } from "./block-cost.ts";
import { needsOf, shownWith } from "./context-guard.ts";
import { elsewhereNotes, missingAfter, missingBefore, turnNotes } from "./context-notes.ts";
import type { Block } from "./reply.ts";
import { splitVerbatim } from "./split-verbatim.ts";
import { byline, linksTo, place } from "./statement-labels.ts";
import type { Surface } from "./surface.ts";

/** A statement made ready to be shown. */
export interface Shown {
  readonly blocks: readonly Block[];
  /** Which of its parts these are, from 0, and how many there are. */
  readonly part: number;
  readonly parts: number;
  /** Every statement that the blocks show, in their order: this one and those it carries. */
  readonly statements: readonly Statement[];
}

/** The other statements of a page, in order: those shown above already, and those that will stand below. */
export interface Around {
  readonly above: readonly Statement[];
  readonly below: readonly (Statement | null)[];
}

const NOTHING_AROUND: Around = { above: [], below: [] };

/** Notes of our own may come on top: which part this is, and what didn't fit. */
export const ROOM_FOR_NOTES = 300;

/** What it takes to say which part this is, and to mark it as quoted. */
const ROOM_FOR_PART = 130;

/** What it takes to say that one part turns the other around. */
const ROOM_FOR_TURNS = 100;

/**
 * A statement with its byline and place, and with what it must not stand without: the question it answers, what it
 * refers to, what turns it around (see the context guard). One part of it when it is too long; what comes before
 * stands above the first part, what comes after below the last.
 * @param page what else the page shows: none of it is shown twice.
 */
export function showStatement(
  statement: Statement,
  wanted: number,
  head: readonly Block[],
  surface: Surface,
  { above, below }: Around = NOTHING_AROUND,
): Shown {
  const frame = [byline(statement), place(statement)];
  const room = Math.max(200, surface.capacity - costOf([...head, ...frame], surface) - ROOM_FOR_NOTES);
  const isNew = (other: Statement) => !above.includes(other);
  const carried = shownWith(statement);
  const before = carried.before.filter(isNew);
  const standsBelow = carried.after.every((other, at) => below[at] === other);
  const after = standsBelow ? [] : carried.after.filter(isNew);

  const whole = verbatimOf(statement);
  const turnsAt = (at: number) => turnaroundAfter(statement, whole.span.start + at) !== null;
  const budget = budgetFor(statement, before, after, room, surface);
  const parts = partsOf(statement, budget, surface, () =>
    splitVerbatim(whole, budget, surface.cost, turnsAt),
  );
  const part = Math.min(wanted, parts.length - 1);
  const verbatim = parts[part];
  if (!verbatim) throw new RangeError(`statement ${statement.id} has no part ${part}`);
  const isFirst = part === 0;
  const isLast = part === parts.length - 1;

  const own: Block[] = [byline(statement), { block: "quote", verbatim }];
  if (parts.length > 1) {
    const count = `Part ${part + 1} of ${parts.length}`;
    own.push({ block: "note", text: `${count}: the whole statement is too long for one page.` });
    own.push(...turnNotes(statement, verbatim, part, parts.length));
  }
  own.push(place(statement), ...linksTo(statement, above.length + below.length === 0));

  const around = fitting(isFirst ? before : [], isLast ? after : [], [...head, ...own], surface);
  const notes: Block[] = [];
  if (isFirst && around.before.length < before.length) notes.push(missingBefore(statement, around.before));
  if (isFirst) notes.push(...elsewhereNotes(statement, above));
  const notesAfter = isLast && around.after.length < after.length ? [missingAfter(statement)] : [];
  return {
    blocks: [...notes, ...quoted(around.before), ...own, ...notesAfter, ...quoted(around.after)],
    part,
    parts: parts.length,
    statements: [...around.before, statement, ...around.after],
  };
}

/** Of statements as long as books, how they were divided last: whoever turns the pages of one asks for the same again. */
const DIVIDED = new WeakMap<
  Statement,
  { readonly budget: number; readonly surface: Surface; readonly parts: readonly Verbatim[] }
>();
const LONG_AS_A_BOOK = 200_000;

function partsOf(
  statement: Statement,
  budget: number,
  surface: Surface,
  divide: () => readonly Verbatim[],
): readonly Verbatim[] {
  const known = DIVIDED.get(statement);
  if (known?.budget === budget && known.surface === surface) return known.parts;
  const parts = divide();
  if (verbatimOf(statement).text.length > LONG_AS_A_BOOK) DIVIDED.set(statement, { budget, surface, parts });
  return parts;
}

/** What fits beside the blocks given, the nearest first: what lies beyond something left out is left out too. */
function fitting(
  before: readonly Statement[],
  after: readonly Statement[],
  beside: readonly Block[],
  surface: Surface,
): { readonly before: readonly Statement[]; readonly after: readonly Statement[] } {
  const fits = (some: readonly Statement[]) =>
    costOf([...beside, ...quoted(some)], surface) + ROOM_FOR_NOTES <= surface.capacity;
  let to = after.length;
  while (to > 0 && !fits(after.slice(0, to))) to -= 1;
  const turn = after.slice(0, to);
  let from = 0;
  while (from < before.length && !fits([...before.slice(from), ...turn])) from += 1;
  return { before: before.slice(from), after: turn };
}

/**
 * What a part may cost. Where there are several, the first and the last leave room for what must stand beside them,
 * unless that is long too. A statement that needs something is divided to make that room; for a question that only
 * helps to read it, it isn't.
 */
function budgetFor(
  statement: Statement,
  before: readonly Statement[],
  after: readonly Statement[],
  room: number,
  surface: Surface,
): number {
  const { before: needed, after: turns } = needsOf(statement);
  const beside = needed.length + turns.length > 0 ? quoted([...before, ...after]) : [];
  const cost = surface.cost(verbatimOf(statement).text);
  if (cost + costOf(beside, surface) <= room) return room;
  const reserved = [before, before.slice(-1), after]
    .map((some) => costOf(quoted(some), surface) + ROOM_FOR_PART)
    .filter((some) => some > ROOM_FOR_PART && some <= room / 3);
  if (cost <= room && reserved.length === 0) return room;
  return Math.max(100, room - Math.max(0, ...reserved) - ROOM_FOR_TURNS);
}

/** What a statement costs on a page, with all that it carries. */
export function costOfStatement(statement: Statement, surface: Surface): number {
  const { before, after } = shownWith(statement);
  return costOf([...quoted([...before, statement, ...after]), place(statement)], surface);
}

/** How many quotes a statement takes on a page: its own and those it carries. */
export function quotesOfStatement(statement: Statement): number {
  const { before, after } = shownWith(statement);
  return before.length + 1 + after.length;
}

/** What a statement carries that isn't among those above it on the page. */
export function carriedBesides(statement: Statement, above: readonly Statement[]): readonly Statement[] {
  const { before, after } = shownWith(statement);
  return [...before, ...after].filter((carried) => !above.includes(carried));
}

function quoted(statements: readonly Statement[]): readonly Block[] {
  return statements.flatMap(quotedWithByline);
}

export function quotedWithByline(statement: Statement): readonly Block[] {
  return [byline(statement), quoteOf(statement)];
}

export function quoteOf(statement: Statement): Block {
  return { block: "quote", verbatim: verbatimOf(statement) };
}
