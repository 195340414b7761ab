import type { Archive } from "../transcript/archive.ts";
import type { Statement } from "../transcript/interview.ts";
import { partActions } from "./actions.ts";
import { goneReply, notice } from "./notices.ts";
import { type Receipt, receiptOf } from "./receipt.ts";
import type { Block, Reply } from "./reply.ts";
import { showStatement } from "./show-statement.ts";
import type { Surface } from "./surface.ts";
import type { ReceiptView } from "./view.ts";

/** The receipt of a statement for people: its words, and what proves them. */
export function openReceipt(view: ReceiptView, archive: Archive, surface: Surface): Reply {
  const looked = archive.lookUp(view.id);
  if (looked.found !== "statement") return goneReply();
  const { statement } = looked;
  const heading: Block = { block: "heading", text: "Receipt" };
  const proof = proofOf(statement);
  const shown = showStatement(statement, view.part, [heading, ...proof], surface);
  return {
    ...notice([heading, ...shown.blocks, ...proof], "answer"),
    actions: partActions(view, shown),
    view,
    record: { outcome: "answer", confidence: 1, results: [{ statement, score: 1 }] },
  };
}

function proofOf(statement: Statement): readonly Block[] {
  const receipt = receiptOf(statement);
  return [
    { block: "divider" },
    { block: "list", items: figuresOf(receipt) },
    {
      block: "note",
      text:
        `These figures are of the whole statement ${receipt.statement}. To have them for programs: ` +
        `npm run -s receipt -- --json ${receipt.statement}. To check that against the file, without trusting this ` +
        "bot: node evaluation/check-receipt.mjs RECEIPT.json FILE.",
    },
  ];
}

function figuresOf({ sha256, wordsSha256, place: { utf16, codePoints }, shown }: Receipt): readonly string[] {
  return [
    `SHA-256 of the file: ${sha256}`,
    `SHA-256 of the words${shown ? " with the file’s mark-up" : ""}, in UTF-8: ${wordsSha256}`,
    `From ${utf16.start} up to ${utf16.end} in UTF-16 units of the ${shown ? "file’s " : ""}text`,
    `From ${codePoints.start} up to ${codePoints.end} in code points`,
    ...(shown
      ? [`The words shown are read from ${shown.runs.length} pieces of the file, which the receipt lists`]
      : []),
  ];
}
