import { mayHoldSpeech } from "../../unread-speech.ts";
import type { Passage } from "../labelled/passage.ts";
import type { Line } from "./lines.ts";

const ASKS = /[?？؟]["'”’»)\]]*$/u;
/** Fewer questions, or a smaller share of all paragraphs, may be an article's own. */
const FEWEST = 4;
const SMALLEST_SHARE = 25;
/** Longest question, in UTF-16 units. */
const LONGEST = 400;
/** More paragraphs in a hundred that quote somebody are an article's. */
const MOST_QUOTING = 20;

/** A paragraph, and whether it asks. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly asks: boolean;
}

/**
 * The passages of an interview whose print lost what set its questions apart, as one copied out of a web page: lines
 * that end in a question mark, each with its answer below, and nobody named. Null for any other file.
 *
 * @returns voices are `Question` and `Answer`.
 */
export function plainQuestions(lines: readonly Line[], text: string): readonly Passage[] | null {
  const blocks = blocksOf(lines);
  const pieces = piecesOf(blocks, text);
  const first = pieces.findIndex(({ asks }) => asks);
  if (first < 0) return null;
  const body = pieces.slice(first);
  const questions = body.filter(({ asks }) => asks).length;
  const answered = body.filter(({ asks }, at) => asks && body[at + 1]?.asks === false).length;
  if (questions < FEWEST || questions * 100 < body.length * SMALLEST_SHARE) return null;
  // One question after another is rhetoric, or a list.
  if (answered * 10 < questions * 9) return null;
  const quoting = body.filter(
    ({ start, end, asks }) => !asks && mayHoldSpeech(text.slice(start, Math.min(end, start + 2000))),
  ).length;
  if (quoting * 100 > (body.length - questions) * MOST_QUOTING) return null;
  return pieces.map(({ start, end, asks }, at): Passage => {
    const span = { start, end };
    if (at < first) return { kind: "narration", voice: null, startsTurn: false, span, time: null };
    return { kind: "speech", voice: asks ? "Question" : "Answer", startsTurn: false, span, time: null };
  });
}

function blocksOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const blocks: Line[][] = [];
  for (const line of lines) {
    if (line.opensBlock || blocks.length === 0) blocks.push([line]);
    else blocks.at(-1)?.push(line);
  }
  return blocks;
}

/** A question has its answer in the same block, from the second line on, or in the blocks below. */
function piecesOf(blocks: readonly (readonly Line[])[], text: string): readonly Piece[] {
  const asksFirst = blocks.filter((block) => block.length > 1 && asks(block[0], text));
  // Where nearly all questions stand so, "Tell us a secret." above an answer is one as well.
  const isTight = asksFirst.length >= FEWEST;
  const opening = isTight ? blocks.findIndex((block) => block.length > 1 && asks(block[0], text)) : 0;
  return blocks.flatMap((block, at): readonly Piece[] => {
    const [head, second] = block;
    const last = block.at(-1);
    if (!head || !last) return [];
    const start = head.span.start;
    const end = last.span.end;
    const heads = second && (asks(head, text) || (isTight && at >= opening && isShort(head)));
    if (second && heads) {
      return [
        { start, end: head.span.end, asks: true },
        { start: second.span.start, end, asks: false },
      ];
    }
    return [{ start, end, asks: !isTight && block.length <= 4 && asks({ span: { start, end } }, text) }];
  });
}

function isShort({ span }: Pick<Line, "span">): boolean {
  return span.end - span.start <= LONGEST / 2;
}

function asks(line: Pick<Line, "span"> | undefined, text: string): boolean {
  if (!line) return false;
  const { start, end } = line.span;
  return end - start <= LONGEST && ASKS.test(text.slice(Math.max(start, end - 8), end));
}
