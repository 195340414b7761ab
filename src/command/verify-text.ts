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

/** The reply about one claim of a text, and how many claims it has. */
export interface VerifiedReply {
  readonly reply: Reply;
  readonly count: number;
}

/** Checks what a text claims was said, and replies about the claim `at`, the first unless it is said. */
export function verifyText(
  text: string,
  desk: Desk,
  surface: Surface,
  options: VerifyOptions & { readonly at?: number } = {},
): VerifiedReply {
  if (desk.archive.interviews.length === 0) return { reply: emptyArchiveReply(), count: 0 };
  const asked = onOneLine(text);
  if (!/[\p{L}\p{N}]/u.test(asked)) {
    const advice = "Type or paste the words someone is said to have said.";
    return { reply: refusal("There are no words in this to check", advice), count: 0 };
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
  const view = { show: "claim", at: options.at ?? 0, part: 0 } as const;
  return {
    reply: claimReply(verified, view, { ...desk, surface, carried }),
    count: verified.verifications.length,
  };
}
