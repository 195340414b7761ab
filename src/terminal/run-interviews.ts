import { interviews as command } from "../../commands/interviews.ts";
import type { Desk } from "../command/desk.ts";
import { emptyArchiveReply } from "../command/unanswered.ts";
import { notice } from "../reply/notices.ts";
import { openView } from "../reply/open-view.ts";
import type { Block, Reply } from "../reply/reply.ts";
import { quoteOf } from "../reply/show-statement.ts";
import { byline, place } from "../reply/statement-labels.ts";
import type { View } from "../reply/view.ts";
import type { Archive } from "../transcript/archive.ts";
import type { Interview } from "../transcript/interview.ts";
import { auditedRecord } from "./audited-record.ts";
import type { ExitCode, Io } from "./io.ts";
import { jsonLine } from "./json-line.ts";
import type { InterviewsArguments } from "./parse-arguments.ts";
import { type Showing, showReply } from "./show-reply.ts";
import { commandLineSurface } from "./surface.ts";

/** The interviews, or all their statements, on the command line. */
export async function runInterviews(
  { json, statements }: InterviewsArguments,
  desk: Desk,
  showing: Showing,
): Promise<ExitCode> {
  const { archive } = desk;
  if (json) {
    for (const record of statements
      ? statementRecords(archive, showing.io)
      : archive.interviews.map(interviewRecord)) {
      if (!(await showing.out.print(jsonLine(record)))) break;
    }
    return archive.interviews.length > 0 ? 0 : 1;
  }
  const replies = statements ? statementPages(archive) : interviewPages(desk);
  let code: ExitCode = 0;
  for (const reply of replies) {
    const shown = await showReply(reply, showing);
    code = shown > code ? shown : code;
  }
  return code;
}

function interviewRecord(interview: Interview) {
  const { id, title, source, speakers, statements, format, grade, url, media } = interview;
  return {
    id,
    title,
    file: source.file.name,
    sha256: source.file.sha256,
    speakers: speakers.map(({ name }) => name),
    statements: statements.length,
    // Articles were the only format once, and their lines have stayed as they were.
    ...(format === "article" ? {} : { format }),
    ...(grade === null ? {} : { grade }),
    ...(url === null ? {} : { url }),
    ...(media === null ? {} : { media }),
  };
}

function* statementRecords(archive: Archive, io: Io) {
  // Nothing was searched for, so nothing matches better or worse.
  for (const statement of archive.statements()) yield auditedRecord(statement, 1, io);
}

/** Every page, for a command line can't turn them. */
function* interviewPages(desk: Desk): Generator<Reply> {
  let reply: Reply | null = command.run({}, desk, commandLineSurface);
  while (reply) {
    yield reply;
    const next: View | null | undefined = reply.actions.find(({ name }) => name === "next")?.view;
    reply = next ? openView(next, { ...desk, surface: commandLineSurface, carried: reply.carried }) : null;
  }
}

function* statementPages({ interviews }: Archive): Generator<Reply> {
  if (interviews.length === 0) yield emptyArchiveReply();
  for (const { title, statements } of interviews) {
    const blocks = statements.flatMap((statement): readonly Block[] => [
      byline(statement),
      quoteOf(statement),
      place(statement),
    ]);
    yield notice([{ block: "heading", text: title }, ...blocks], "answer");
  }
}
