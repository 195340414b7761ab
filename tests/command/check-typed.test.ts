import { describe, expect, it } from "vitest";
import { checkTyped } from "../../src/command/check-typed.ts";
import type { CommandDefinition } from "../../src/command/definition.ts";

const definition: CommandDefinition = {
  name: "ask",
  description: "Ask",
  options: [
    { name: "question", description: "What you want to know", type: "string", required: true, maxLength: 10 },
    { name: "speaker", description: "Who", type: "string", maxLength: 5 },
    { name: "hide", description: "For you alone", type: "boolean" },
  ],
};

describe("what was typed after a command", () => {
  it.each([
    [{ question: "why?" }],
    [{ question: "0123456789" }],
    [{ question: "why?", speaker: "Berg", hide: false }],
    [{ question: "why?", speaker: undefined, hide: undefined }],
    [{ question: "why?", speaker: "" }],
  ])("is fine: %j", (typed) => {
    expect(checkTyped(definition, typed)).toBeNull();
  });

  it.each<readonly [what: string, typed: Record<string, string | boolean>, problem: string]>([
    ["nothing", {}, "/ask needs question: What you want to know"],
    ["a blank", { question: " \n" }, "/ask needs question: What you want to know"],
    ["too much", { question: "01234567890" }, "question takes at most 10 characters, and this has 11."],
    [
      "too much of what needn't be there",
      { question: "x", speaker: "012345" },
      "speaker takes at most 5 characters, and this has 6.",
    ],
    ["a truth for a text", { question: true }, "question takes text."],
    ["a text for a truth", { question: "x", hide: "yes" }, "hide takes true or false."],
    ["an option there isn't", { question: "x", loud: true }, "/ask has no option called loud."],
  ])("has a problem a person can mend: %s", (_what, typed, problem) => {
    expect(checkTyped(definition, typed)).toBe(problem);
  });
});
