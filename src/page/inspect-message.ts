import { auditWords } from "../audit/audit-words.ts";
import type { Claim } from "../audit/claim.ts";
import type { Evidence } from "../audit/evidence.ts";
import type { Desk } from "../command/desk.ts";
import { auditedReceipt } from "../terminal/audited-receipt.ts";
import type { DiscordWindow } from "./discord-window.ts";
import { quotesIn } from "./quotes-in-message.ts";
import type { Inspection } from "./wire.ts";

/** What receipts are made from, once the interviews are read. */
export interface Source {
  readonly desk: Desk;
  readonly evidence: Evidence;
}

/**
 * How a message came to be, and the receipts of the quotes in it, past the same audit as everywhere; `undefined` for
 * a message that this person doesn't see.
 * @throws AuditFault when a receipt's words aren't the source's.
 */
export function inspectMessage(
  window: DiscordWindow,
  { desk, evidence }: Source,
  user: string,
  id: string,
): Inspection | undefined {
  const seen = window.look(user, id);
  if (!seen) return undefined;
  const { message, exchanges } = seen;
  const audit = { auditWords: (words: string, claim: Claim) => auditWords(words, claim, evidence) };
  // A person's message may look like a quote; it proves nothing.
  const quotes = message.author.bot === true ? quotesIn(message, desk.archive) : [];
  return {
    exchanges,
    quotes: quotes.map(({ words, whole, statement }) => ({
      words,
      whole,
      receipt: statement && auditedReceipt(statement, audit),
    })),
  };
}
