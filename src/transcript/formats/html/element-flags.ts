import type { Span } from "../../source-text.ts";
import { BLOCKS, BOLD, CELLS, HEADINGS, ITALIC, NEVER_READ, PREFORMATTED } from "./elements.ts";
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
  IS_BLOCK,
  OF_INLINE,
} from "./page.ts";

/** The attributes that tell who speaks, when, or what an element is for. */
export const ATTRIBUTES: ReadonlySet<string> = new Set([
  "aria-hidden",
  "class",
  "data-m",
  "data-name",
  "data-speaker",
  "data-speaker-name",
  "data-start",
  "data-start-time",
  "data-time",
  "data-timestamp",
  "datetime",
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
    (NEVER_READ.has(name) ? IN_SILENCE : 0);
  // Whoever makes up a million names gets no table of them.
  if (OWN.size < 1000) OWN.set(name, flags);
  return flags;
}

/** What is true of the words of an element, given what is true of those around it. */
export function flagsOf(name: string, attributes: Attributes | null, around: number, file: string): number {
  const own = ownFlags(name);
  let flags = own | ((own & IS_BLOCK) === 0 ? around & ~IS_BLOCK : around & ~(IS_BLOCK | OF_INLINE));
  if (name === "a") flags |= leadsAway(attributes?.get("href"), file) ? IN_LINK : 0;
  if (!attributes) return flags;
  const classes = attributes.get("class");
  if (classes && classes.end - classes.start < 500) {
    const text = file.slice(classes.start, classes.end);
    if (SPEAKER_CLASS.test(text)) flags |= IN_SPEAKER;
    if (TIME_CLASS.test(text)) flags |= IN_TIME;
  }
  const style = attributes.get("style");
  if (style && style.end - style.start < 500) {
    const text = file.slice(style.start, style.end);
    if (/font-weight:\s*(?:bold|[6-9]00)/i.test(text)) flags |= IN_BOLD;
    else if (/font-weight:\s*(?:normal|[34]00)/i.test(text)) flags &= ~IN_BOLD;
  }
  return flags;
}

function leadsAway(href: Span | undefined, file: string): boolean {
  return (
    href !== undefined && !LEADS_WITHIN.test(file.slice(href.start, Math.min(href.end, href.start + 300)))
  );
}
