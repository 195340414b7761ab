import type { Choice, OptionDefinition } from "./definition.ts";
import type { Desk } from "./desk.ts";
import { completeInterview, completeSpeaker } from "./resolve-filters.ts";

/** Options that several commands have; each says the same everywhere. */
export const speakerOption = {
  name: "speaker",
  description: "Only what this person said",
  type: "string",
  autocomplete: true,
  maxLength: 100,
} as const satisfies OptionDefinition;

export const interviewOption = {
  name: "interview",
  description: "Only this interview",
  type: "string",
  autocomplete: true,
  maxLength: 100,
} as const satisfies OptionDefinition;

export const hideOption = {
  name: "hide",
  description: "Answer so that only you can see it",
  type: "boolean",
} as const satisfies OptionDefinition;

/** What the filters offer while one types. */
export const filterCompletions = {
  speaker: (partial: string, { archive }: Desk): readonly Choice[] => completeSpeaker(archive, partial),
  interview: (partial: string, { archive }: Desk): readonly Choice[] => completeInterview(archive, partial),
};
