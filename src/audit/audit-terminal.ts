import { AuditFault } from "./audit-fault.ts";
import type { Claim } from "./claim.ts";
import type { Evidence } from "./evidence.ts";

/** What stands before every quoted line at a prompt, and before nothing else. */
const GUTTER = "│ ";

/**
 * The last mile at the prompt: reads a printed reply back and holds every line behind the gutter against the
 * source. Claims come in the order of the quotes.
 *
 * @param shown what will be printed, colours included.
 * @param visibleControls true when control characters are printed as `\u{1b}`, because a terminal would obey
 *   them: a line that has `\u{` in it is then an escaped one, with every backslash doubled.
 * @throws AuditFault when anything behind the gutter isn't what it claims to be.
 */
export function auditTerminal(
  shown: string,
  claims: readonly Claim[],
  evidence: Evidence,
  visibleControls: boolean,
): void {
  const quoted: string[] = [];
  for (const line of shown.split("\n")) {
    if (line.startsWith(GUTTER)) quoted.push(visibleControls ? readEscapes(line) : line);
    else if (line.includes(GUTTER.trim())) throw new AuditFault("a line of our own looks like a quoted one");
  }
  let at = 0;
  for (const claim of claims) {
    for (const line of evidence.wordsOf(claim).split("\n")) {
      if (quoted[at] !== GUTTER + line) throw new AuditFault(`quoted line ${at + 1} differs from its source`);
      at += 1;
    }
  }
  if (at !== quoted.length) throw new AuditFault("lines that claim nothing are shown as quoted");
}

function readEscapes(line: string): string {
  let read = "";
  if (!line.includes("\\u{")) return line;
  for (let at = 0; at < line.length; at += 1) {
    if (line.charAt(at) !== "\\") {
      read += line.charAt(at);
    } else if (line.charAt(at + 1) === "\\") {
      read += "\\";
      at += 1;
    } else {
      const end = line.indexOf("}", at);
      read += String.fromCodePoint(Number.parseInt(line.substring(at + 3, end), 16));
      at = end;
    }
  }
  return read;
}
