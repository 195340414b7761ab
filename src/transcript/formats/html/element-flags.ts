import {
  BESIDE,
  BLOCKS,
  BOLD,
  CELLS,
  CLASSES_BESIDE,
  HEADINGS,
  ITALIC,
  NEVER_READ,
  PREFORMATTED,
  ROLES_BESIDE,
} from "./elements.ts";
import {
  type Attributes,
  IN_BOLD,
  IN_CITE,
  IN_HEADING,
  IN_ITALIC,
  IN_LINK,
  IN_PRE,
  IN_SILENCE,
  IN_SPEAKER,
  IN_TIME,
  IS_BESIDE,
  IS_BLOCK,
  IS_MAIN,
  OF_INLINE,
  OF_ITSELF,
} from "./page.ts";

export const SPEAKER_ATTRIBUTES: readonly string[] = ["data-speaker-name", "data-speaker"];
export const TIME_ATTRIBUTES: readonly string[] = [
  "data-timestamp",
  "data-start",
  "data-start-time",
  "data-time",
  "data-begin",
  "begin",
  "data-m",
];
/** Attributes that say of the words in an element who speaks them, or when. */
export const TELLING: ReadonlySet<string> = new Set([...SPEAKER_ATTRIBUTES, ...TIME_ATTRIBUTES, "datetime"]);
/** All attributes that we look at. */
export const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...TELLING,
  "aria-hidden",
  "class",
  "hidden",
  "href",
  "id",
  "role",
  "style",
]);

const SPEAKER_CLASS =
  /(?:^|[\s_-])(?:speaker|spk|interlocutor)(?![a-z])|speaker[_-]?(?:name|label)|^(?:name|who)$/i;
const TIME_CLASS = /(?:^|[\s_-])(?:time|timestamp|timecode|time-?stamp|start-?time)(?:$|[\s_-])/i;
/** A link to a place on the page or a moment of the recording is no link away from the words. */
const LEADS_WITHIN = /^#|[?&#]t=/;

/** Names seen before, in small letters: a page has few. */
const OWN = new Map<string, number>();

function ownFlags(name: string): number {
  const known = OWN.get(name);
  if (known !== undefined) return known;
  const flags =
    (BLOCKS.has(name) || CELLS.has(name) ? IS_BLOCK : 0) |
    (BOLD.has(name) ? IN_BOLD : 0) |
    (ITALIC.has(name) ? IN_ITALIC : 0) |
    (name === "cite" ? IN_CITE : 0) |
    (name === "time" ? IN_TIME : 0) |
    (PREFORMATTED.has(name) ? IN_PRE : 0) |
    (HEADINGS.has(name) ? IN_HEADING : 0) |
    (BESIDE.has(name) ? IS_BESIDE : 0) |
    (name === "main" ? IS_MAIN : 0) |
    (NEVER_READ.has(name) ? IN_SILENCE : 0);
  // Whoever makes up a million names gets no table of them.
  if (OWN.size < 1000) OWN.set(name, flags);
  return flags;
}

/** What is true of an element and its words, given what is true of those around it. */
export function flagsOf(name: string, attributes: Attributes | null, around: number, file: string): number {
  const own = ownFlags(name);
  let flags = own | (around & ~OF_ITSELF);
  if ((own & IS_BLOCK) !== 0) flags = own | (around & ~(OF_ITSELF | OF_INLINE));
  if (!attributes) return flags;
  const wordsOf = (wanted: string) => attributeOf(file, attributes, wanted);
  if (name === "a" && attributes.has("href") && !LEADS_WITHIN.test(wordsOf("href"))) flags |= IN_LINK;
  const classes = wordsOf("class");
  if (classes !== "") {
    if (SPEAKER_CLASS.test(classes)) flags |= IN_SPEAKER;
    if (TIME_CLASS.test(classes)) flags |= IN_TIME;
  }
  const style = wordsOf("style");
  if (style !== "") {
    if (/font-weight:\s*(?:bold|[6-9]00)/.test(style)) flags |= IN_BOLD;
    else if (/font-weight:\s*(?:normal|[34]00)/.test(style)) flags &= ~IN_BOLD;
    if (/display:\s*none/.test(style)) flags |= IS_BESIDE;
  }
  const role = wordsOf("role");
  if (role === "main") flags |= IS_MAIN;
  if (ROLES_BESIDE.has(role) || attributes.has("hidden") || wordsOf("aria-hidden") === "true") {
    flags |= IS_BESIDE;
  }
  if ((flags & IS_BLOCK) !== 0 && (classes !== "" || attributes.has("id"))) {
    const called = `${classes} ${wordsOf("id")}`;
    if (called.split(/\s+/).some((word) => CLASSES_BESIDE.has(word))) flags |= IS_BESIDE;
  }
  return flags;
}

/** The beginning of a value, in small letters, as it is written. */
function attributeOf(file: string, attributes: Attributes, name: string): string {
  const value = attributes.get(name);
  if (!value || value.start === value.end) return "";
  return file
    .slice(value.start, Math.min(value.end, value.start + 500))
    .trim()
    .toLowerCase();
}
