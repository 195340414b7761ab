import type { Desk } from "../command/desk.ts";
import { resolveFilters } from "../command/resolve-filters.ts";
import { unansweredReply } from "../command/unanswered.ts";
import { openView } from "../reply/open-view.ts";
import type { Reply } from "../reply/reply.ts";
import { answerRecord } from "./answer-record.ts";
import type { ExitCode } from "./io.ts";
import { jsonLine } from "./json-line.ts";
import { linesOf } from "./lines.ts";
import type { SearchArguments } from "./parse-arguments.ts";
import { renderExplanation } from "./render-explanation.ts";
import { renderTerminal } from "./render-terminal.ts";
import { exitCodeOf, type Showing, showReply } from "./show-reply.ts";
import { plainStyle } from "./style.ts";
import { commandLineSurface } from "./surface.ts";
import { searchVerbs } from "./verbs.ts";

/** ask, quote and topic on the command line. */
export async function runSearch(typed: SearchArguments, desk: Desk, showing: Showing): Promise<ExitCode> {
  const { archive, search } = desk;
  const verb = searchVerbs[typed.verb];
  const resolved = resolveFilters(archive, typed);
  if (!resolved.ok) return refuse(resolved.reply, showing);
  const query = { ...resolved.filters, limit: typed.limit ?? verb.usualLimit };

  if (typed.text === undefined) {
    for await (const text of linesOf(showing.io.input)) {
      const answer = answerRecord(verb, search, { ...query, text }, showing.io, typed.explain);
      if (!(await showing.out.print(jsonLine(answer)))) break;
    }
    return 0;
  }
  if (typed.json) {
    const answer = answerRecord(verb, search, { ...query, text: typed.text }, showing.io, typed.explain);
    await showing.out.print(jsonLine(answer));
    if (answer.error !== undefined) return 2;
    return answer.outcome === "none" ? 1 : 0;
  }
  const reply = replyForPeople(typed, typed.text, desk, query);
  if (reply.quiet) return refuse(reply, showing);
  const explanation = typed.explain
    ? renderExplanation(search.explain({ ...query, text: typed.text }), archive, showing.style)
    : "";
  return showReply(reply, showing, moreMatches(reply) + explanation);
}

/** What Discord would show; or, where a limit was set or a filter the command doesn't have, a list. */
function replyForPeople(
  { verb: name, limit, speaker, interview }: SearchArguments,
  text: string,
  desk: Desk,
  filters: { readonly speaker?: string; readonly interview?: string; readonly limit: number },
): Reply {
  const { command, option, find, listedAs, wanting } = searchVerbs[name];
  const hasSpeaker = command.definition.options.some((one) => one.name === "speaker");
  if (limit === undefined && (speaker === undefined || hasSpeaker)) {
    return command.run({ [option]: text, speaker, interview }, desk, commandLineSurface);
  }
  const { outcome, confidence, matches } = find(desk.search, { ...filters, text });
  if (outcome === "none") return unansweredReply(text, wanting, desk, filters);
  const results = matches.slice(0, filters.limit);
  const reply = openView(
    { show: "list", as: outcome === "closest" ? "closest" : listedAs, at: 0, part: 0 },
    {
      ...desk,
      surface: commandLineSurface,
      carried: { asked: text, matches: results.map(({ statement }) => statement.id) },
    },
  );
  return { ...reply, record: { outcome, confidence, results } };
}

/** A prompt would offer the other matches as choices; here one has to know how to ask for them. */
function moreMatches({ view, carried: { matches } }: Reply): string {
  const more = matches.length - 1;
  if (view?.show !== "match" || more < 1) return "";
  const count = more === 1 ? "One more statement matches" : `${more} more statements match`;
  return `\n${count}: --limit ${matches.length} lists them all.\n`;
}

async function refuse(reply: Reply, { error }: Showing): Promise<ExitCode> {
  await error.print(renderTerminal(reply, plainStyle).text);
  return exitCodeOf(reply);
}
