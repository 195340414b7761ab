import type { MessageClaim } from "../../src/audit/audit-message.ts";
import { Evidence } from "../../src/audit/evidence.ts";
import { deskFor } from "../../src/command/desk.ts";
import { discordSurface } from "../../src/discord/discord-surface.ts";
import { renderMessage } from "../../src/discord/render-message.ts";
import { openView } from "../../src/reply/open-view.ts";
import type { Reply } from "../../src/reply/reply.ts";
import { archiveOf, interviewOf } from "../search/archives.ts";

/** Words with everything in them that a careless hand would change. */
const words = [
  "Mira Oduya runs the harbour.",
  "“When did the crane arrive – in *March*?” I asked.",
  "“The crane’s cables… arrived in March. I said “in March”, and not before,” Mira Oduya replied.",
  "“And who paid for it?” I asked.",
  "“The town_hall paid <@1100000000000000101> for it. # Nobody else.",
  "“# It was ~~not~~ cheap,” Mira Oduya said.",
  "",
].join("\n");

export const interview = interviewOf("harbour", words);
export const archive = archiveOf(interview);
export const evidence = new Evidence([interview.source]);

/** A reply that quotes both answers with their questions. */
export const reply: Reply = openView(
  { show: "list", as: "found", at: 0, part: 0 },
  {
    ...deskFor(archive),
    surface: discordSurface,
    carried: {
      asked: "who > paid",
      matches: interview.statements.filter(({ kind }) => kind === "statement").map(({ id }) => id),
    },
  },
);

/** A text of the message, in a form that can be tampered with. */
export interface Text {
  type: number;
  id?: number;
  content: string;
}

export interface Tampered {
  /** The message's components. */
  readonly components: { type: number; components: (Text | { type: number; components?: object[] })[] }[];
  readonly claims: MessageClaim[];
  /** The texts that show quotes, in order. */
  readonly quotes: Text[];
}

/** The message as it would be sent, once more each time. */
export function freshMessage(): Tampered {
  const { components, claims } = structuredClone(
    renderMessage(reply, { asker: "1100000000000000101", hidden: false, shared: false }),
  );
  const loose: Tampered["components"] = JSON.parse(JSON.stringify(components));
  const shows = new Set(claims.map(({ component }) => component));
  const quotes = loose.flatMap((container) =>
    container.components.filter((one): one is Text => "content" in one && shows.has(one.id ?? -1)),
  );
  return { components: loose, claims: [...claims], quotes };
}
