import type { Exchange } from "./interview.ts";
import type { Turn } from "./turns.ts";

/**
 * Divides an interview into exchanges: a question, the statements that answer it, and the narration that
 * leads up to it. Every turn belongs to exactly one.
 */
export function findExchanges(turns: readonly Turn[]): readonly Exchange[] {
  const exchanges: { question: number | null; first: number; last: number }[] = [];
  let hasSpeech = false;
  turns.forEach((turn, index) => {
    const asks = turn.kind === "question" || (turn.kind === "narration" && turn.asks);
    const current = exchanges.at(-1);
    const begins =
      !current ||
      (asks && (hasSpeech || current.question !== null)) ||
      (turn.kind === "narration" && hasSpeech && !turn.move?.isBackchannel);
    if (begins) {
      exchanges.push({ question: asks ? index : null, first: index, last: index });
      hasSpeech = turn.kind !== "narration";
      return;
    }
    if (asks && current.question === null) current.question = index;
    current.last = index;
    if (turn.kind !== "narration") hasSpeech = true;
  });
  return exchanges;
}
