import type { APIMessage } from "discord-api-types/v10";
import { unescapeMarkdown } from "../discord/markdown.ts";
import type { Archive } from "../transcript/archive.ts";
import { type Statement, verbatimOf } from "../transcript/interview.ts";

/** A quote as a message shows it, and the statement it is from; null where no statement has these words. */
export interface ShownQuote {
  readonly words: string;
  readonly statement: Statement | null;
  readonly whole: boolean;
}

const ID = /\b[0-9a-hjkmnp-tv-z]{4}(?:-[0-9a-hjkmnp-tv-z]{4}){2}\b/gu;

/**
 * The quotes in a message of the bot's, found from what was sent and nothing else: the block quotes are the words,
 * the ids beside them say which statements are near. Where several statements have the same words, it is the one
 * that is named, else the one nearest to one that is.
 */
export function quotesIn(message: APIMessage, archive: Archive): readonly ShownQuote[] {
  const texts = textsOf(message.components ?? []);
  const named = texts
    .filter((text) => !text.startsWith("> "))
    .flatMap((text) => [...text.matchAll(ID)])
    .flatMap(([id]) => {
      const looked = archive.lookUp(id);
      return looked.found === "statement" ? [looked.statement] : [];
    });
  return texts.filter((text) => text.startsWith("> ")).map((text) => quoteOf(wordsOf(text), named, archive));
}

function quoteOf(words: string, named: readonly Statement[], archive: Archive): ShownQuote {
  const interviews = new Set([...named.map(({ interview }) => interview), ...archive.interviews]);
  for (const { statements } of interviews) {
    const having = statements.filter((statement) => verbatimOf(statement).text.includes(words));
    const isWhole = (statement: Statement) => verbatimOf(statement).text.length === words.length;
    const [statement] = having.sort(
      (one, other) =>
        Number(isWhole(other)) - Number(isWhole(one)) ||
        distanceTo(named, one) - distanceTo(named, other) ||
        one.index - other.index,
    );
    if (statement) return { words, statement, whole: isWhole(statement) };
  }
  return { words, statement: null, whole: false };
}

function distanceTo(named: readonly Statement[], statement: Statement): number {
  const distances = named
    .filter(({ interview }) => interview === statement.interview)
    .map(({ index }) => Math.abs(index - statement.index));
  return Math.min(Number.MAX_SAFE_INTEGER, ...distances);
}

function wordsOf(quote: string): string {
  return unescapeMarkdown(quote.replace(/^> /u, "").replace(/(\r\n|\n|\r)> /gu, "$1"));
}

function textsOf(components: readonly object[]): readonly string[] {
  return components.flatMap((component) => {
    const { content, components: inside }: { content?: string; components?: readonly object[] } = component;
    return [...(content === undefined ? [] : [content]), ...textsOf(inside ?? [])];
  });
}
