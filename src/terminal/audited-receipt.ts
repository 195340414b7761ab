import { claimOf } from "../audit/claim.ts";
import { type Receipt, receiptOf } from "../reply/receipt.ts";
import { extentOf, type Statement } from "../transcript/interview.ts";
import type { Io } from "./io.ts";

/**
 * A receipt for programs, past the same audit as what people see: its words, what it says stands
 * around them, and the words as they are shown where mark-up stands among them.
 * @throws whatever the audit throws when they aren't the source's.
 */
export function auditedReceipt(statement: Statement, { auditWords }: Pick<Io, "auditWords">): Receipt {
  const receipt = receiptOf(statement);
  const { sha256, place } = receipt;
  const { start, end } = place.utf16;
  const [, { exact, prefix, suffix }] = receipt.selector;
  auditWords?.(exact, { sha256, start, end });
  if (prefix !== "") auditWords?.(prefix, { sha256, start: start - prefix.length, end: start });
  if (suffix !== "") auditWords?.(suffix, { sha256, start: end, end: end + suffix.length });
  if (receipt.shown) {
    auditWords?.(receipt.shown.text, claimOf(statement.interview.source, extentOf(statement)));
  }
  return receipt;
}
