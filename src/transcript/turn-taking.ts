import type { Cast } from "./cast.ts";
import type { Speaker } from "./interview.ts";
import type { Utterance } from "./utterance.ts";

/**
 * Gives a speaker to speech that the text leaves unattributed, by the conventions of printed dialogue:
 *
 * - a quotation that runs on over a paragraph keeps its speaker;
 * - what follows a question, quoted or reported, is said by the one who was asked;
 * - a paragraph that closes its quotation hands the turn over; one that ends with an attribution may not,
 *   because its closing mark was needed for the attribution: then only a question changes the speaker;
 * - after narration the guest speaks, for the author quotes himself with an "I said" – unless it is a question
 *   that other speech follows at once: that is the interviewer's, with its answer;
 * - an attribution that leaves open who "he" or "she" is means the guest, for the author is "I";
 * - after someone quoted beside the interview the guest speaks again.
 */
export function takeTurns(utterances: readonly Utterance[], cast: Cast): readonly Utterance[] {
  const resolved: Utterance[] = [];
  let guest: Speaker | null = cast.guests.length === 1 ? (cast.guests[0] ?? null) : null;
  utterances.forEach((utterance, index) => {
    const attributed = attribute(utterance, resolved.at(-1), utterances[index + 1], guest, cast);
    if (attributed.speaker && attributed.speaker.role === "guest") guest = attributed.speaker;
    resolved.push(attributed);
  });
  return resolved;
}

function attribute(
  utterance: Utterance,
  previous: Utterance | undefined,
  next: Utterance | undefined,
  guest: Speaker | null,
  cast: Cast,
): Utterance {
  if (utterance.kind === "narration" || utterance.speaker) return utterance;
  if (utterance.runsOn && previous?.speaker) {
    return { ...utterance, speaker: previous.speaker, basis: "running" };
  }
  const turn = { ...utterance, basis: "turn-taking" as const };
  const answering = guest ?? cast.guest();
  if (utterance.notAuthor) return { ...turn, speaker: answering };
  if (!previous || previous.kind === "narration") {
    const isAnswered =
      next?.kind === "speech" && !next.runsOn && next.speaker !== cast.interviewer() && !previous?.asks;
    return { ...turn, speaker: utterance.asks && isAnswered ? cast.interviewer() : answering };
  }
  if (previous.speaker?.role === "interviewer") return { ...turn, speaker: answering };
  if (previous.speaker?.role === "other" && !previous.endsWithAttribution) {
    return { ...turn, speaker: answering };
  }
  const handsOver = !previous.endsWithAttribution || previous.asks || utterance.asks;
  return { ...turn, speaker: handsOver ? cast.interviewer() : previous.speaker };
}
