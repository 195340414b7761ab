import type { Statement } from "../transcript/interview.ts";
import type { Block } from "./reply.ts";

/** Who speaks in a statement, or that nobody does. Our own words: they stand outside the quote. */
export function byline(statement: Statement): Block {
  const { speaker, addressee, kind } = statement;
  if (kind === "narration" || !speaker) {
    return statement.asks
      ? { block: "byline", name: "Narration", detail: "a question as the author reports it" }
      : { block: "byline", name: "Narration", detail: "the author’s words, not speech" };
  }
  const verb = kind === "question" ? "asked" : "said";
  const inferred =
    statement.attribution === "turn-taking" ? " (by whose turn it is; the text names nobody)" : "";
  const to = addressee ? ` to ${nameInSentence(addressee.name, addressee.role)}` : "";
  return {
    block: "byline",
    name: speaker.name,
    detail: `${verb}${kind === "question" && to ? "" : to}${inferred}`,
  };
}

/** Where a statement stands and how to find it again. */
export function place(statement: Statement): Block {
  const { interview } = statement;
  return {
    block: "place",
    text: [interview.title, linesLabel(statement), interview.source.file.name, `id ${statement.id}`].join(
      " · ",
    ),
  };
}

export function linesLabel({ lines: [first, last] }: Statement): string {
  return first === last ? `line ${first}` : `lines ${first}–${last}`;
}

/** The statement in a few of our own words, for menus: never its words, which may not be cut to fit. */
export function shortLabel(statement: Statement): string {
  const who = statement.speaker?.name ?? "Narration";
  const asks = statement.kind === "question" || (statement.kind === "narration" && statement.asks);
  return `${capitalised(linesLabel(statement))} · ${who}${asks ? " · question" : ""}`;
}

/** The topics a statement is filed under, as a description of what it is about. */
export function topicsLabel(statement: Statement): string {
  const names = statement.interview.topics
    .filter(({ statements }) => statements.includes(statement.index))
    .map(({ name }) => name);
  return names.length > 0 ? names.join(", ") : statement.interview.title;
}

function nameInSentence(name: string, role: string): string {
  return role === "interviewer" && name === "Interviewer" ? "the interviewer" : name;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
