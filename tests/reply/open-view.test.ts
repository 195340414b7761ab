import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { deskFor } from "../../src/command/desk.ts";
import { discordSurface } from "../../src/discord/discord-surface.ts";
import { costOf } from "../../src/reply/block-cost.ts";
import { openView } from "../../src/reply/open-view.ts";
import type { Block, Reply } from "../../src/reply/reply.ts";
import type { Surface } from "../../src/reply/surface.ts";
import { topicReference } from "../../src/reply/topic-reference.ts";
import type { ContextView, View } from "../../src/reply/view.ts";
import { promptSurface } from "../../src/terminal/surface.ts";
import type { Archive } from "../../src/transcript/archive.ts";
import { verbatimOf } from "../../src/transcript/interview.ts";
import { archiveOf, interviewOf, mayor } from "../search/archives.ts";

const GONE = "0000-0000-0000";
const cast =
  "speakers:\n  - { name: Mira Oduya, role: guest }\n  - { name: Interviewer, role: interviewer }\n";

/** Questions and answers of about so many units each. */
function interviewOfLengths(id: string, lengths: readonly (readonly [question: number, answer: number])[]) {
  const said = (units: number, at: number) => `w${at} `.repeat(Math.ceil(units / 4));
  const lines = lengths.flatMap(([question, answer], at) => [
    `“${said(question, at)}why?” I asked.`,
    `“${said(answer, at)}so,” Mira Oduya said.`,
  ]);
  const topics = `topics:\n  - { name: All, lines: ["1-${lines.length}"] }\n`;
  return interviewOf(id, lines.join("\n"), cast + topics);
}

const short = archiveOf(mayor());
const long = archiveOf(
  interviewOfLengths("long", [
    [40, 40],
    [40, 16_000],
    [5000, 40],
    [40, 40],
  ]),
);

/** Ids of the statements, by the line they begin on. */
function idsOf(archive: Archive): ReadonlyMap<number, string> {
  return new Map([...archive.statements()].map(({ id, lines: [first] }) => [first, id]));
}

function idOn(archive: Archive, line: number): string {
  const id = idsOf(archive).get(line);
  if (id === undefined) throw new Error(`no statement begins on line ${line}`);
  return id;
}

function open(
  archive: Archive,
  view: View,
  matches: readonly string[] = [],
  { asked = "", surface = discordSurface }: { asked?: string; surface?: Surface } = {},
): Reply {
  return openView(view, { ...deskFor(archive), surface, carried: { asked, matches } });
}

function inContext(archive: Archive, line: number, part = 0, back: ContextView["back"] = null): Reply {
  return open(archive, { show: "context", id: idOn(archive, line), part, back });
}

/** The lines that the quotes of a reply stand on. */
function quotedLines({ blocks }: Pick<Reply, "blocks">): readonly number[] {
  return blocks.flatMap((block) =>
    block.block === "quote" ? [block.verbatim.source.positionAt(block.verbatim.span.start).line] : [],
  );
}

function textsOf({ blocks }: Pick<Reply, "blocks">, kind: "note" | "heading" | "asked"): readonly string[] {
  return blocks.flatMap((block: Block) => (block.block === kind ? [block.text] : []));
}

/** Where a button leads; undefined when it isn't there. */
function wayOf(reply: Reply, name: string): View | null | undefined {
  return reply.actions.find((action) => action.name === name)?.view;
}

function expectGone(reply: Reply): void {
  expect(textsOf(reply, "heading")).toEqual(["This quote has changed or gone"]);
  expect(quotedLines(reply)).toEqual([]);
  expect(reply).toMatchObject({ quiet: true, view: null, actions: [], menu: null });
}

describe("one match", () => {
  const matches = [5, 3, 7].map((line) => idOn(short, line));

  it("is shown with the question it answers, what was asked for, and ways on", () => {
    const reply = open(short, { show: "match", at: 0, part: 0 }, matches, { asked: "how much" });
    // "How much does it cost?" is no question to show alone: what "it" is stands before it.
    expect(quotedLines(reply)).toEqual([3, 4, 5]);
    expect(textsOf(reply, "asked")).toEqual(["how much"]);
    expect(reply.actions.map(({ name }) => name)).toEqual(["earlier", "later", "next", "receipt"]);
    expect(wayOf(reply, "next")).toEqual({ show: "match", at: 1, part: 0 });
    expect(wayOf(reply, "earlier")).toEqual({
      show: "context",
      id: idOn(short, 4),
      part: 0,
      back: { show: "match", at: 0, part: 0 },
    });
    expect(reply.menu).toMatchObject({ kind: "matches", back: { show: "match", at: 0, part: 0 } });
    expect(reply.menu?.choices.map(({ id, chosen }) => [id, chosen])).toEqual(
      matches.map((id, index) => [id, index === 0]),
    );
  });

  it("says which one it is when it isn't the first, and the last leads no further", () => {
    const reply = open(short, { show: "match", at: 2, part: 0 }, matches);
    expect(textsOf(reply, "note")).toContain("Match 3 of 3.");
    expect(wayOf(reply, "next")).toBeNull();
  });

  it("goes past matches that have gone", () => {
    const reply = open(short, { show: "match", at: 0, part: 0 }, [idOn(short, 5), GONE, idOn(short, 3)]);
    expect(wayOf(reply, "next")).toEqual({ show: "match", at: 2, part: 0 });
    expect(reply.menu?.choices[1]).toMatchObject({ id: GONE, label: "Changed or gone" });
  });

  it("is said to have gone when it has, when there is no such match, and when nothing is carried", () => {
    expectGone(open(short, { show: "match", at: 0, part: 0 }, [GONE]));
    expectGone(open(short, { show: "match", at: 3, part: 0 }, matches));
    expectGone(open(short, { show: "match", at: 0, part: 0 }, []));
    expectGone(open(short, { show: "match", at: 0, part: 0 }, ["no id at all"]));
  });

  it("is shown over parts when it is too long, the question before the first", () => {
    const id = idOn(long, 4);
    const first = open(long, { show: "match", at: 0, part: 0 }, [id]);
    expect(quotedLines(first)).toEqual([3, 4]);
    expect(textsOf(first, "note").join()).toMatch(/Part 1 of \d: the whole statement is too long/u);
    expect(wayOf(first, "previous-part")).toBeNull();
    expect(wayOf(first, "next-part")).toEqual({ show: "match", at: 0, part: 1 });
    const second = open(long, { show: "match", at: 0, part: 1 }, [id]);
    expect(quotedLines(second)).toEqual([4]);
    expect(wayOf(second, "previous-part")).toEqual({ show: "match", at: 0, part: 0 });
  });

  it("shows the last part for one beyond it", () => {
    const id = idOn(long, 4);
    const reply = open(long, { show: "match", at: 0, part: 99_999 }, [id]);
    const note = textsOf(reply, "note").join();
    const [, part, parts] = /Part (\d+) of (\d+)/u.exec(note) ?? [];
    expect(part).toBe(parts);
    expect(wayOf(reply, "next-part")).toBeNull();
  });

  it("leaves out a question that doesn't fit beside it, and says where to find it", () => {
    const reply = open(long, { show: "match", at: 0, part: 0 }, [idOn(long, 6)]);
    expect(quotedLines(reply)).toEqual([6]);
    expect(textsOf(reply, "note").join()).toContain("The question it answers is too long");
  });

  it("stands whole at a prompt, however long", () => {
    const reply = open(long, { show: "match", at: 0, part: 0 }, [idOn(long, 4)], { surface: promptSurface });
    expect(quotedLines(reply)).toEqual([3, 4]);
    expect(wayOf(reply, "next-part")).toBeUndefined();
  });
});

describe("a list", () => {
  const list = { show: "list", as: "found", at: 0, part: 0 } as const;

  it("is none when nothing is carried", () => {
    expectGone(open(short, list, []));
  });

  it("of one says so, and keeps its menu, which carries the match", () => {
    const reply = open(short, list, [idOn(short, 5)]);
    expect(textsOf(reply, "heading")).toEqual(["One statement found"]);
    expect(quotedLines(reply)).toEqual([3, 4, 5]);
    expect(reply.menu?.choices).toHaveLength(1);
    expect(reply.actions).toEqual([]);
  });

  it("of two shows both, in the order in which they match, with a divider between", () => {
    const reply = open(short, list, [idOn(short, 7), idOn(short, 3)]);
    expect(textsOf(reply, "heading")).toEqual(["2 statements found"]);
    expect(quotedLines(reply)).toEqual([6, 7, 2, 3]);
    expect(reply.blocks.filter(({ block }) => block === "divider")).toHaveLength(1);
  });

  it("of a question and its answer shows the question once", () => {
    expect(quotedLines(open(short, list, [idOn(short, 2), idOn(short, 3)]))).toEqual([2, 3]);
    const turned = open(short, list, [idOn(short, 3), idOn(short, 2)]);
    expect(quotedLines(turned)).toEqual([2, 3]);
    expect(textsOf(turned, "note")).toContain("Line 2 · Interviewer · question: stands above already.");
    expect(turned.menu?.choices).toHaveLength(2);
  });

  it.each([
    ["closest", "No statement answers this. The closest ones:"],
    ["similar", "Not sure which is meant. The closest statements:"],
    ["subject", "One statement on this"],
  ] as const)("of the %s says so", (as, heading) => {
    expect(textsOf(open(short, { ...list, as }, [idOn(short, 5)]), "heading")).toEqual([heading]);
  });

  it("of many is turned page by page, every statement on one of them, and back", () => {
    const archive = archiveOf(
      interviewOfLengths(
        "many",
        Array.from({ length: 30 }, () => [60, 400]),
      ),
    );
    const answers = Array.from({ length: 25 }, (_, at) => idOn(archive, 2 * at + 2));
    const lines: number[] = [];
    const visited: Reply[] = [];
    let view: View | null | undefined = list;
    while (view) {
      const reply: Reply = open(archive, view, answers);
      visited.push(reply);
      lines.push(...quotedLines(reply).filter((line) => line % 2 === 0));
      expect(reply.menu?.choices).toHaveLength(25);
      view = wayOf(reply, "next");
    }
    expect(lines).toEqual(Array.from({ length: 25 }, (_, at) => 2 * at + 2));
    expect(visited.length).toBeGreaterThan(3);
    visited.slice(1).forEach((reply, index) => {
      const back = wayOf(reply, "previous");
      expect(back && open(archive, back, answers)).toEqual(visited[index]);
    });
    expect(wayOf(visited[0] ?? open(archive, list), "previous")).toBeNull();
    expect(textsOf(visited[1] ?? open(archive, list), "note")[0]).toMatch(
      /^Showing \d+–\d+ of 25, page 2 of \d+\.$/u,
    );
  });

  it("opens the page that holds the one asked for, and the first for one beyond the end", () => {
    const archive = archiveOf(
      interviewOfLengths(
        "many",
        Array.from({ length: 30 }, () => [60, 400]),
      ),
    );
    const answers = Array.from({ length: 25 }, (_, at) => idOn(archive, 2 * at + 2));
    expect(quotedLines(open(archive, { ...list, at: 13 }, answers))).toContain(28);
    expect(quotedLines(open(archive, { ...list, at: 25 }, answers))).toContain(2);
  });

  it("leaves a line in the place of one that has gone", () => {
    const reply = open(short, list, [idOn(short, 5), GONE, idOn(short, 7)]);
    expect(quotedLines(reply)).toEqual([3, 4, 5, 6, 7]);
    expect(textsOf(reply, "note")).toContain("This quote has changed or gone since the message was sent.");
    expect(reply.menu?.choices.map(({ id }) => id)).toEqual([idOn(short, 5), GONE, idOn(short, 7)]);
    expect(reply.record.results).toHaveLength(2);
  });

  it("of nothing but gone ones quotes nothing", () => {
    const reply = open(short, list, [GONE, GONE.replaceAll("0", "1")]);
    expect(quotedLines(reply)).toEqual([]);
    expect(reply.record.results).toEqual([]);
  });

  it("gives a statement that is too long pages of its own, with ways through its parts", () => {
    const matches = [2, 4, 8].map((line) => idOn(long, line));
    const reply = open(long, { ...list, at: 1 }, matches);
    expect(quotedLines(reply)).toEqual([3, 4]);
    expect(reply.actions.map(({ name }) => name)).toEqual(["previous-part", "next-part", "previous", "next"]);
    expect(wayOf(reply, "next-part")).toEqual({ ...list, at: 1, part: 1 });
    expect(wayOf(reply, "next")).toEqual({ ...list, at: 2, part: 0 });
    const second = open(long, { ...list, at: 1, part: 1 }, matches);
    expect(quotedLines(second)).toEqual([4]);
    expect(wayOf(second, "previous")).toEqual({ ...list, at: 0, part: 0 });
  });
});

describe("a topic", () => {
  it("shows all of its statements over pages, in order, however many", () => {
    const archive = archiveOf(
      interviewOfLengths(
        "many",
        Array.from({ length: 30 }, () => [60, 300]),
      ),
    );
    const topic = topicReference("All", null);
    const lines = new Set<number>();
    let view: View | null | undefined = { show: "topic", topic, at: 0, part: 0 };
    while (view) {
      const reply: Reply = open(archive, view);
      expect(textsOf(reply, "heading")).toEqual(["All: 60 statements"]);
      expect(reply.menu?.kind).toBe("page");
      expect(reply.menu?.choices.length).toBeLessThanOrEqual(25);
      expect(reply.record.results).toHaveLength(60);
      for (const line of quotedLines(reply)) lines.add(line);
      view = wayOf(reply, "next");
    }
    expect([...lines]).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
  });

  it("of one statement says so and has nothing to turn", () => {
    const archive = archiveOf(
      interviewOf("one", "“Yes,” Mira Oduya said.", "topics: [{ name: Yes, lines: [1] }]"),
    );
    const reply = open(archive, { show: "topic", topic: topicReference("Yes", "one"), at: 0, part: 0 });
    expect(textsOf(reply, "heading")).toEqual(["Yes: one statement"]);
    expect(reply.actions).toEqual([]);
  });

  it("that is gone is said to be", () => {
    expectGone(open(short, { show: "topic", topic: "0123456789ab", at: 0, part: 0 }));
  });

  it("offers no more than a menu takes, at a surface that shows more", () => {
    const archive = archiveOf(
      interviewOfLengths(
        "many",
        Array.from({ length: 30 }, () => [20, 20]),
      ),
    );
    const surface = { ...promptSurface, statementsPerPage: Number.POSITIVE_INFINITY };
    const view = { show: "topic", topic: topicReference("All", null), at: 0, part: 0 } as const;
    const reply = open(archive, view, [], { surface });
    expect(quotedLines(reply)).toHaveLength(60);
    expect(reply.menu?.choices).toHaveLength(25);
  });
});

describe("a statement in its context", () => {
  it("stands between its neighbours, its question not twice", () => {
    const reply = inContext(short, 3);
    expect(quotedLines(reply)).toEqual([2, 3, 4]);
    expect(textsOf(reply, "note")).toContain("Statement 3 of 8 in this interview.");
    expect(reply.actions.map(({ name }) => name)).toEqual(["earlier", "later", "receipt"]);
  });

  it("leads back to where the reader came from, and keeps that way while walking on", () => {
    const back = { show: "list", as: "found", at: 2, part: 0 } as const;
    const reply = inContext(short, 3, 0, back);
    expect(wayOf(reply, "back")).toEqual(back);
    expect(wayOf(reply, "later")).toMatchObject({ id: idOn(short, 4), back });
  });

  it("has nothing before the first statement and nothing after the last", () => {
    const first = inContext(short, 1);
    expect(quotedLines(first)).toEqual([1, 2]);
    expect(wayOf(first, "earlier")).toBeNull();
    const last = inContext(short, 8);
    expect(quotedLines(last)).toEqual([7, 8]);
    expect(wayOf(last, "later")).toBeNull();
  });

  it("says of narration that nobody spoke it", () => {
    const reply = inContext(short, 8);
    expect(reply.blocks).toContainEqual({
      block: "byline",
      name: "Narration",
      detail: "– the author’s words, not speech",
    });
  });

  it("offers the exchange, or the matches where there are any", () => {
    expect(inContext(short, 3).menu).toMatchObject({
      kind: "exchange",
      choices: [{ id: idOn(short, 1) }, { id: idOn(short, 2) }, { id: idOn(short, 3), chosen: true }],
    });
    const matches = [idOn(short, 7)];
    const view = { show: "context", id: idOn(short, 3), part: 0, back: null } as const;
    expect(open(short, view, matches).menu).toMatchObject({ kind: "matches", choices: [{ id: matches[0] }] });
  });

  it("leaves neighbours that don't fit to their buttons, and says so", () => {
    const reply = inContext(long, 5 - 2);
    // The question before the long answer: the answer is left to “Later”.
    expect(quotedLines(reply)).toEqual([2, 3]);
    expect(textsOf(reply, "note").join()).toContain(
      "What comes right after is too long to stand here: press Later",
    );
    const after = inContext(long, 7);
    expect(quotedLines(after)).toEqual([6, 7, 8]);
    const answer = inContext(long, 6);
    expect(textsOf(answer, "note").join()).toContain("The question it answers is too long");
  });

  it("shows what comes before with its first part only, and what comes after with its last", () => {
    const parts: (readonly number[])[] = [];
    const notes: string[] = [];
    let view: View | null | undefined = { show: "context", id: idOn(long, 4), part: 0, back: null };
    while (view) {
      const reply: Reply = open(long, view);
      parts.push(quotedLines(reply));
      notes.push(textsOf(reply, "note").join());
      view = wayOf(reply, "next-part");
    }
    expect(parts.length).toBeGreaterThan(2);
    expect(parts[0]).toEqual([3, 4]);
    for (const between of parts.slice(1, -1)) expect(between).toEqual([4]);
    for (const note of notes.slice(0, -1)) expect(note).not.toContain("What comes right after");
    for (const note of notes.slice(1)) expect(note).not.toContain("What comes right before");
    expect(parts.at(-1)?.[0]).toBe(4);
  });

  it("is said to have changed or gone when its id names nothing now, or is none", () => {
    expectGone(open(short, { show: "context", id: GONE, part: 0, back: null }));
    expectGone(open(short, { show: "context", id: "", part: 0, back: null }));
  });

  it("offers of a long exchange the 25 around the statement on show", () => {
    const paragraphs = Array.from({ length: 40 }, (_, at) =>
      at % 2 === 0 ? `“So ${at},” Mira Oduya said.` : `“Yes ${at},” Mira’s brother said.`,
    );
    const archive = archiveOf(interviewOf("crowd", ["“Well?” I asked.", ...paragraphs].join("\n"), cast));
    const [exchange] = archive.interviews[0]?.exchanges ?? [];
    expect((exchange?.last ?? 0) - (exchange?.first ?? 0)).toBe(40);
    const choices = (line: number) => inContext(archive, line).menu?.choices ?? [];
    for (const line of [1, 20, 41]) {
      expect(choices(line)).toHaveLength(25);
      expect(
        choices(line)
          .filter(({ chosen }) => chosen)
          .map(({ id }) => id),
      ).toEqual([idOn(archive, line)]);
    }
  });
});

describe("the interviews", () => {
  const sixty = archiveOf(
    ...Array.from({ length: 60 }, (_, at) =>
      interviewOf(`interview-${String(at).padStart(2, "0")}`, "“Yes,” Mira Oduya said.\nShe left.", cast),
    ),
  );

  it("are listed over pages, each once, in order, and back again", () => {
    const titles: string[] = [];
    const visited: Reply[] = [];
    let view: View | null | undefined = { show: "interviews", at: 0 };
    while (view) {
      const reply: Reply = open(sixty, view);
      visited.push(reply);
      titles.push(...reply.blocks.flatMap((block) => (block.block === "byline" ? [block.name] : [])));
      view = wayOf(reply, "next");
    }
    expect(titles).toEqual(sixty.interviews.map(({ title }) => title));
    expect(visited.length).toBeGreaterThan(4);
    visited.slice(1).forEach((reply, index) => {
      const back = wayOf(reply, "previous");
      expect(back && open(sixty, back)).toEqual(visited[index]);
    });
    expect(textsOf(visited[0] ?? open(sixty, { show: "interviews", at: 0 }), "heading")[0]).toMatch(
      /^60 interviews, 1–\d+ on this page$/u,
    );
  });

  it("open at the page that holds the one asked for", () => {
    const reply = open(sixty, { show: "interviews", at: 59 });
    expect(reply.blocks.some((block) => block.block === "byline" && block.name === "interview 59")).toBe(
      true,
    );
    expect(wayOf(reply, "next")).toBeNull();
  });

  it("are counted: statements and narration, speakers and topics", () => {
    const reply = open(short, { show: "interviews", at: 0 });
    expect(textsOf(reply, "heading")).toEqual(["One interview"]);
    expect(reply.actions).toEqual([]);
    expect(reply.blocks).toContainEqual({
      block: "list",
      items: [
        "Speakers: Anna Berg, Interviewer",
        "Statements and questions: 5; paragraphs of narration: 3",
        "Topics: Tram line, Library",
        "File: mayor.txt, 8 lines, article; interview id: mayor",
      ],
    });
  });

  it("name as many people and topics as fit, and count the rest", () => {
    const people = Array.from({ length: 30 }, (_, at) => `Person ${"*".repeat(60)} ${at}`);
    const interview = interviewOf(
      "crowd",
      people.map((_name, at) => `“Yes,” Mx${at} Person said.`).join("\n"),
      JSON.stringify({
        speakers: people.map((name, at) => ({ name, aliases: [`Mx${at} Person`], role: "guest" })),
        topics: people.map((name, at) => ({ name, lines: [at + 1] })),
      }),
    );
    const reply = open(archiveOf(interview), { show: "interviews", at: 0 });
    const items = reply.blocks.flatMap((block) => (block.block === "list" ? block.items : []));
    for (const item of [items[0], items[2]]) {
      expect(item).toMatch(/and 2\d more$/u);
      expect(item?.length).toBeLessThan(500);
    }
  });

  it("are none where there are none", () => {
    expect(open(archiveOf(), { show: "interviews", at: 0 }).record.outcome).toBe("none");
  });
});

it("shows the same words as the statement has, in every view", () => {
  for (const statement of short.statements()) {
    const reply = open(short, { show: "context", id: statement.id, part: 0, back: null });
    const quotes = reply.blocks.flatMap((block) => (block.block === "quote" ? [block.verbatim.text] : []));
    expect(quotes).toContain(verbatimOf(statement).text);
  }
});

describe("a receipt", () => {
  const view = { show: "receipt", id: idOn(short, 5), part: 0 } as const;

  it("is one press away from every statement that is shown by itself", () => {
    const matches = [idOn(short, 5)];
    expect(wayOf(open(short, { show: "match", at: 0, part: 0 }, matches), "receipt")).toEqual(view);
    expect(wayOf(inContext(short, 5), "receipt")).toEqual(view);
    expect(wayOf(open(short, { show: "list", as: "found", at: 0, part: 0 }, matches), "receipt")).toBe(
      undefined,
    );
  });

  it("shows the words, their hashes and where they stand, and nothing of what was asked", () => {
    const reply = open(short, view, [idOn(short, 3)], { asked: "how much" });
    // With what stands beside them wherever else they are shown.
    const match = open(short, { show: "match", at: 0, part: 0 }, [idOn(short, 5)]);
    expect(quotedLines(reply)).toEqual(quotedLines(match));
    expect(quotedLines(reply)).toContain(5);
    expect(textsOf(reply, "asked")).toEqual([]);
    expect(reply).toMatchObject({ view, actions: [], menu: null, quiet: false });
    const figures = reply.blocks.flatMap((block) => (block.block === "list" ? block.items : [])).join("\n");
    const { source, statements } = mayor();
    const words = verbatimOf(statements.find(({ lines: [first] }) => first === 5) ?? raise()).text;
    expect(figures).toContain(`file: ${source.file.sha256}`);
    expect(figures).toContain(createHash("sha256").update(words).digest("hex"));
    expect(figures).toContain(`From ${source.text.indexOf(words)} up to`);
  });

  it("of a statement too long for one page has parts, each with the figures", () => {
    const first = open(long, { show: "receipt", id: idOn(long, 4), part: 0 });
    expect(wayOf(first, "next-part")).toEqual({ show: "receipt", id: idOn(long, 4), part: 1 });
    const last = open(long, { show: "receipt", id: idOn(long, 4), part: 99_999 });
    for (const { blocks } of [first, last]) {
      expect(costOf(blocks, discordSurface)).toBeLessThanOrEqual(discordSurface.capacity);
      expect(blocks.filter(({ block }) => block === "list")).toHaveLength(1);
    }
  });

  it("of a statement that has gone is none", () => {
    expectGone(open(short, { show: "receipt", id: GONE, part: 0 }));
  });
});

describe("a statement whose interview was published", () => {
  const archive = archiveOf(
    interviewOf("there", "“When?” I asked.\n“In March,” Ada Fern said.\n", "url: https://news.example/a"),
  );
  const linksOf = ({ blocks }: Reply) => blocks.filter(({ block }) => block === "link");
  const link = {
    block: "link",
    label: "Published source, line 2",
    url: "https://news.example/a#:~:text=In%20March%2C%E2%80%9D%20Ada%20Fern%20said",
  };

  it("is linked to wherever it is shown, and its neighbours aren’t", () => {
    const id = idOn(archive, 2);
    expect(linksOf(open(archive, { show: "match", at: 0, part: 0 }, [id]))).toEqual([link]);
    expect(linksOf(open(archive, { show: "context", id, part: 0, back: null }))).toEqual([link]);
    expect(linksOf(open(archive, { show: "receipt", id, part: 0 }))).toEqual([link]);
    expect(linksOf(open(archive, { show: "list", as: "found", at: 0, part: 0 }, [id]))).toEqual([link]);
  });

  it("has no link where nobody said where", () => {
    expect(linksOf(inContext(short, 5))).toEqual([]);
  });
});

function raise(): never {
  throw new Error("there is no such statement");
}
