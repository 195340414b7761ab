import { buildSearch } from "../../src/search/statement-search.ts";
import { Archive } from "../../src/transcript/archive.ts";
import { quantile } from "../measures.ts";
import { seededRandom, withTypo } from "../typos.ts";
import type { Report } from "./report.ts";
import type { BenchOptions } from "./run-cell.ts";
import { cycled, interviewOfTurns, readSpeech, withTopics } from "./speech-archive.ts";

const NAMES = 40;
const CHOICES = 25;

/**
 * What Discord asks for at each key: topics for the beginnings of a name, one letter longer each time, and
 * statements for the beginnings of a quote, one word longer each time; every second one with a typo.
 */
export async function bench({ folder, sizes }: BenchOptions): Promise<Report> {
  const speech = await readSpeech(folder);
  const rows = [];
  for (const size of sizes) {
    const conversations = cycled(speech, size);
    const interviews = conversations.map((conversation) =>
      withTopics(interviewOfTurns(conversation), conversation),
    );
    const archive = new Archive(interviews);
    const search = buildSearch(archive);
    const random = seededRandom(3);
    const pick = <T>(values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)];
    const names = interviews.flatMap(({ topics }) => topics.map(({ name }) => name));
    const typedNames = Array.from({ length: NAMES }, (_, at) =>
      at % 2 === 0 ? (pick(names) ?? "") : withTypo(pick(names) ?? "", random),
    ).flatMap((name) => Array.from({ length: name.length }, (_, end) => name.slice(0, end)));
    const typedQuotes = Array.from({ length: NAMES }, (_, at) => {
      const text = pick(pick(conversations)?.turns ?? [])?.text ?? "";
      return at % 2 === 0 ? text : withTypo(text, random);
    }).flatMap((text) => {
      const words = text.split(" ").slice(0, 12);
      return words.map((_, end) => words.slice(0, end + 1).join(" "));
    });
    const topics = timed(typedNames, (typed) => search.completeTopics(typed, CHOICES));
    const quotes = timed(typedQuotes, (text) => search.quote({ text, limit: CHOICES }));
    rows.push({ name: `${size} (${names.length} topics)`, cells: [...topics, ...quotes] });
  }
  return {
    title: "Autocomplete, this project by number of statements: ms a key",
    columns: ["topic p50", "topic p99", "quote p50", "quote p99"],
    rows,
    digits: 3,
  };
}

/** By text the quickest of three rounds, after one to warm up: what else the machine does isn't the search's. */
function timed(
  typed: readonly string[],
  run: (text: string) => unknown,
): readonly [p50: number, p99: number] {
  const rounds = [0, 1, 2, 3].map(() =>
    typed.map((text) => {
      const from = performance.now();
      run(text);
      return performance.now() - from;
    }),
  );
  const quickest = typed.map((_, at) => Math.min(...rounds.slice(1).map((times) => times[at] ?? 0)));
  return [quantile(quickest, 0.5), quantile(quickest, 0.99)];
}
