import type { Io } from "./io.ts";

/** How a reply is dressed. Quoted words never are, whatever the style. */
export interface Style {
  readonly colour: boolean;
  /** Show control characters in quotes as `\u{1b}`: a terminal would obey them. */
  readonly visibleControls: boolean;
}

/** For pipes and files: no colour, and quotes down to the last control character. */
export const plainStyle: Style = { colour: false, visibleControls: false };

/** Colour is for terminals whose owner didn't say no (https://no-color.org). */
export function styleOf({ output, env }: Pick<Io, "output" | "env">): Style {
  const terminal = output.isTTY === true;
  const colour = terminal && !env.NO_COLOR && env.TERM !== "dumb";
  return { colour, visibleControls: terminal };
}

export function bold(text: string, { colour }: Style): string {
  return colour && text !== "" ? `\u001b[1m${text}\u001b[22m` : text;
}

export function dim(text: string, { colour }: Style): string {
  return colour && text !== "" ? `\u001b[2m${text}\u001b[22m` : text;
}
