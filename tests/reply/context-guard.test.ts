import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deskFor } from "../../src/command/desk.ts";
import { discordSurface } from "../../src/discord/discord-surface.ts";
import { checkMessageLimits } from "../../src/discord/message-limits.ts";
import { renderMessage } from "../../src/discord/render-message.ts";
import { needsOf, shownWith } from "../../src/reply/context-guard.ts";
import { openView } from "../../src/reply/open-view.ts";
import type { Reply } from "../../src/reply/reply.ts";
import { statementRecord } from "../../src/reply/statement-record.ts";
import type { Surface } from "../../src/reply/surface.ts";
import { topicReference } from "../../src/reply/topic-reference.ts";
import type { View } from "../../src/reply/view.ts";
import { promptSurface } from "../../src/terminal/surface.ts";
import { Archive } from "../../src/transcript/archive.ts";
import { extentOf, type Interview, type Statement, verbatimOf } from "../../src/transcript/interview.ts";
import { archiveOf, bundledArchive, interviewOf } from "../search/archives.ts";
import { hostileInterviews } from "./hostile-interviews.ts";

const bundled = await bundledArchive();

function onLine(archive: Archive, line: number): Statement {
  const found = [...archive.statements()].find(({ lines: [first] }) => first === line);
  if (!found) throw new Error(`no statement begins on line ${line}`);
  return found;
}

/** What a statement needs, as "18: short-answer". */
function needs(statement: Statement): { before: readonly string[]; after: readonly string[] } {
  const { before, after } = needsOf(statement);
  const told = (list: typeof before) => list.map((need) => `${need.statement.lines[0]}: ${need.reason}`);
  return { before: told(before), after: told(after) };
}

/** The statements of a reply's quotes, by the line they begin on, in the order of the page. */
function quotedLines({ blocks }: Pick<Reply, "blocks">): readonly number[] {
  return blocks.flatMap((block) =>
    block.block === "quote" ? [block.verbatim.source.positionAt(block.verbatim.span.start).line] : [],
  );
}

function notesOf({ blocks }: Pick<Reply, "blocks">): string {
  return blocks.flatMap((block) => (block.block === "note" ? [block.text] : [])).join("\n");
}

function open(
  archive: Archive,
  view: View,
  ids: readonly string[] = [],
  surface: Surface = discordSurface,
): Reply {
  return openView(view, { ...deskFor(archive), surface, carried: { asked: "", matches: ids } });
}

function asMatch(archive: Archive, line: number, surface?: Surface): Reply {
  return open(archive, { show: "match", at: 0, part: 0 }, [onLine(archive, line).id], surface);
}

/** The lines of an article about a guest, Mira Oduya. */
function talk(...lines: readonly string[]): Archive {
  return archiveOf(
    interviewOf(
      "talk",
      lines.join("\n"),
      "speakers:\n  - { name: Mira Oduya, role: guest }\n  - { name: Interviewer, role: interviewer }\n",
    ),
  );
}

describe("in the bundled interview", () => {
  it.each([
    ["“I’m completely ready, otherwise why have these weapons? But only if", 25, ["24: reference"]],
    ["“No. He didn’t call me.", 19, ["18: short-answer"]],
    ["“Never. Neither he, nor", 12, ["11: short-answer"]],
    ["“Rubbish,” Lukashenko replied.", 7, ["6: short-answer"]],
    ["“Because Belarusian territory was used", 15, ["14: short-answer"]],
    ["He denies that.", 30, ["29: reference"]],
    ["That comment reflects", 20, ["18: short-answer", "19: reference"]],
    ["“And if the reports are confirmed?”", 8, ["6: follow-up"]],
  ])("%s isn’t shown alone", (words, line, before) => {
    const statement = onLine(bundled, line);
    expect(verbatimOf(statement).text.startsWith(words)).toBe(true);
    expect(needs(statement).before).toEqual(before);
    const lines = before.map((need) => Number.parseInt(need, 10));
    const list = { show: "list", as: "found", at: 0, part: 0 } as const;
    for (const surface of [discordSurface, promptSurface]) {
      expect(quotedLines(asMatch(bundled, line, surface))).toEqual([...lines, line]);
      expect(quotedLines(open(bundled, list, [statement.id], surface))).toEqual([...lines, line]);
      const inContext = open(
        bundled,
        { show: "context", id: statement.id, part: 0, back: null },
        [],
        surface,
      );
      expect(quotedLines(inContext)).toEqual(expect.arrayContaining([...lines, line]));
    }
  });

  it("a condition stays with what it is on", () => {
    const quotes = asMatch(bundled, 25).blocks.flatMap((block) =>
      block.block === "quote" ? [block.verbatim] : [],
    );
    expect(quotes.map(({ text }) => text)).toEqual([
      "“Are you ready to allow the use of nuclear weapons?”",
      "“I’m completely ready, otherwise why have these weapons? But only if the boot of one [foreign] soldier steps into Belarus. We have no plans to attack anyone.”",
    ]);
  });

  it("narration that is turned around goes on to what does it", () => {
    expect(needs(onLine(bundled, 29))).toEqual({ before: [], after: ["30: negation"] });
    expect(quotedLines(asMatch(bundled, 29))).toEqual([29, 30]);
    expect(needs(onLine(bundled, 27)).after).toEqual(["28: contrast"]);
  });

  it("the author’s “But” doesn’t turn a speaker’s words around", () => {
    expect(verbatimOf(onLine(bundled, 13)).text).toMatch(/^But Belarus/u);
    expect(needs(onLine(bundled, 12)).after).toEqual([]);
  });

  it("what is complete needs nothing, and its question brings what it needs itself", () => {
    for (const line of [1, 2, 5, 6, 11, 16, 18, 23, 24, 26, 31]) {
      expect([line, needs(onLine(bundled, line))]).toEqual([line, { before: [], after: [] }]);
    }
    // "Is Putin ready to use those weapons …?" follows line 21.
    expect(quotedLines(asMatch(bundled, 23))).toEqual([21, 22, 23]);
    expect(quotedLines(asMatch(bundled, 9))).toEqual([6, 8, 9]);
  });

  it("no more than two thirds of the statements carry anything, and none more than two others", () => {
    const carried = [...bundled.statements()].map((statement) => {
      const { before, after } = shownWith(statement);
      return before.length + after.length;
    });
    expect(carried.filter((count) => count > 0).length / carried.length).toBeLessThan(2 / 3);
    expect(Math.max(...carried)).toBe(2);
  });

  it("programs are told by id what a statement must not be quoted without", () => {
    const id = (line: number) => onLine(bundled, line).id;
    const told = (line: number) => statementRecord(onLine(bundled, line), 1).needs;
    expect(told(19)).toEqual([id(18)]);
    expect(told(25)).toEqual([id(24)]);
    expect(told(12)).toEqual([id(11)]);
    expect(told(27)).toEqual([id(26), id(28)]);
    expect(told(23)).toEqual([]);
  });
});

describe("what comes after", () => {
  it("is carried where the speaker goes on after the author, with what stands between", () => {
    const archive = talk(
      "“Will the crane be sold?” I asked.",
      "“We will sell the crane to the town next year,” Mira Oduya said.",
      "She looked out of the window.",
      "“But only if the council pays for it,” Mira Oduya said.",
    );
    expect(needs(onLine(archive, 2)).after).toEqual(["3: condition", "4: condition"]);
    expect(quotedLines(asMatch(archive, 2))).toEqual([1, 2, 3, 4]);
  });

  it("is carried where the author says that it was taken back", () => {
    const archive = talk(
      "“Was the crane paid for by the town?” I asked.",
      "“The harbour paid for the crane alone,” Mira Oduya said.",
      "She later denied that.",
    );
    expect(needs(onLine(archive, 2)).after).toEqual(["3: negation"]);
  });

  it("isn’t carried where someone else is answered", () => {
    const archive = talk(
      "“The harbour paid for the crane alone,” Mira Oduya said.",
      "“Really?” I asked.",
      "“No, the town gave half of it,” Mira Oduya said.",
    );
    expect(needs(onLine(archive, 1)).after).toEqual([]);
  });
});

describe("of languages that nothing is known of", () => {
  const german = archiveOf(
    interviewOf(
      "hafen",
      [
        "“Haben Sie den Kran verkauft?” I asked.",
        "“Nein,” Mira Oduya said.",
        "“Das war vor vielen Jahren, als der Hafen noch der Stadt gehörte,” Mira’s brother said.",
      ].join("\n"),
      "language: de\n",
    ),
  );

  it("short answers alone are recognised", () => {
    const [, short, long] = [...german.statements()];
    expect(short && needs(short).before.map((need) => need.split(": ")[1])).toEqual(["short-answer"]);
    expect(long && needs(long)).toEqual({ before: [], after: [] });
  });
});

describe("a statement too long for one page", () => {
  const sentence = (at: number) =>
    `The harbour master wrote report number ${at} about the crane for the town council. `;
  const filler = (count: number) => Array.from({ length: count }, (_, at) => sentence(at)).join("");

  /** Its parts, by pressing “Next part”. */
  function partsOf(archive: Archive, line: number): readonly Reply[] {
    const parts: Reply[] = [];
    let view: View | null | undefined = { show: "match", at: 0, part: 0 };
    while (view) {
      const reply: Reply = open(archive, view, [onLine(archive, line).id]);
      parts.push(reply);
      view = reply.actions.find(({ name }) => name === "next-part")?.view;
    }
    return parts;
  }

  function textsOf(replies: readonly Reply[], line: number): readonly string[] {
    return replies.map(({ blocks }) => {
      const quotes = blocks.flatMap((block) => (block.block === "quote" ? [block.verbatim] : []));
      return quotes.find(({ source, span }) => source.positionAt(span.start).line === line)?.text ?? "";
    });
  }

  it("isn’t divided right before the words that turn it around", () => {
    // The first page may end at any place: wherever the turn stands, it isn't cut off.
    for (let pad = 0; pad < 1500; pad += 15) {
      const said = `${filler(30)}${"x".repeat(pad)} We agree. But only if the town pays. ${filler(20)}That is all.`;
      const archive = talk("“What about the crane?” I asked.", `“${said}” Mira Oduya said.`);
      const parts = textsOf(partsOf(archive, 2), 2);
      expect(parts.length).toBeGreaterThan(1);
      expect(parts.join("")).toBe(`“${said}” Mira Oduya said.`);
      expect(parts.some((part) => part.includes("We agree. But only if the town pays."))).toBe(true);
    }
  });

  it("says so where it can’t be helped", () => {
    const said = `${"But only if the town pays. ".repeat(300)}That is all.`;
    const replies = partsOf(talk("“What about the crane?” I asked.", `“${said}” Mira Oduya said.`), 2);
    expect(notesOf(replies[0] as Reply)).toContain("It goes on with a condition: press Next part.");
    expect(notesOf(replies[1] as Reply)).toContain(
      "It begins with a condition on what stands before: press Previous part.",
    );
  });

  it("shows what it needs with its first part, and what turns it around with its last", () => {
    const archive = talk(
      "“Will you sell the crane?” I asked.",
      `“Never. ${filler(70)}” Mira Oduya said.`,
      "She smiled.",
      "“Unless the town pays for all of that,” Mira Oduya said.",
    );
    const replies = partsOf(archive, 2);
    expect(replies.length).toBeGreaterThan(1);
    expect(quotedLines(replies[0] as Reply)).toEqual([1, 2]);
    expect(quotedLines(replies.at(-1) as Reply)).toEqual([2, 3, 4]);
  });

  it("is divided to make room for the question it needs, where it would just fill a page", () => {
    const archive = talk("“Will you sell the crane?” I asked.", `“Never. ${filler(43)}” Mira Oduya said.`);
    const length = verbatimOf(onLine(archive, 2)).text.length;
    expect(length).toBeGreaterThan(3300);
    expect(length).toBeLessThan(3700);
    expect(quotedLines(asMatch(archive, 2))).toEqual([1, 2]);
  });

  it("says what doesn’t fit beside it, and which button leads there", () => {
    const archive = talk(
      `“${filler(60)}Will you sell the crane?” I asked.`,
      "“Never,” Mira Oduya said.",
      "She smiled.",
      `“Unless the town pays. ${filler(60)}” Mira Oduya said.`,
    );
    const reply = asMatch(archive, 2);
    expect(quotedLines(reply)).toEqual([2, 3]);
    expect(notesOf(reply)).toContain(
      "The question it answers is too long to stand here: open the context and press Earlier.",
    );
    expect(notesOf(reply)).toContain(
      "It goes on with a condition, too long to stand here: open the context and press Later.",
    );
  });
});

describe("on one page", () => {
  const list = { show: "list", as: "found", at: 0, part: 0 } as const;

  it("statements that need the same one show it once, and say where it stands", () => {
    const text = [
      "“Who paid for the crane of the harbour?” I asked.",
      "“The town,” Mira Oduya said.",
      "She looked out of the window for a while.",
      "“The council,” Mira Oduya said.",
      "The office of the harbour master is very old.",
    ].join("\n");
    const archive = archiveOf(interviewOf("talk", text, "corrections: [{ line: 4, answers: 1 }]\n"));
    const answers = [2, 5, 4].map((line) => onLine(archive, line));
    const reply = open(
      archive,
      list,
      answers.map(({ id }) => id),
    );
    expect(quotedLines(reply)).toEqual([1, 2, 5, 4]);
    expect(notesOf(reply)).toContain("What it follows stands above: line 1.");
  });

  it("what turns a statement around isn’t brought along where it stands next anyway", () => {
    const ids = [29, 30].map((line) => onLine(bundled, line).id);
    const reply = open(bundled, list, ids);
    expect(quotedLines(reply)).toEqual([29, 30]);
    expect(notesOf(reply)).not.toContain("stands above");
    expect(quotedLines(open(bundled, list, ids.toReversed()))).toEqual([29, 30]);
  });

  it("one that another has brought along stands there once, with what it needs itself", () => {
    const ids = [20, 19, 9, 8].map((line) => onLine(bundled, line).id);
    const reply = open(bundled, list, ids, promptSurface);
    expect(quotedLines(reply)).toEqual([18, 19, 20, 6, 8, 9]);
    expect(notesOf(reply)).toContain("Line 19 · Alexander Lukashenko: stands above already.");
    expect(notesOf(reply)).toContain("Line 8 · Interviewer · question: stands above already.");
  });

  it("there are never more components than a message takes, however much is carried", () => {
    const lines = Array.from({ length: 12 }, (_, at) => [
      `“Why did you sell crane number ${at}?” I asked.`,
      "“Why not?” Mira Oduya said.",
      "“Was that it?” I asked.",
      `“Yes ${at},” Mira Oduya said.`,
      "She smiled.",
      "“But only once,” Mira Oduya said.",
    ]).flat();
    const interview = interviewOf(
      "many",
      lines.join("\n"),
      `speakers: [{ name: Mira Oduya, role: guest }]\ntopics: [{ name: All, lines: ["1-${lines.length}"] }]\n`,
    );
    const archive = archiveOf(interview);
    const most = Math.max(
      ...interview.statements.map((one) => shownWith(one).before.length + shownWith(one).after.length),
    );
    expect(most).toBe(4);
    const heaviest = interview.statements.filter(
      (one) => shownWith(one).before.length + shownWith(one).after.length === most,
    );
    expect(heaviest.length).toBeGreaterThan(8);
    const ids = heaviest.map(({ id }) => id);
    const seen = new Set<number>();
    for (const first of [
      { show: "topic", topic: topicReference("All", null), at: 0, part: 0 },
      { show: "list", as: "found", at: 0, part: 0 },
    ] as const) {
      let view: View | null | undefined = first;
      while (view) {
        const reply: Reply = open(archive, view, ids);
        expectSound(reply);
        for (const line of quotedLines(reply)) seen.add(line);
        view = reply.actions.find(({ name }) => name === "next")?.view;
      }
    }
    expect(seen.size).toBe(lines.length);
  });
});

/** Within every limit, each quote an exact slice that no other quote on the page shares a character with. */
function expectSound(reply: Reply): void {
  for (const hidden of [false, true]) {
    checkMessageLimits(
      renderMessage(reply, { asker: "1100000000000000101", hidden, shared: !hidden }).components,
    );
  }
  const quotes = reply.blocks.flatMap((block) => (block.block === "quote" ? [block.verbatim] : []));
  quotes.forEach(({ source, span, text }, at) => {
    expect(text).toBe(source.text.slice(span.start, span.end));
    for (const other of quotes.slice(at + 1)) {
      const apart = other.source !== source || other.span.end <= span.start || span.end <= other.span.start;
      expect(apart).toBe(true);
    }
  });
}

describe("whatever an interview holds,", () => {
  function everyView(
    interviews: readonly Interview[],
    seed: number,
  ): readonly { view: View; ids: readonly string[] }[] {
    const statements = interviews.flatMap((interview) => interview.statements);
    const turned = statements.map(
      (_, at) => statements[(at * 7 + seed) % statements.length] ?? statements[0],
    );
    const ids = [...new Set(turned.map((statement) => statement?.id ?? ""))].slice(0, 25);
    const contexts = ids.map((id): View => ({ show: "context", id, part: 0, back: null }));
    const pages = ids.map((_, at): View => ({ show: "list", as: "found", at, part: 0 }));
    const matches = ids.map((_, at): View => ({ show: "match", at, part: 0 }));
    return [...contexts, ...pages, ...matches].map((view) => ({ view, ids }));
  }

  it("a page keeps within the limits, shows nothing twice and only what the source has, all parts of it", () => {
    fc.assert(
      fc.property(hostileInterviews, fc.nat({ max: 1000 }), (interviews, seed) => {
        const archive = new Archive(interviews);
        for (const { view, ids } of everyView(interviews, seed)) {
          let next: View | null | undefined = view;
          for (let part = 0; next && part < 3; part += 1) {
            const reply: Reply = open(archive, next, ids);
            expectSound(reply);
            next = reply.actions.find(({ name }) => name === "next-part")?.view;
          }
          expectSound(open(archive, view, ids, discordSurface));
        }
      }),
      { numRuns: 30 },
    );
  });

  it("what a statement needs stands before it or after it in the same interview, a few steps away at most", () => {
    fc.assert(
      fc.property(hostileInterviews, (interviews) => {
        for (const statement of interviews.flatMap((interview) => interview.statements)) {
          const { before, after } = needsOf(statement);
          const indices = [
            ...before.map((need) => need.statement),
            statement,
            ...after.map((need) => need.statement),
          ];
          expect(indices.map(({ index }) => index)).toEqual(
            [...new Set(indices.map(({ index }) => index))].sort((a, b) => a - b),
          );
          expect(indices.every(({ interview }) => interview === statement.interview)).toBe(true);
          expect(before.length).toBeLessThanOrEqual(2);
          expect(after.length).toBeLessThanOrEqual(2);
          expect(extentOf(statement).end).toBeGreaterThan(0);
        }
      }),
      { numRuns: 30 },
    );
  });
});
