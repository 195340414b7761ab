import { setImmediate } from "node:timers/promises";
import { auditMessage } from "../audit/audit-message.ts";
import type { Evidence } from "../audit/evidence.ts";
import type { Command } from "../command/definition.ts";
import type { Desk } from "../command/desk.ts";
import { discordSurface } from "./discord-surface.ts";
import { renderMessage } from "./render-message.ts";

/** Replies made for nobody: after about as many the engine has compiled what making them takes. */
const REPLIES = 400;
/** A large archive has larger replies; they needn't all be made. Milliseconds of work. */
const MOST_WORK = 400;

const NOBODY = { asker: "0", hidden: false, shared: false } as const;

/**
 * Makes replies and throws them away, so that the first reader doesn't wait for the engine to compile the way to
 * one: 16 ms for the first reply without, 6 with. Between any two, whatever has come in is answered.
 * @param goOn asked before each; false ends it.
 */
export async function warmUp(
  commands: readonly Command[],
  desk: Desk,
  evidence: Evidence,
  goOn: () => boolean,
): Promise<void> {
  const texts = desk.archive.interviews
    .slice(0, 5)
    .flatMap(({ title, topics, speakers }) => [
      title,
      ...topics.map(({ name }) => `what about ${name}`),
      ...speakers.map(({ name }) => `who asked ${name}`),
    ]);
  const searching = commands.flatMap(({ definition, run }) => {
    const [first] = definition.options;
    return first?.type === "string" && first.required ? [{ option: first.name, run }] : [];
  });
  if (texts.length === 0 || searching.length === 0) return;
  let work = 0;
  for (let made = 0; made < REPLIES && work < MOST_WORK && goOn(); made += 1) {
    await setImmediate();
    const from = performance.now();
    // Most readers ask: every second reply is the first command's.
    const { option, run } = searching[made % 2 === 0 ? 0 : made % searching.length] ?? { option: "" };
    const reply = run?.({ [option]: texts[made % texts.length] }, desk, discordSurface);
    if (reply) {
      const { components, claims } = renderMessage(reply, NOBODY);
      auditMessage(components, claims, evidence);
    }
    work += performance.now() - from;
  }
}
