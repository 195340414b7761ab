import { foldWord } from "../search/text-analysis.ts";
import type { Speaker } from "../transcript/interview.ts";

const TITLES: ReadonlySet<string> = new Set(
  "mr mrs ms miss dr sir dame lord lady president minister premier prime chancellor senator secretary general colonel professor prof the former ex king queen prince princess pope".split(
    " ",
  ),
);

/** Whether a name, as people type it, is that of a speaker: each part of it that is no title must be a part of theirs. */
export function isNameOf(typed: string, { name, role }: Speaker): boolean {
  const theirs = new Set(partsOf(name));
  const ours = partsOf(typed).filter((part) => !TITLES.has(part));
  if (ours.length > 0 && ours.every((part) => theirs.has(part))) return true;
  return (
    role === "interviewer" && /^(?:the )?(?:interviewer|journalist|reporter|author)$/iu.test(typed.trim())
  );
}

function partsOf(name: string): readonly string[] {
  return (name.match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? []).map((part) => foldWord(part).replace(/'s$/u, ""));
}
