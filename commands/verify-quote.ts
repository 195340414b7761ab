import { defineMessageCommand } from "../src/command/definition.ts";
import { verifyText } from "../src/command/verify-text.ts";

/** In the menu of a message: checks what it quotes, or all of it where it has no quotation marks. */
export const verifyQuote = defineMessageCommand(
  { name: "Verify quote" },
  { run: ({ content }, desk, surface) => verifyText(content, desk, surface).replyAbout(0) },
);
