import { z } from "zod";
import { LOCALES } from "./locales.ts";
import type { Act } from "./wire.ts";

/** As long as Discord takes a message from someone who pays for it. */
const MOST_IN_MESSAGE = 4000;

const snowflake = z.string().regex(/^\d{1,20}$/u);
const name = z.string().min(1).max(100);
const options = z.record(name, z.union([z.string().max(6000), z.boolean(), z.number()]));
const customId = z.string().min(1).max(100);
const who = { user: snowflake, locale: z.enum(LOCALES) };

const act = z.discriminatedUnion("act", [
  z.strictObject({ ...who, act: z.literal("slash"), command: name, options }),
  z.strictObject({ ...who, act: z.literal("complete"), command: name, options, focused: name }),
  z.strictObject({ ...who, act: z.literal("press"), message: snowflake, customId }),
  z.strictObject({
    ...who,
    act: z.literal("choose"),
    message: snowflake,
    customId,
    values: z.array(z.string().min(1).max(100)).max(25),
  }),
  z.strictObject({ ...who, act: z.literal("messageCommand"), command: name, message: snowflake }),
  z.strictObject({ ...who, act: z.literal("post"), content: z.string().max(MOST_IN_MESSAGE) }),
]);

/** @throws Error that says what is wrong with it. */
export function readAct(body: string): Act {
  let sent: unknown;
  try {
    sent = JSON.parse(body);
  } catch {
    throw new Error("this is no JSON");
  }
  const read = act.safeParse(sent);
  if (read.success) return read.data;
  throw new Error(read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "));
}
