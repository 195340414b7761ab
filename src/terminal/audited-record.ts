import { claimOf } from "../audit/claim.ts";
import { type StatementRecord, statementRecord } from "../reply/statement-record.ts";
import { extentOf, type Statement } from "../transcript/interview.ts";
import type { Io } from "./io.ts";

/**
 * A statement for programs, past the same audit as what people see.
 * @throws whatever the audit throws when its words aren't the source's.
 */
export function auditedRecord(statement: Statement, score: number, { auditWords }: Io): StatementRecord {
  const record = statementRecord(statement, score);
  const { source } = statement.interview;
  const extent = extentOf(statement);
  if (record.shown !== undefined) auditWords?.(record.shown, claimOf(source, extent));
  auditWords?.(record.text, { sha256: source.file.sha256, ...source.extentOf(extent) });
  return record;
}
