import { extname, parse } from "node:path";
import { decodeHTML } from "entities";
import { TRANSCRIPT_EXTENSIONS } from "../transcript/formats/recognise-format.ts";
import { type Grade, type Interview, type Role, type Speaker, verbatimOf } from "../transcript/interview.ts";
import { readInterview } from "../transcript/read-interview.ts";
import { emptySidecar } from "../transcript/sidecar/sidecar.ts";
import { sourceFileOf } from "../transcript/source-file.ts";
import { SourceText } from "../transcript/source-text.ts";

/** What a file seems to be before anybody has said anything about it. */
export interface InterviewDraft {
  /** As people call it. */
  readonly format: string;
  readonly title: string;
  /** What transcripts of its format usually are. */
  readonly grade: Grade | null;
  readonly speakers: readonly FoundSpeaker[];
}

export interface FoundSpeaker {
  readonly name: string;
  readonly role: Role;
  /** How many statements and questions are theirs. */
  readonly statements: number;
  /** Of these, those that ask. */
  readonly asking: number;
  /** Where they speak first. */
  readonly line: number;
}

/** More than half of what an interviewer says asks something; a guest asks back now and then. */
const MOSTLY = 0.5;

const LONGEST_TITLE = 120;

/**
 * Reads a file that nobody has described.
 * @param id what it will be called, without an ending.
 * @param name what people call it now; its ending counts.
 * @param format the format's key; undefined for the one that recognises it.
 * @throws DiagnosticError when it can't be read.
 */
export function draftOf(
  id: string,
  name: string,
  bytes: Uint8Array,
  format: string | undefined,
): InterviewDraft {
  const empty = emptySidecar(name);
  const sidecar = { ...empty.sidecar, ...(format === undefined ? {} : { format }) };
  const { interview } = readInterview(id, sourceFileOf(name, bytes), { ...empty, sidecar });
  const speaking = new Map<Speaker, { statements: number; asking: number; line: number }>();
  for (const { speaker, asks, lines, attribution } of interview.statements) {
    // Who speaks where the file tells nobody apart isn't someone to choose.
    if (!speaker || attribution === "none") continue;
    const count = speaking.get(speaker) ?? { statements: 0, asking: 0, line: lines[0] };
    speaking.set(speaker, count);
    count.statements += 1;
    if (asks) count.asking += 1;
  }
  const speakers = [...speaking].map(([{ name: called, role }, count]) => ({ name: called, role, ...count }));
  return {
    format: interview.format,
    title: titleOf(interview),
    grade: interview.grade,
    speakers: withInterviewer(speakers),
  };
}

/** Where nobody was found to be the interviewer, whoever mostly asks is, if only one does. */
function withInterviewer(speakers: readonly FoundSpeaker[]): readonly FoundSpeaker[] {
  if (speakers.some(({ role }) => role === "interviewer")) return speakers;
  const asking = speakers.filter((one) => one.role === "guest" && one.asking > MOSTLY * one.statements);
  if (asking.length !== 1 || speakers.length < 2) return speakers;
  return speakers.map((one) => (one === asking[0] ? { ...one, role: "interviewer" } : one));
}

/** What the file calls itself: its heading, or else its name. */
function titleOf({ source, statements, title }: Interview): string {
  const start = source.printed({ start: 0, end: 2_000 });
  const own =
    /^WEBVTT[ \t]+(?:[-–—][ \t]*)?(?<title>\S[^\r\n]*)/u.exec(start)?.groups?.title ??
    /<title[^<>]*>(?<title>[^<]{1,300})<\/title>/iu.exec(start)?.groups?.title;
  if (own !== undefined) return clipped(decodeHTML(own)) ?? title;
  const [first] = statements;
  if (first?.kind !== "narration" || first.spans.length !== 1) return title;
  const heading = verbatimOf(first).text.replace(/^#+\s+|\s+#+$/gu, "");
  return (
    (/[.!?,:;…]["”’»]?$/u.test(heading) || /[\r\n]/u.test(heading) ? undefined : clipped(heading)) ?? title
  );
}

function clipped(title: string): string | undefined {
  const line = title.replace(/\s+/gu, " ").trim();
  return line === "" || line.length > LONGEST_TITLE ? undefined : line;
}

/** How files of each ending begin, white space and a byte order mark aside; any other text is plain. */
const BEGINNINGS: readonly (readonly [extension: string, beginning: RegExp])[] = [
  [".vtt", /^WEBVTT(?:\s|$)/u],
  [".srt", /^(?:\d+[^\S\r\n]*\r?\n)?\d+:\d\d:\d\d[,.]\d+[^\S\r\n]*-->/u],
  [".json", /^[{[]\s*["{[]/u],
  [".html", /^<(?:!doctype\s+html|!--|html|head|body|article|div|p)[\s>]/iu],
];

/**
 * The name with an ending that says how its words are written: its own where that is one, else one by how they begin.
 * @throws DiagnosticError when they are no text.
 */
export function withExtension(name: string, bytes: Uint8Array): string {
  if (TRANSCRIPT_EXTENSIONS.has(extname(name).toLowerCase())) return name;
  // What stands behind the last dot may be a part of the name, such as a year.
  const stem = /^\.[a-z]{1,5}$/iu.test(extname(name)) ? parse(name).name : name;
  const { text } = new SourceText(sourceFileOf(name, bytes));
  const start = text.slice(0, 2_000).trimStart();
  const [extension = ".txt"] = BEGINNINGS.find(([, beginning]) => beginning.test(start)) ?? [];
  return `${stem}${TRANSCRIPT_EXTENSIONS.has(extension) ? extension : ".txt"}`;
}
