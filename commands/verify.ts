import { defineCommand } from "../src/command/definition.ts";
import { hideOption } from "../src/command/filter-options.ts";
import { verifyText } from "../src/command/verify-text.ts";

export const verify = defineCommand(
  {
    name: "verify",
    description: "Check whether someone said that, word for word as transcribed",
    options: [
      {
        name: "text",
        description: "The words, or a text with them in quotation marks",
        type: "string",
        required: true,
        maxLength: 6000,
      },
      hideOption,
    ],
  },
  { run: ({ text }, desk, surface) => verifyText(text, desk, surface).replyAbout(0) },
);
