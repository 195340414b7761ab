import { AuditFault } from "../audit/audit-fault.ts";
import { auditWords } from "../audit/audit-words.ts";
import type { Claim } from "../audit/claim.ts";
import type { Evidence } from "../audit/evidence.ts";
import type { Desk } from "../command/desk.ts";
import { auditedReceipt } from "../terminal/audited-receipt.ts";
import type { DiscordWindow } from "./discord-window.ts";
import { quotesIn, type ShownQuote } from "./quotes-in-message.ts";
import type { Inspection, QuoteReceipt } from "./wire.ts";

/** What receipts are made from, once the interviews are read. */
export interface Source {
  readonly desk: Desk;
  readonly evidence: Evidence;
}

/**
 * How a message came to be, and the receipts of the quotes in it, past the same audit as everywhere; `undefined` for
 * a message that this person doesn't see.
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
  // A person's message may look like a quote; it proves nothing.
  const quotes = message.author.bot === true ? quotesIn(message, desk.archive) : [];
  return { exchanges, quotes: quotes.map((quote) => provenQuote(quote, evidence)) };
}

function provenQuote({ words, whole, statement }: ShownQuote, evidence: Evidence): QuoteReceipt {
  if (!statement) return { words, whole, receipt: null, problem: "No statement has these words." };
  try {
    const audit = { auditWords: (shown: string, claim: Claim) => auditWords(shown, claim, evidence) };
    return { words, whole, receipt: auditedReceipt(statement, audit) };
  } catch (fault) {
    if (!(fault instanceof AuditFault)) throw fault;
    return { words, whole, receipt: null, problem: `There is no receipt to show: ${fault.message}.` };
  }
}
