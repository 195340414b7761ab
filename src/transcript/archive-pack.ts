import { Archive } from "./archive.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type {
  AttributionBasis,
  Exchange,
  Interview,
  Speaker,
  Statement,
  StatementKind,
  Topic,
} from "./interview.ts";
import type { LoadedArchive } from "./load-archive.ts";
import type { Column, Packed } from "./packed.ts";
import type { SourceFile } from "./source-file.ts";
import { SourceText, type Span } from "./source-text.ts";

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

interface PackedInterview {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly url: string | null;
  /** Name of its source file. */
  readonly file: string;
  readonly people: readonly Speaker[];
  /** Places in `people`. */
  readonly speakers: readonly number[];
  readonly statements: number;
  readonly exchanges: readonly Exchange[];
  readonly topics: readonly Topic[];
}

interface PackedArchive {
  readonly interviews: readonly PackedInterview[];
  readonly diagnostics: readonly Diagnostic[];
  readonly leftOut: readonly string[];
}

/** What reading found in the files: places in them and who is meant, never a word of a quote. */
export function packArchive({ archive, diagnostics, leftOut }: LoadedArchive): Packed {
  const numbers: number[] = [];
  const marks: number[] = [];
  const spans: number[] = [];
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
    return {
      id: interview.id,
      title: interview.title,
      language: interview.language,
      url: interview.url,
      file: interview.source.file.name,
      people,
      speakers: interview.speakers.map(placeOf),
      statements: interview.statements.length,
      exchanges: interview.exchanges,
      topics: interview.topics,
    };
  });
  return {
    json: { interviews, diagnostics, leftOut } satisfies PackedArchive,
    columns: {
      ids: Buffer.from(ids.join(""), "latin1"),
      marks: Uint8Array.from(marks),
      numbers: Int32Array.from(numbers),
      spans: Int32Array.from(spans),
    },
  };
}

/**
 * The same archive again, from the files themselves.
 * @throws an error of any kind when the pack is of other files.
 */
export function unpackArchive(packed: Packed, files: ReadonlyMap<string, SourceFile>): LoadedArchive {
  // What was packed here, and hashed with it, has the form it was given.
  const { interviews, diagnostics, leftOut } = packed.json as PackedArchive;
  const reader = new StatementReader(packed.columns);
  return {
    archive: new Archive(
      interviews.map((one) => {
        const file = files.get(one.file);
        if (!file) throw new RangeError(`the pack names ${one.file}, and there is no such file`);
        const people = one.people.map((person) => Object.freeze(person));
        const statements: Statement[] = [];
        const interview: Interview = {
          id: one.id,
          title: one.title,
          language: one.language,
          url: one.url,
          source: new SourceText(file),
          speakers: one.speakers.map((at) => personAt(people, at)).filter((person) => person !== null),
          statements,
          exchanges: one.exchanges,
          topics: one.topics,
        };
        for (let index = 0; index < one.statements; index += 1) {
          statements.push(reader.next(interview, index, people));
        }
        return interview;
      }),
    ),
    diagnostics,
    leftOut,
  };
}

class StatementReader {
  readonly #ids: string;
  readonly #marks: Column;
  readonly #numbers: Column;
  readonly #spans: Column;
  #at = 0;
  #span = 0;

  constructor({ ids, marks, numbers, spans }: Packed["columns"]) {
    if (!ids || !marks || !numbers || !spans) throw new RangeError("the pack is no archive");
    this.#ids = Buffer.from(ids.buffer, ids.byteOffset, ids.byteLength).toString("latin1");
    this.#marks = marks;
    this.#numbers = numbers;
    this.#spans = spans;
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

function personAt(people: readonly Speaker[], at: number): Speaker | null {
  return at === NONE ? null : (people[at] ?? null);
}
