import { keyphraseTopics } from "../search/keyphrases/keyphrase-topics.ts";
import { type CharacterKind, coverageOf } from "../transcript/coverage.ts";
import type { AttributionBasis, Grade, Role, Statement } from "../transcript/interview.ts";
import type { ReadTranscript } from "../transcript/read-interview.ts";

/** What reading a transcript came to; with `--json` it is printed as it is, so its shape is a contract. */
export interface InterviewReport {
  readonly id: string;
  readonly title: string;
  readonly format: string;
  readonly language: string;
  readonly grade: Grade | null;
  readonly statements: Readonly<Record<Statement["kind"], number>>;
  readonly questions: {
    /** Quoted and reported ones, and what a guest asks back and is told. */
    readonly asked: number;
    /** Those of them that something answers. */
    readonly answered: number;
    /** Statements that answer one. */
    readonly answers: number;
  };
  readonly speakers: readonly { readonly name: string; readonly role: Role; readonly statements: number }[];
  /** How many statements and questions have their speaker from what. */
  readonly attributions: Readonly<Partial<Record<AttributionBasis, number>>>;
  readonly uncertain: readonly UncertainStatement[];
  readonly topics: readonly { readonly name: string; readonly statements: number }[];
  /** `text` for what the text itself shows, where the yaml names none; null where that would take too long. */
  readonly topicsFrom: "yaml" | "text" | null;
  /** The share of the file's characters that is of each kind; together they are 1. */
  readonly coverage: Readonly<Record<CharacterKind, number>>;
}

/** A statement whose speaker was inferred. */
export interface UncertainStatement {
  readonly id: string;
  readonly line: number;
  readonly column: number;
  readonly speaker: string | null;
  readonly attribution: AttributionBasis;
}

const INFERRED: ReadonlySet<AttributionBasis> = new Set(["pronoun", "turn-taking"]);

/** Longer texts are read for topics when somebody asks for them, not by the way. */
const MOST_READ_FOR_TOPICS = 300_000;

export function reportOf({ interview, labels }: ReadTranscript): InterviewReport {
  const { id, title, format, language, grade, statements, source } = interview;
  const kinds = { statement: 0, question: 0, narration: 0 };
  const attributions: Partial<Record<AttributionBasis, number>> = {};
  const asked = new Set<number>();
  const answered = new Set<number>();
  const spoken = new Map(interview.speakers.map(({ name }) => [name, 0]));
  let answers = 0;
  for (const { index, kind, attribution, asks, answersIndex, speaker } of statements) {
    kinds[kind] += 1;
    if (kind === "question" || (kind === "narration" && asks)) asked.add(index);
    if (answersIndex !== null) {
      // A guest's counter-question is one too, where somebody replies.
      asked.add(answersIndex);
      answered.add(answersIndex);
      answers += 1;
    }
    if (!speaker) continue;
    attributions[attribution] = (attributions[attribution] ?? 0) + 1;
    spoken.set(speaker.name, (spoken.get(speaker.name) ?? 0) + 1);
  }
  const curated = interview.topics.length > 0;
  const reads = !curated && source.text.length <= MOST_READ_FOR_TOPICS;
  const topics = reads ? keyphraseTopics(interview) : interview.topics;
  return {
    id,
    title,
    format,
    language,
    grade,
    statements: kinds,
    questions: { asked: asked.size, answered: answered.size, answers },
    speakers: interview.speakers.map(({ name, role }) => ({ name, role, statements: spoken.get(name) ?? 0 })),
    attributions,
    uncertain: statements.filter(({ attribution }) => INFERRED.has(attribution)).map(placed),
    topics: topics.map((topic) => ({ name: topic.name, statements: topic.statements.length })),
    topicsFrom: curated ? "yaml" : reads ? "text" : null,
    coverage: sharesOf(coverageOf(interview, labels)),
  };
}

function placed({ id, interview, spans, speaker, attribution }: Statement): UncertainStatement {
  const { line, column } = interview.source.positionAt(spans[0]?.start ?? 0);
  return { id, line, column, speaker: speaker?.name ?? null, attribution };
}

function sharesOf(counts: Readonly<Record<CharacterKind, number>>): Readonly<Record<CharacterKind, number>> {
  const all = Math.max(
    1,
    Object.values(counts).reduce((sum, count) => sum + count, 0),
  );
  const share = (kind: CharacterKind) => counts[kind] / all;
  return {
    speech: share("speech"),
    question: share("question"),
    narration: share("narration"),
    label: share("label"),
    markup: share("markup"),
  };
}
