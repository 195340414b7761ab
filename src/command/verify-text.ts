import { MOST_CHOICES } from "../reply/menus.ts";
import { refusal } from "../reply/notices.ts";
import { claimReply, statementsOf } from "../reply/open-claim.ts";
import type { Reply } from "../reply/reply.ts";
import type { Surface } from "../reply/surface.ts";
import { onOneLine } from "../verification/one-line.ts";
import type { VerifyOptions } from "../verification/verification.ts";
import type { Desk } from "./desk.ts";
import { emptyArchiveReply } from "./unanswered.ts";

/** How many statements are offered where the words aren't found. */
const CLOSEST = 3;
/** A search for what comes closest reads no more of a claim. */
const SEARCHED = 300;

/** Checks what a text claims was said, and replies. */
export function verifyText(text: string, desk: Desk, surface: Surface, options: VerifyOptions = {}): Reply {
  if (desk.archive.interviews.length === 0) return emptyArchiveReply();
  const asked = onOneLine(text);
  if (!/[\p{L}\p{N}]/u.test(asked)) {
    return refusal(
      "There are no words in this to check",
      "Type or paste the words someone is said to have said.",
    );
  }
  const verified = desk.verifier.verify(asked, options);
  const found = statementsOf(verified);
  const [only] = verified.verifications;
  const closest =
    found.length > 0 || verified.verifications.length > 1 || !only
      ? []
      : desk.search
          .quote({ text: only.claim.slice(0, SEARCHED), limit: CLOSEST })
          .matches.map(({ statement }) => statement);
  const matches = [...found, ...closest].slice(0, MOST_CHOICES).map(({ id }) => id);
  const carried = { asked, matches };
  return claimReply(verified, { show: "claim", at: 0, part: 0 }, { ...desk, surface, carried });
}
