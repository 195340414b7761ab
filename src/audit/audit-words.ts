import { AuditFault } from "./audit-fault.ts";
import type { Claim } from "./claim.ts";
import type { Evidence } from "./evidence.ts";

/**
 * The last mile for programs: the words of a record, as they will be written, against the source.
 * @throws AuditFault when they differ.
 */
export function auditWords(words: string, claim: Claim, evidence: Evidence): void {
  if (words !== evidence.wordsOf(claim))
    throw new AuditFault("the words of a record differ from their source");
}
