import type { DifferenceKind, Typography, Verification } from "../verification/verification.ts";

/** What the verdict means, as a heading. */
export function verdictHeading({ verdict, isTooShort, pieces, statement }: Verification): string {
  if (isTooShort) return "Too short to tell: anybody may have said this";
  switch (verdict) {
    case "exact":
      return "Exact: these words were said, as transcribed";
    case "cut":
      return "Cut: words were left out";
    case "spliced":
      return `Spliced: ${new Set(pieces.map((piece) => piece.statement)).size} statements joined into one`;
    case "altered":
      return "Altered: not what was said";
    case "misattributed":
      return statement?.speaker
        ? "Misattributed: said by someone else"
        : "Misattributed: the author’s words, which nobody said";
    case "absent":
      return "Not found in these interviews";
  }
}

/** The verdict in a word, for a list of several. */
export function verdictWord({ verdict, isTooShort }: Verification): string {
  if (isTooShort) return "too short to tell";
  return verdict === "absent" ? "not found" : verdict;
}

const KINDS: Readonly<Record<DifferenceKind, string>> = {
  negation: "a negation",
  number: "a number",
  condition: "a condition",
  modal: "what must, may or will be",
  hedge: "how sure it is",
  quantifier: "how many or how much",
  person: "who is meant",
  name: "a name",
  order: "the order",
  other: "words",
  spelling: "the spelling",
};

export function kindLabel(kind: DifferenceKind): string {
  return KINDS[kind];
}

/** Kinds that turn a statement around when they come or go. */
const GRAVE: ReadonlySet<DifferenceKind> = new Set(["negation", "condition", "hedge", "number"]);

export function isGrave(kind: DifferenceKind): boolean {
  return GRAVE.has(kind);
}

const TYPOGRAPHY: Readonly<Record<Typography, string>> = {
  capitals: "capital letters",
  punctuation: "punctuation",
  apostrophes: "apostrophes",
  spacing: "spacing",
  "invisible characters": "invisible characters",
  "look-alike letters": "letters that only look alike",
  "insertion left out": "an editor’s [insertion] left out, which wasn’t spoken",
  "insertion kept": "an editor’s insertion kept, which wasn’t spoken",
  "attribution kept": "the attribution kept, which wasn’t spoken",
};

/** "capital letters, punctuation and spacing" */
export function typographyLabel(typography: readonly Typography[]): string {
  const names = typography.map((one) => TYPOGRAPHY[one]);
  const last = names.pop() ?? "";
  return names.length > 0 ? `${names.join(", ")} and ${last}` : last;
}
