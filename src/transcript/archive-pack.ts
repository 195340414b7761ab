import { Archive } from "./archive.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { TranscriptFolder } from "./folder/transcript-folder.ts";
import { sidecarsByTranscript } from "./folder/transcript-names.ts";
import type {
  AttributionBasis,
  Exchange,
  Grade,
  Interview,
  Speaker,
  Statement,
  StatementKind,
  TimeSpan,
  Topic,
} from "./interview.ts";
import { type LoadedArchive, sourcesOf, type TranscriptReading } from "./load-archive.ts";
import type { Column, Packed } from "./packed.ts";
import { Reading, type Runs } from "./reading.ts";
import type { SourceFile } from "./source-file.ts";
import { SourceText, type Span } from "./source-text.ts";
import type { Steps } from "./steps.ts";

const KINDS: readonly StatementKind[] = ["statement", "question", "narration"];
const BASES: readonly AttributionBasis[] = [
  "correction",
  "stated",
  "running",
  "pronoun",
  "turn-taking",
  "none",
];
/** Length of an id in its standard form. */
const ID_LENGTH = 14;
/** Numbers a statement takes: speaker, addressee, lines, question, exchange, ends of its spans and spoken spans. */
const NUMBERS = 8;
const NONE = -1;
const STATEMENTS_A_STEP = 2000;

interface PackedInterview {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly url: string | null;
  readonly media: string | null;
  readonly grade: Grade | null;
  readonly format: string;
  /** How many runs its reading has, and what they stand for; null where the file is read as it stands. */
  readonly reading: { readonly runs: number; readonly meanings: readonly string[] } | null;
  /** Name of its source file. */
  readonly file: string;
  readonly people: readonly Speaker[];
  /** Places in `people`. */
  readonly speakers: readonly number[];
  readonly statements: number;
  readonly exchanges: readonly Exchange[];
  readonly topics: readonly Topic[];
  readonly warnings: readonly Diagnostic[];
}

interface PackedArchive {
  readonly interviews: readonly PackedInterview[];
  readonly diagnostics: readonly Diagnostic[];
  readonly leftOut: readonly string[];
}

/** What reading found in the files: places in them and who is meant, never a word of a quote. */
export function packArchive({ archive, diagnostics, leftOut, readings }: LoadedArchive): Packed {
  const numbers: number[] = [];
  const marks: number[] = [];
  const spans: number[] = [];
  const times: number[] = [];
  const runs: number[] = [];
  const ids: string[] = [];
  const interviews = archive.interviews.map((interview): PackedInterview => {
    const people = [
      ...new Set([
        ...interview.speakers,
        ...interview.statements.flatMap(({ speaker, addressee }) =>
          [speaker, addressee].filter((one) => one !== null),
        ),
      ]),
    ];
    const places = new Map(people.map((person, at) => [person, at]));
    const placeOf = (person: Speaker | null): number => (person ? (places.get(person) ?? NONE) : NONE);
    for (const statement of interview.statements) {
      ids.push(statement.id);
      times.push(statement.time?.start ?? Number.NaN, statement.time?.end ?? Number.NaN);
      marks.push(KINDS.indexOf(statement.kind), BASES.indexOf(statement.attribution), Number(statement.asks));
      for (const { start, end } of statement.spans) spans.push(start, end);
      const spansEnd = spans.length;
      for (const { start, end } of statement.spoken) spans.push(start, end);
      numbers.push(
        placeOf(statement.speaker),
        placeOf(statement.addressee),
        ...statement.lines,
        statement.answersIndex ?? NONE,
        statement.exchange,
        spansEnd,
        spans.length,
      );
    }
    const { reading } = interview.source;
    if (reading) pushRuns(runs, reading.runs);
    return {
      id: interview.id,
      title: interview.title,
      language: interview.language,
      url: interview.url,
      media: interview.media,
      grade: interview.grade,
      format: interview.format,
      reading: reading && { runs: reading.runs.at.length, meanings: reading.runs.meanings },
      file: interview.source.file.name,
      people,
      speakers: interview.speakers.map(placeOf),
      statements: interview.statements.length,
      exchanges: interview.exchanges,
      topics: interview.topics,
      warnings: readings.get(interview.source.file.name)?.good?.warnings ?? [],
    };
  });
  return {
    json: { interviews, diagnostics, leftOut } satisfies PackedArchive,
    columns: {
      ids: Buffer.from(ids.join(""), "latin1"),
      marks: Uint8Array.from(marks),
      numbers: Int32Array.from(numbers),
      spans: Int32Array.from(spans),
      times: Float64Array.from(times),
      runs: Int32Array.from(runs),
    },
  };
}

/**
 * The same archive again, from the files themselves.
 * @throws an error of any kind when the pack is of other files.
 */
export function* unpackSteps(
  packed: Packed,
  { names, files }: Pick<TranscriptFolder, "names" | "files">,
): Steps<LoadedArchive> {
  // What was packed here, and hashed with it, has the form it was given.
  const { interviews: packedInterviews, diagnostics, leftOut } = packed.json as PackedArchive;
  const reader = new StatementReader(packed.columns);
  const runReader = new RunReader(packed.columns);
  const sidecars = sidecarsByTranscript(names);
  const interviews: Interview[] = [];
  const readings = new Map<string, TranscriptReading>();
  for (const [at, one] of packedInterviews.entries()) {
    yield at / packedInterviews.length;
    const file = files.get(one.file);
    if (!file || file instanceof Error)
      throw new RangeError(`the pack names ${one.file}, and there is no such file`);
    const people = one.people.map((person) => Object.freeze(person));
    const statements: Statement[] = [];
    const interview: Interview = {
      id: one.id,
      title: one.title,
      language: one.language,
      url: one.url,
      media: one.media,
      grade: one.grade,
      format: one.format,
      source: sourceOf(file, one.reading && runReader.next(one.reading)),
      speakers: one.speakers.map((at) => personAt(people, at)).filter((person) => person !== null),
      statements,
      exchanges: one.exchanges,
      topics: one.topics,
    };
    for (let index = 0; index < one.statements; index += 1) {
      statements.push(reader.next(interview, index, people));
      if (index % STATEMENTS_A_STEP === STATEMENTS_A_STEP - 1) yield at / packedInterviews.length;
    }
    interviews.push(interview);
    readings.set(one.file, {
      sources: sourcesOf(files, one.file, sidecars.get(one.id) ?? []),
      good: { interview, warnings: one.warnings },
      errors: [],
      last: null,
    });
  }
  return { archive: new Archive(interviews), diagnostics, leftOut, held: [], readings };
}

function sourceOf(file: SourceFile, runs: Runs | null): SourceText {
  const text = new SourceText(file);
  return runs ? text.readAs(Reading.of(text.text, runs)) : text;
}

/** A run's columns, one after the other. */
function pushRuns(numbers: number[], { at, from, to, means }: Runs): void {
  for (const column of [at, from, to, means]) for (const number of column) numbers.push(number);
}

class RunReader {
  readonly #runs: Column;
  #from = 0;

  constructor({ runs }: Packed["columns"]) {
    if (!runs) throw new RangeError("the pack is no archive");
    this.#runs = runs;
  }

  next({ runs, meanings }: { readonly runs: number; readonly meanings: readonly string[] }): Runs {
    const column = () => {
      const part = Int32Array.from(this.#runs.subarray(this.#from, this.#from + runs));
      this.#from += runs;
      return part;
    };
    return { at: column(), from: column(), to: column(), means: column(), meanings };
  }
}

class StatementReader {
  readonly #ids: string;
  readonly #marks: Column;
  readonly #numbers: Column;
  readonly #spans: Column;
  readonly #times: Column;
  #at = 0;
  #span = 0;

  constructor({ ids, marks, numbers, spans, times }: Packed["columns"]) {
    if (!ids || !marks || !numbers || !spans || !times) throw new RangeError("the pack is no archive");
    this.#ids = Buffer.from(ids.buffer, ids.byteOffset, ids.byteLength).toString("latin1");
    this.#marks = marks;
    this.#numbers = numbers;
    this.#spans = spans;
    this.#times = times;
  }

  next(interview: Interview, index: number, people: readonly Speaker[]): Statement {
    const at = this.#at;
    this.#at += 1;
    const numbers = this.#numbers;
    const from = NUMBERS * at;
    const answersIndex = numbers[from + 4] ?? NONE;
    return {
      id: this.#ids.slice(ID_LENGTH * at, ID_LENGTH * (at + 1)),
      interview,
      index,
      kind: KINDS[this.#marks[3 * at] ?? 0] ?? "narration",
      speaker: personAt(people, numbers[from] ?? NONE),
      attribution: BASES[this.#marks[3 * at + 1] ?? 0] ?? "none",
      addressee: personAt(people, numbers[from + 1] ?? NONE),
      spans: this.#spansUpTo(numbers[from + 6] ?? 0),
      spoken: this.#spansUpTo(numbers[from + 7] ?? 0),
      lines: [numbers[from + 2] ?? 0, numbers[from + 3] ?? 0],
      time: timeOf(this.#times[2 * at], this.#times[2 * at + 1]),
      asks: this.#marks[3 * at + 2] === 1,
      answersIndex: answersIndex === NONE ? null : answersIndex,
      exchange: numbers[from + 5] ?? 0,
    };
  }

  #spansUpTo(end: number): readonly Span[] {
    const spans: Span[] = [];
    for (; this.#span < end; this.#span += 2) {
      spans.push({ start: this.#spans[this.#span] ?? 0, end: this.#spans[this.#span + 1] ?? 0 });
    }
    return spans;
  }
}

function timeOf(start = Number.NaN, end = Number.NaN): TimeSpan | null {
  return Number.isNaN(start) ? null : { start, end };
}

function personAt(people: readonly Speaker[], at: number): Speaker | null {
  return at === NONE ? null : (people[at] ?? null);
}
