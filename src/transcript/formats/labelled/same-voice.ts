import { roleOfLabel } from "./role-words.ts";

/** Names under which one voice speaks in a file, in the order they come. */
export interface Voice {
  /** As the file writes them, the fullest first. */
  readonly names: readonly string[];
  /** What identifies it: its spellings in the file. */
  readonly labels: readonly string[];
}

/** What a label says of its voice. */
interface Parsed {
  readonly label: string;
  /** Without notes and descriptions. */
  readonly name: string;
  /** Small letters, without its titles. */
  readonly words: readonly string[];
  readonly titles: readonly string[];
  readonly isGeneric: boolean;
}

/** Spellings of one title, and what it says of whoever has it. */
const TITLES: Readonly<Record<string, string>> = {
  mr: "mr",
  mrs: "mrs",
  ms: "mrs",
  miss: "mrs",
  mx: "mx",
  dr: "dr",
  doctor: "dr",
  prof: "prof",
  professor: "prof",
  sir: "sir",
  dame: "dame",
  lord: "lord",
  lady: "lady",
  president: "president",
  sen: "senator",
  senator: "senator",
  rep: "rep",
  representative: "rep",
  congressman: "rep",
  congresswoman: "rep",
  gov: "governor",
  governor: "governor",
  chairman: "chair",
  chairwoman: "chair",
  chairperson: "chair",
  chair: "chair",
  secretary: "secretary",
  minister: "minister",
  judge: "judge",
  justice: "justice",
  gen: "general",
  general: "general",
  col: "colonel",
  capt: "captain",
  captain: "captain",
  mayor: "mayor",
  ambassador: "ambassador",
  rev: "rev",
  father: "father",
  commissioner: "commissioner",
  director: "director",
  attorney: "attorney",
  ranking: "ranking",
  member: "member",
};
const MALE = new Set(["mr", "sir", "lord", "father"]);
const FEMALE = new Set(["mrs", "dame", "lady"]);

/** Nobody in particular: two of them are one voice only when they are called exactly the same. */
const GENERIC =
  /^(?:speaker|sprecher(?:in)?|спикер|orador|voice|caller|unidentified|unknown|male|female|man|woman|boy|girl|audience|participant|student|reporter|juror|senator|member|person|guest|host|all|both|everyone|crowd|another|q|a)\b/iu;

/** Finds the voices that are called by different names: "Sen. Ted Cruz" once and "CRUZ" from then on. */
export function sameVoices(labels: readonly string[]): readonly Voice[] {
  const exact = new Map<string, Parsed[]>();
  for (const parsed of labels.map(parse)) {
    const key = exactKey(parsed);
    const same = exact.get(key);
    if (same) same.push(parsed);
    else exact.set(key, [parsed]);
  }
  const groups = [...exact.values()];
  const bySurname = new Map<string, number[]>();
  groups.forEach(([first], at) => {
    const surname = first?.words.at(-1);
    if (!first || surname === undefined || first.isGeneric) return;
    for (const word of new Set([surname, first.words[0] ?? surname])) {
      const sharing = bySurname.get(word);
      if (sharing) sharing.push(at);
      else bySurname.set(word, [at]);
    }
  });
  const into = groups.map((_, at) => at);
  // A title says more than none: "Dr. Vale" finds Ann Vale, and then "Vale" finds both.
  const singles = groups.flatMap(([first], at) =>
    first && !first.isGeneric && first.words.length === 1 ? [at] : [],
  );
  const isSingle = new Set(singles);
  const isTitled = (at: number) => (groups[at]?.[0]?.titles.length ?? 0) > 0;
  for (const at of [...singles.filter(isTitled), ...singles.filter((one) => !isTitled(one))]) {
    const first = groups[at]?.[0];
    if (!first) continue;
    const sharing = (bySurname.get(first.words[0] ?? "") ?? []).filter(
      (other) => other !== at && !(isTitled(at) && isSingle.has(other) && !isTitled(other)),
    );
    // Of two who share the name it could be either.
    const roots = new Set(sharing.map((other) => into[other] ?? other));
    const [root] = roots;
    const isSure = roots.size === 1 && root !== at && sharing.every((other) => stands(first, groups[other]));
    if (isSure && root !== undefined) into[at] = root;
  }
  return merged(groups, into);
}

/** True when a single name, with a title or without, may stand for the other's. */
function stands(single: Parsed, group: readonly Parsed[] | undefined): boolean {
  return (group ?? []).every((other) => {
    if (other.words.length > 1) {
      const isSurname = other.words.at(-1) === single.words[0];
      return (isSurname || single.titles.length === 0) && agree(single.titles, other.titles);
    }
    // "Cruz" and "Sen. Cruz", but not "Mr. Cruz" and "Dr. Cruz".
    return single.titles.length === 0 && other.titles.length > 0;
  });
}

function agree(one: readonly string[], other: readonly string[]): boolean {
  const isMale = (title: string) => MALE.has(title);
  const isFemale = (title: string) => FEMALE.has(title);
  return !(one.some(isMale) && other.some(isFemale)) && !(one.some(isFemale) && other.some(isMale));
}

function merged(groups: readonly (readonly Parsed[])[], into: readonly number[]): readonly Voice[] {
  const root = (at: number): number => {
    let found = at;
    for (let steps = 0; into[found] !== found && steps < 4; steps += 1) found = into[found] ?? found;
    return found;
  };
  const members = new Map<number, Parsed[]>();
  groups.forEach((group, at) => {
    const found = root(at);
    const all = members.get(found) ?? [];
    for (const parsed of group) all.push(parsed);
    members.set(found, all);
  });
  return [...members.values()].map((all) => ({
    labels: all.map(({ label }) => label),
    names: [...new Set([...all].sort(fuller).map(({ name }) => name))],
  }));
}

/** More words first; of as many those with small letters, which are easier to read. */
function fuller(one: Parsed, other: Parsed): number {
  const length = (parsed: Parsed) => parsed.words.length * 4 + parsed.titles.length * 2;
  const isShouted = ({ name }: Parsed) => (/\p{Ll}/u.test(name) ? 0 : 1);
  return length(other) - length(one) || isShouted(one) - isShouted(other);
}

function exactKey({ words, titles, name, isGeneric }: Parsed): string {
  return isGeneric || words.length === 0 ? fold(name) : `${[...titles].sort().join(" ")}|${words.join(" ")}`;
}

function parse(label: string): Parsed {
  const name = nameOf(label);
  const all = fold(name).split(/[\s]+/u);
  let from = 0;
  const titles: string[] = [];
  while (from < all.length - 1) {
    const title = TITLES[(all[from] ?? "").replace(/\.$/u, "")];
    if (title === undefined || !Object.hasOwn(TITLES, (all[from] ?? "").replace(/\.$/u, ""))) break;
    titles.push(title);
    from += 1;
  }
  const isGeneric =
    GENERIC.test(name) || /^the\s/iu.test(name) || /\d$/u.test(name) || roleOfLabel(name) !== null;
  // Middle initials and what makes one a junior say nothing that others would not.
  const words = all
    .slice(from)
    .filter((word, at, { length }) => at === 0 || at === length - 1 || !/^\p{L}\.?$/u.test(word));
  return {
    label,
    name,
    words,
    titles,
    isGeneric: isGeneric && !/^chair/iu.test(name) ? true : isGeneric && words.length === 0,
  };
}

/** The name alone: without the note in brackets and what stands after a comma, where that leaves one. */
export function nameOf(label: string): string {
  const bare = label
    .replace(/\s*[([][^()[\]]*[)\]]/gu, "")
    .replace(/,.*$/su, "")
    .trim();
  return bare === "" ? label.trim() : bare;
}

function fold(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/[’]/gu, "'").trim();
}
