import type { Cast } from "../../cast.ts";
import { DiagnosticError } from "../../diagnostic.ts";
import type { Grade } from "../../interview.ts";
import type { SourceText } from "../../source-text.ts";
import type { Format, FoundTranscript } from "../format.ts";
import { utterancesOf } from "../labelled/utterances.ts";
import type { JsonNode } from "./json-document.ts";
import { JsonTranscript } from "./json-transcript.ts";
import { parseJson } from "./parse-json.ts";
import { passagesOf } from "./passages.ts";

/** One way in which programs write transcripts as JSON. */
export interface JsonDialect {
  /** As people call it, e.g. "Whisper JSON". */
  readonly name: string;
  /** What the yaml calls it. */
  readonly key: string;
  /** What such a file looks like, for whoever has one that doesn't. */
  readonly shape: string;
  /** How closely such transcripts keep to what was said, where the yaml doesn't say; null where that depends. */
  readonly grade: Grade | null;
  /** True when the file's value is of that shape. */
  recognises(root: JsonNode): boolean;
  /** Says what is in it, in the order of the file. */
  read(root: JsonNode, found: JsonTranscript): void;
}

/** Where dialects have all their words. */
const LISTS = ["segments", "transcription", "monologues", "utterances", "results", "words", "text"];

/** Makes a Format of a dialect. Both of its methods throw a DiagnosticError for a file that isn't JSON. */
export function jsonFormat(dialect: JsonDialect): Format {
  return {
    name: dialect.name,
    key: dialect.key,
    extensions: [".json"],
    recognises: (file) => dialect.recognises(rootOf(file)),
    read: (file, cast) => read(file, cast, dialect),
  };
}

function read(file: SourceText, cast: Cast, dialect: JsonDialect): FoundTranscript {
  const root = rootOf(file);
  if (!dialect.recognises(root)) {
    throw broken(
      file,
      root,
      `the file isn’t ${dialect.name}: ${dialect.shape}.`,
      "Leave “format” out of its yaml.",
    );
  }
  const found = new JsonTranscript(file, cast);
  // A list of that name which a later one puts out of force would be lost without a word.
  for (const name of LISTS) found.get(root, name);
  dialect.read(root, found);
  const { reading, passages, labels, diagnostics } = passagesOf(found);
  if (!reading || passages.length === 0) {
    const advice = "Put the transcript in it, or remove the file.";
    const empty = broken(file, root, `no words stand in this ${dialect.name}.`, advice);
    throw new DiagnosticError([...empty.diagnostics, ...diagnostics]);
  }
  const source = file.readAs(reading);
  const utterances = utterancesOf(passages, source, cast);
  const grade = dialect.grade === null ? {} : { grade: dialect.grade };
  return { source, utterances, diagnostics, labels, ...grade };
}

/** Every dialect asks for the same file in turn, which is parsed once and forgotten with it. */
const parsed = new WeakMap<SourceText, JsonNode>();

function rootOf(file: SourceText): JsonNode {
  const known = parsed.get(file);
  if (known) return known;
  const root = parseJson(file);
  parsed.set(file, root);
  return root;
}

function broken(file: SourceText, at: JsonNode, message: string, advice: string): DiagnosticError {
  const place = { file: file.file.name, ...file.positionAt(at.start) };
  return new DiagnosticError([{ severity: "error", ...place, message, advice }]);
}

/** The first object in an array, by which its shape is known; nulls and texts among them may be anybody's. */
export function firstObject(array: JsonNode | undefined): JsonNode | undefined {
  let looked = 0;
  for (const item of array?.items() ?? []) {
    if (item.isObject) return item;
    looked += 1;
    if (looked === 10) break;
  }
  return undefined;
}
