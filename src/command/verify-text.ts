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

/** A text that has been verified, and the replies about its claims. */
export interface VerifiedReplies {
  /** How many claims there are to reply about; one where the reply is that nothing can be checked. */
  readonly count: number;
  /** The reply about the claim at this index, from 0. */
  replyAbout(at: number): Reply;
}

/** Checks what a text claims was said. */
export function verifyText(
  text: string,
  desk: Desk,
  surface: Surface,
  options: VerifyOptions = {},
): VerifiedReplies {
  if (desk.archive.interviews.length === 0) return { count: 1, replyAbout: () => emptyArchiveReply() };
  const asked = onOneLine(text);
  if (!/[\p{L}\p{N}]/u.test(asked)) {
    const advice = "Type or paste the words someone is said to have said.";
    return { count: 1, replyAbout: () => refusal("There are no words in this to check", advice) };
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
  return {
    count: verified.verifications.length,
    replyAbout: (at) => claimReply(verified, { show: "claim", at, part: 0 }, { ...desk, surface, carried }),
  };
}
