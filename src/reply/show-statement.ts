import { questionOf, type Statement, verbatimOf } from "../transcript/interview.ts";
import { costOf } from "./block-cost.ts";
import type { Block } from "./reply.ts";
import { splitVerbatim } from "./split-verbatim.ts";
import { byline, place, sourceLink } from "./statement-labels.ts";
import type { Surface } from "./surface.ts";

/** A statement made ready to be shown. */
export interface Shown {
  readonly blocks: readonly Block[];
  /** Which of its parts these are, from 0, and how many there are. */
  readonly part: number;
  readonly parts: number;
}

/** Notes of our own may come on top: which part this is, and what didn't fit. */
export const ROOM_FOR_NOTES = 300;

/** What it takes to say which part this is, and to mark it as quoted. */
const ROOM_FOR_PART = 130;

/**
 * A statement with its byline, the question it answers and its place; one part of it when it is too long.
 * @param above the statement that stands right above it: if that is the question, it isn't shown twice.
 */
export function showStatement(
  statement: Statement,
  wanted: number,
  head: readonly Block[],
  surface: Surface,
  above: Statement | null = null,
): Shown {
  const frame = [byline(statement), place(statement)];
  const room = Math.max(200, surface.capacity - costOf([...head, ...frame], surface) - ROOM_FOR_NOTES);
  const asks = questionOf(statement);
  const asked: Block[] = asks && asks !== above ? [byline(asks), quoteOf(asks)] : [];
  const whole = verbatimOf(statement);
  const parts = splitVerbatim(whole, budgetFor(whole.text, asked, room, surface), surface.cost);
  const part = Math.min(wanted, parts.length - 1);
  const verbatim = parts[part];
  if (!verbatim) throw new RangeError(`statement ${statement.id} has no part ${part}`);

  const blocks: Block[] = [byline(statement), { block: "quote", verbatim }];
  if (parts.length > 1) {
    const count = `Part ${part + 1} of ${parts.length}`;
    blocks.push({ block: "note", text: `${count}: the whole statement is too long for one page.` });
  }
  blocks.push(place(statement), ...sourceLink(statement));

  if (part > 0 || asked.length === 0) return { blocks, part, parts: parts.length };
  const fits = costOf([...head, ...asked, ...blocks], surface) + ROOM_FOR_NOTES <= surface.capacity;
  const tooLong: Block = {
    block: "note",
    text: "The question it answers is too long to stand here: open the context and press Earlier.",
  };
  return { blocks: [...(fits ? asked : [tooLong]), ...blocks], part, parts: parts.length };
}

/** What a part may cost: where there are several, the first leaves room for the question, unless that is long too. */
function budgetFor(text: string, asked: readonly Block[], room: number, surface: Surface): number {
  const reserved = costOf(asked, surface) + ROOM_FOR_PART;
  const reserves = asked.length > 0 && surface.cost(text) > room && reserved <= room / 3;
  return reserves ? room - reserved : room;
}

/** What a statement costs on a page, with the question it answers. */
export function costOfStatement(statement: Statement, surface: Surface): number {
  const question = questionOf(statement);
  const asked = question ? [byline(question), quoteOf(question)] : [];
  return costOf([...asked, byline(statement), quoteOf(statement), place(statement)], surface);
}

export function quoteOf(statement: Statement): Block {
  return { block: "quote", verbatim: verbatimOf(statement) };
}
