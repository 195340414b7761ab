import type { Archive } from "../transcript/archive.ts";
import type { Grade, Interview } from "../transcript/interview.ts";
import { costOf } from "./block-cost.ts";
import { notice } from "./notices.ts";
import type { Block, Reply } from "./reply.ts";
import type { Surface } from "./surface.ts";
import type { InterviewsView, View } from "./view.ts";

/** What the heading and the last line may cost on every page. */
const ROOM_FOR_FRAME = 400;

/** Entries a page: Discord allows 40 components in a message, and an entry takes two. */
const MOST_ENTRIES = 12;

/** Long lists of names or topics would bury the interview itself, or not fit a message at all. */
const MOST_NAMES = 12;
const MOST_UNITS_OF_NAMES = 400;

const GRADES: Readonly<Record<Grade, string>> = {
  full: "full, with every word that was said",
  clean: "clean, without stumbles and fillers",
  automatic: "automatic, made by a machine and read over by nobody",
};

/** The interviews there are, as many a page as fit. */
export function openInterviews(view: InterviewsView, archive: Archive, surface: Surface): Reply {
  const { interviews } = archive;
  const entries = interviews.map(describe);
  const starts = pageStarts(entries, surface);
  const number = Math.max(
    0,
    starts.findLastIndex((start) => start <= view.at),
  );
  const from = starts[number] ?? 0;
  const to = starts[number + 1] ?? interviews.length;
  const count = interviews.length === 1 ? "One interview" : `${interviews.length} interviews`;
  const pages = starts.length > 1 ? `, ${from + 1}–${to} on this page` : "";
  const at = (page: number): View | null => {
    const start = starts[page];
    return start === undefined ? null : { show: "interviews", at: start };
  };
  return {
    ...notice(
      [
        { block: "heading", text: `${count}${pages}` },
        ...entries.slice(from, to).flat(),
        { block: "note", text: "Ask with /ask, browse with /topic, look words up with /quote." },
      ],
      interviews.length > 0 ? "answer" : "none",
    ),
    actions:
      starts.length > 1
        ? [
            { name: "previous", label: "Previous page", view: at(number - 1) },
            { name: "next", label: "Next page", view: at(number + 1) },
          ]
        : [],
    view: { show: "interviews", at: from },
  };
}

function describe(interview: Interview): readonly Block[] {
  const { id, title, speakers, statements, topics, source, url, media, grade, format } = interview;
  const narration = statements.filter(({ kind }) => kind === "narration").length;
  return [
    { block: "byline", name: title, detail: "" },
    {
      block: "list",
      items: [
        `Speakers: ${someOf(speakers.map(({ name }) => name))}`,
        `Statements and questions: ${statements.length - narration}; paragraphs of narration: ${narration}`,
        ...(topics.length > 0 ? [`Topics: ${someOf(topics.map(({ name }) => name))}`] : []),
        `File: ${source.file.name}, ${source.lineCount} ${source.lineCount === 1 ? "line" : "lines"}, ${format}; interview id: ${id}`,
        ...(grade === null ? [] : [`Transcript: ${GRADES[grade]}`]),
        ...(url === null ? [] : [`Published at: ${url}`]),
        ...(media === null ? [] : [`Recording: ${media}`]),
      ],
    },
  ];
}

function someOf(names: readonly string[]): string {
  const [first, ...others] = names;
  if (first === undefined) return "none";
  let shown = first;
  let count = 1;
  for (const name of others) {
    if (count === MOST_NAMES || shown.length + name.length > MOST_UNITS_OF_NAMES) break;
    shown += `, ${name}`;
    count += 1;
  }
  return count < names.length ? `${shown} and ${names.length - count} more` : shown;
}

function pageStarts(entries: readonly (readonly Block[])[], surface: Surface): readonly number[] {
  const starts: number[] = [];
  let room = 0;
  entries.forEach((entry, index) => {
    const cost = costOf(entry, surface);
    if (index === 0 || cost > room || index - (starts.at(-1) ?? 0) >= MOST_ENTRIES) {
      starts.push(index);
      room = surface.capacity - ROOM_FOR_FRAME;
    }
    room -= cost;
  });
  return starts;
}
