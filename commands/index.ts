import type { Command, MessageCommand } from "../src/command/definition.ts";
import { ask } from "./ask.ts";
import { context } from "./context.ts";
import { interviews } from "./interviews.ts";
import { quote } from "./quote.ts";
import { topic } from "./topic.ts";
import { verify } from "./verify.ts";
import { verifyQuote } from "./verify-quote.ts";

/** Every command there is, in the order help lists them. */
export const commands: readonly Command[] = [ask, quote, verify, topic, context, interviews];

/** Every command in the menu of a message. */
export const messageCommands: readonly MessageCommand[] = [verifyQuote];
