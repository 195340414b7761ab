import { AuditFault, type Claim, type Evidence } from "./evidence.ts";

/** What stands before every quoted line at a prompt, and before nothing else. */
const GUTTER = "│ ";

/**
 * The last mile at the prompt: reads a printed reply back and holds every line behind the gutter against the
 * source. Claims come in the order of the quotes.
 *
 * @param shown what will be printed, colours included.
 * @throws AuditFault when anything behind the gutter isn't what it claims to be.
 */
export function auditTerminal(shown: string, claims: readonly Claim[], evidence: Evidence): void {
  const quoted = shown
    .split("\n")
    .map(withoutColour)
    .filter((line) => line.trimStart().startsWith(GUTTER.trimEnd()));
  let at = 0;
  for (const claim of claims) {
    const words = visible(evidence.wordsOf(claim)).split("\n");
    for (const line of words) {
      if (quoted[at] !== GUTTER + line) throw new AuditFault(`quoted line ${at + 1} differs from its source`);
      at += 1;
    }
  }
  if (at !== quoted.length) throw new AuditFault("lines that claim nothing are shown as quoted");
}

/** Colours are the only control sequences we print; they stand around a line, never within the words. */
function withoutColour(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with a control character.
  return line.replace(/^(?:\u001b\[[0-9;]*m)+|(?:\u001b\[[0-9;]*m)+$/g, "");
}

function visible(words: string): string {
  return words;
}
