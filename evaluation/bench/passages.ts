import type { Interview, Statement } from "../../src/transcript/interview.ts";
import type { Passage } from "./engines/engine.ts";

/**
 * An interview as other engines are given it: its statements in order, each with its neighbours in the exchange. The
 * speakers' names stand before their words, as the project searches those, too.
 */
export function passagesOf({ source, statements }: Interview): readonly Passage[] {
  const textOf = ({ spans, speaker }: Statement): string => {
    const words = spans.map(({ start, end }) => source.text.slice(start, end)).join(" ");
    return speaker ? `${speaker.name}: ${words}` : words;
  };
  return statements.map((statement, at) => ({
    text: textOf(statement),
    context: [statements[at - 1], statements[at + 1]]
      .flatMap((other) => (other?.exchange === statement.exchange ? [textOf(other)] : []))
      .join(" "),
  }));
}
