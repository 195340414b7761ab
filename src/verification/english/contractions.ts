const NEGATED =
  "do does did is are was were would could should must have has had need might ought dare may".split(" ");

const ENDINGS = { m: "am", re: "are", ve: "have", ll: "will", d: "would", s: "is" } as const;
const SUBJECTS: Readonly<Record<string, readonly (keyof typeof ENDINGS)[]>> = {
  i: ["m", "ve", "ll", "d"],
  you: ["re", "ve", "ll", "d"],
  we: ["re", "ve", "ll", "d"],
  they: ["re", "ve", "ll", "d"],
  he: ["s", "ll", "d"],
  she: ["s", "ll", "d"],
  it: ["s", "ll", "d"],
  that: ["s", "ll", "d"],
  there: ["s", "ll", "d"],
  who: ["s", "ll", "d"],
  what: ["s", "ll", "d"],
};

/** Contractions without their apostrophe, which a copy may lose → the words they stand for. */
const CONTRACTIONS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...NEGATED.map((verb) => [`${verb}nt`, [verb, "not"]] as const),
  ["wont", ["will", "not"]],
  ["cant", ["can", "not"]],
  ["cannot", ["can", "not"]],
  ["shant", ["shall", "not"]],
  ["aint", ["is", "not"]],
  ["gonna", ["going", "to"]],
  ["lets", ["let", "us"]],
  ...Object.entries(SUBJECTS).flatMap(([subject, endings]) =>
    endings.map((ending) => [`${subject}${ending}`, [subject, ENDINGS[ending]]] as const),
  ),
]);

/** What are words of their own without the apostrophe. */
const AMBIGUOUS: ReadonlySet<string> = new Set("ill id were well wed hell shell shed its lets".split(" "));

/** The words a contraction stands for; the form itself where it is none. `raw` is the word as typed. */
export function writtenOut(form: string, raw: string): readonly string[] {
  const words = CONTRACTIONS.get(form);
  return words && (!AMBIGUOUS.has(form) || /['’‘ʼ＇`´]/u.test(raw)) ? words : [form];
}

/** Whether a form is a contraction that lost its apostrophe: a word, though no dictionary has it. */
export function isContraction(form: string): boolean {
  return CONTRACTIONS.has(form);
}
