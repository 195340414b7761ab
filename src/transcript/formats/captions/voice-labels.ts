/** Longest name that is looked for before a colon. */
const LONGEST = 60;
const WORD = "[\\p{L}\\p{M}\\p{N}.'’_@&/-]*";
const PARTICLE =
  "(?:and|und|et|y|de|da|di|del|der|den|van|von|du|la|le|bin|ibn|al|el|ter|ten|of|the|dos|des|zu)";
/** "Ann Vale", "Dr. J. van den Berg", "Speaker 2", "ANN (ON PHONE)", "王先生". */
const NAME = new RegExp(
  `^(?:\\p{Lu}|\\p{Lt}|\\p{Lo})${WORD}(?: (?:${PARTICLE}|&|#?[\\p{Lu}\\p{Lt}\\p{Lo}\\p{N}]${WORD},?)){0,5}$`,
  "u",
);
const NOTE_BEHIND = /\s*[([][^()[\]]*[)\]]$/u;
/** Words that often stand before a colon and are nobody's name. */
const NO_NAMES: ReadonlySet<string> = new Set(
  (
    "remember question answer note listen look yes no so and but or now then well okay ok first second third finally " +
    "also because example warning important fact result conclusion problem solution reason point here there this " +
    "that these those is was it he she we they you i my our your his her their the a an in on at to for from with as " +
    "if when what why how who where imagine plus ps nb tip step rule part chapter again meaning namely result " +
    "translation subtitles captions source title text today tomorrow"
  ).split(" "),
);

/**
 * How sure it is that words before a colon name a voice:
 * - `sure`: they are a name by themselves, in capitals or of several words;
 * - `word`: one word that may be a name;
 * - `doubtful`: a word that usually isn't, or no form of a name at all.
 */
export type Likeness = "sure" | "word" | "doubtful";

/** Words before a colon, or in brackets, at the front of a line. */
export interface LabelFound {
  readonly name: string;
  /** Where the words that follow may begin. */
  readonly end: number;
  readonly likeness: Likeness;
  /** True when it stands in brackets, without a colon. */
  readonly inBrackets: boolean;
}

/** What could be a label at `start` of a line that ends at `end`. */
export function findLabel(text: string, start: number, end: number): LabelFound | null {
  const head = text.slice(start, Math.min(end, start + LONGEST));
  const bracketed = head.charCodeAt(0) === 0x5b ? /^\[([^[\]]+)\](:?)(?=\s|$)/u.exec(head) : null;
  if (bracketed) {
    const name = plainName(bracketed[1] ?? "");
    if (!NAME.test(name)) return null;
    const isLabel = bracketed[2] === ":";
    const likeness = isLabel ? likenessOf(name) : "doubtful";
    return { name, end: start + bracketed[0].length, likeness, inBrackets: !isLabel };
  }
  const at = head.search(/[:：]/u);
  if (at < 1) return null;
  const isWide = head.charAt(at) === "：";
  const after = text.charAt(start + at + 1);
  const stands = start + at + 1 >= end || /\s/u.test(after) || isWide;
  const written = head.slice(0, at);
  if (written.includes("[") && /\d$/u.test(written)) return null;
  const name = plainName(written);
  if (!/^[\p{L}\p{N}]/u.test(name) || /[?!…,;"“”]/u.test(name)) return null;
  const inCapitals = isInCapitals(name);
  if (!stands && !(inCapitals && /[\p{L}"“'‘]/u.test(after))) return null;
  return { name, end: start + at + 1, likeness: likenessOf(name), inBrackets: false };
}

/** The name alone, without what a captioner notes behind it: "ANN (on the phone)". */
function plainName(written: string): string {
  const name = written.trim().replace(NOTE_BEHIND, "").replace(/\s+/gu, " ");
  return /^\([^()]+\)$/u.test(name) ? name.slice(1, -1).trim() : name;
}

function likenessOf(name: string): Likeness {
  const words = name.split(" ");
  if (!NAME.test(name) || !/\p{L}/u.test(name)) return "doubtful";
  // "THE WITNESS" is a voice, "THE THING IS THIS" isn't.
  if (/^the$/iu.test(words[0] ?? "") && words.length > 1 && words.length < 4) {
    return isInCapitals(name) ? "sure" : "word";
  }
  const isListed = NO_NAMES.has((words[0] ?? "").toLowerCase().replace(/[.,]$/u, ""));
  // "A" and "Q" of a hearing are no articles.
  if (/^[QA]\.?$/u.test(name)) return "word";
  if (isListed) return "doubtful";
  if (isInCapitals(name)) return "sure";
  return words.length > 1 && /\p{Lu}/u.test(name) ? "sure" : "word";
}

function isInCapitals(name: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name.replace(/(?<=\p{L})c(?=\p{Lu})/gu, ""));
}

/** Counts what could be labels over a file, and says which of them are. */
export class LabelCensus {
  readonly #counts = new Map<string, { times: number; likeness: Likeness; inBrackets: boolean }>();
  readonly #parts = new Set<string>();
  #captions = 0;
  #labelled = 0;

  /** A caption with words; `labels` is what stands at the front of its lines. */
  add(labels: readonly LabelFound[]): void {
    this.#captions += 1;
    if (labels.some(({ inBrackets }) => !inBrackets)) this.#labelled += 1;
    for (const { name, likeness, inBrackets } of labels) {
      const key = inBrackets ? `[${name}` : name;
      const known = this.#counts.get(key);
      if (known) known.times += 1;
      else this.#counts.set(key, { times: 1, likeness, inBrackets });
      if (inBrackets || likeness !== "sure") continue;
      for (const part of name.split(" ")) this.#parts.add(part.toLowerCase());
    }
  }

  /** A voice that mark-up names. */
  know(name: string): void {
    this.#counts.set(name, { times: 2, likeness: "sure", inBrackets: false });
    for (const part of name.split(" ")) this.#parts.add(part.toLowerCase());
  }

  /**
   * A name in capitals is a label wherever it stands before a colon, and one of several words unless it is the only
   * one far and wide; a single word where it comes again, is part of such a name, or a quarter of the captions has
   * labels; anything else only where most captions have them. In brackets, which are for noises, only a voice that is known from elsewhere.
   *
   * @param isMarked true when a dash or chevrons before it say that another voice begins.
   */
  accepts({ name, likeness, inBrackets }: LabelFound, isMarked: boolean): boolean {
    const share = this.#labelled / Math.max(1, this.#captions);
    if (inBrackets) {
      const known = this.#counts.get(name);
      return known !== undefined && known.likeness !== "doubtful";
    }
    if (likeness === "doubtful") return share >= 0.6 && this.#captions > 1;
    if (isMarked || (this.#counts.get(name)?.times ?? 0) > 1) return true;
    if (likeness === "sure") return isInCapitals(name) || share >= 0.05;
    return share >= 0.25 || this.#parts.has(name.toLowerCase());
  }
}
