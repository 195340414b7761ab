import type { Interview, Speaker, Statement } from "./interview.ts";
import { parseStatementId } from "./statement-id.ts";

/** What became of an id someone gave. */
export type Lookup =
  | { readonly found: "statement"; readonly statement: Statement }
  /** A well-formed id that names nothing now: its quote has changed or gone. */
  | { readonly found: "gone"; readonly id: string }
  /** No id at all, most likely mistyped. */
  | { readonly found: "malformed" };

/** All interviews, never changed once built: a reload builds another archive and swaps it in whole. */
export class Archive {
  readonly interviews: readonly Interview[];
  readonly #statements = new Map<string, Statement>();
  readonly #speakers: readonly Speaker[];

  /** @throws RangeError when two interviews or two statements share an id. */
  constructor(interviews: readonly Interview[]) {
    this.interviews = Object.freeze([...interviews].sort((a, b) => (a.id < b.id ? -1 : 1)));
    const seen = new Set<string>();
    for (const interview of this.interviews) {
      if (seen.has(interview.id)) throw new RangeError(`two interviews are called ${interview.id}`);
      seen.add(interview.id);
      for (const statement of interview.statements) {
        if (this.#statements.has(statement.id)) {
          throw new RangeError(`two statements share the id ${statement.id}`);
        }
        this.#statements.set(statement.id, statement);
      }
    }
    this.#speakers = speakersOf(this.#statements.values());
  }

  /** Every statement, narration and questions too, interview by interview, in order. */
  *statements(): Generator<Statement> {
    for (const interview of this.interviews) yield* interview.statements;
  }

  get statementCount(): number {
    return this.#statements.size;
  }

  lookUp(typed: string): Lookup {
    const id = parseStatementId(typed);
    if (id === null) return { found: "malformed" };
    const statement = this.#statements.get(id);
    return statement ? { found: "statement", statement } : { found: "gone", id };
  }

  interview(id: string): Interview | undefined {
    return this.interviews.find((interview) => interview.id === id);
  }

  /** Everyone who speaks, each name once, the most talkative first. */
  speakers(): readonly Speaker[] {
    return this.#speakers;
  }
}

function speakersOf(statements: Iterable<Statement>): readonly Speaker[] {
  const turns = new Map<string, { speaker: Speaker; count: number }>();
  for (const { speaker } of statements) {
    if (!speaker) continue;
    const entry = turns.get(speaker.name) ?? { speaker, count: 0 };
    entry.count += 1;
    turns.set(speaker.name, entry);
  }
  return [...turns.values()].sort((a, b) => b.count - a.count).map(({ speaker }) => speaker);
}
