import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { choiceLabel } from "../../src/command/choice-label.ts";
import type { Desk } from "../../src/command/desk.ts";
import { verbatimOf } from "../../src/transcript/interview.ts";
import { bundledArchive, composer, interviewOf, mayor } from "../search/archives.ts";
import { complete, deskOf, ownWordsOf, quotedLines, run } from "./desk.ts";

const desk = deskOf(mayor(), composer());
const empty = deskOf();
const bundled = deskOf(...(await bundledArchive()).interviews);

function idOn(line: number, from: Desk = desk, interview = "mayor"): string {
  const statement = from.archive
    .interview(interview)
    ?.statements.find(({ lines: [first] }) => first === line);
  if (!statement) throw new Error(`no statement begins on line ${line}`);
  return statement.id;
}

describe("every command", () => {
  it("stands in the list once, under its own name", () => {
    const names = commands.map(({ definition }) => definition.name);
    expect(names).toEqual(["ask", "quote", "verify", "topic", "context", "interviews"]);
  });

  it.each([
    ["ask", { question: "anything" }],
    ["quote", { text: "anything" }],
    ["topic", { name: "anything" }],
    ["interviews", {}],
  ])("says in an archive without interviews that there are none: /%s", (name, typed) => {
    const reply = run(name, typed, empty);
    expect(ownWordsOf(reply)).toContain("There are no interviews yet");
    expect(reply.record.outcome).toBe("none");
    expect(quotedLines(reply)).toEqual([]);
  });

  it("completes nothing for an option that offers no choices", () => {
    expect(complete("ask", "question", { question: "tram" }, desk)).toEqual([]);
    expect(complete("interviews", "hide", {}, desk)).toEqual([]);
  });
});

describe("/ask", () => {
  it("answers with the statement and the question it answers, the other matches behind it", () => {
    const reply = run("ask", { question: "Did Putin ever ask for Belarusian troops?" }, bundled);
    expect(reply.record.outcome).toBe("answer");
    expect(quotedLines(reply)).toEqual([11, 12]);
    expect(reply.carried.matches.length).toBeLessThanOrEqual(10);
    expect(reply.carried.matches).toEqual(reply.record.results.map(({ statement }) => statement.id));
    expect(reply.view).toEqual({ show: "match", at: 0, part: 0 });
  });

  it("offers at most three where none is sure to answer, and says so", () => {
    const reply = run("ask", { question: "tram violin volcano" }, desk);
    expect(reply.record.outcome).toBe("closest");
    expect(ownWordsOf(reply)).toContain("No statement answers this. The closest ones:");
    expect(reply.carried.matches.length).toBeLessThanOrEqual(3);
  });

  it("says that nothing answers it, with topics of the interview asked for", () => {
    const everywhere = run("ask", { question: "quantum chromodynamics" }, desk);
    expect(everywhere.record.outcome).toBe("none");
    expect(ownWordsOf(everywhere)).toContain("The interviews don’t answer this");
    expect(ownWordsOf(everywhere)).toContain("Library");
    const one = run("ask", { question: "quantum chromodynamics", interview: "composer" }, desk);
    expect(ownWordsOf(one)).toContain("The interview doesn’t answer this");
    expect(ownWordsOf(one)).not.toContain("Library");
  });

  it("keeps to its filters", () => {
    const reply = run("ask", { question: "What about the tram?", interview: "composer" }, desk);
    expect(reply.record.results.length).toBeGreaterThan(0);
    for (const { statement } of reply.record.results) expect(statement.interview.id).toBe("composer");
    expect(run("ask", { question: "tram", speaker: "Napoleon" }, desk)).toMatchObject({ quiet: true });
  });
});

describe("/quote", () => {
  it("finds words half remembered", () => {
    const reply = run("quote", { text: "brakes sing minor third" }, desk);
    expect(reply.record.outcome).toBe("answer");
    expect(quotedLines(reply)).toContain(3);
  });

  it("keeps to its filters, and says when nothing has such words", () => {
    const mine = run("quote", { text: "tram", speaker: "Anna Berg" }, desk);
    for (const { statement } of mine.record.results) expect(statement.speaker?.name).toBe("Anna Berg");
    const none = run("quote", { text: "zyzzyva" }, desk);
    expect(ownWordsOf(none)).toContain("The interviews don’t have words like these");
  });
});

describe("/topic", () => {
  it("shows a topic of several interviews, or of the one asked for", () => {
    const all = run("topic", { name: "Tram line" }, desk);
    expect(all.view?.show).toBe("topic");
    expect(all.record.results).toHaveLength(5);
    const one = run("topic", { name: "Tram line", interview: "composer" }, desk);
    expect(one.record.results).toHaveLength(1);
    expect(quotedLines(one)).toContain(3);
  });

  it("searches a subject nobody filed", () => {
    const reply = run("topic", { name: "neighbours" }, desk);
    expect(reply.view).toMatchObject({ show: "list", as: "subject" });
    expect(quotedLines(reply)).toContain(5);
  });

  it("offers topics as one types, of the interview that is filled in already", () => {
    const names = complete("topic", "name", { name: "" }, desk).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["Tram line", "Library", "Instruments"]));
    expect(new Set(names).size).toBe(names.length);
    const mine = complete("topic", "name", { name: "", interview: "composer" }, desk).map(({ name }) => name);
    expect([...mine].sort()).toEqual(["Instruments", "Tram line"]);
    expect(complete("topic", "name", { name: "", interview: "nothing like it" }, desk)).toHaveLength(
      names.length,
    );
  });

  it("finds every topic again by the choice it offers, whatever its name", () => {
    const odd = ["C# and @home", "> *bold*", "漢字", "a  b", "x".repeat(100)];
    const strange = deskOf(
      interviewOf(
        "strange",
        odd.map((_name, at) => `“Words about number ${at},” Mira Oduya said.`).join("\n"),
        JSON.stringify({ topics: odd.map((name, at) => ({ name, lines: [at + 1] })) }),
      ),
    );
    const choices = complete("topic", "name", { name: "" }, strange);
    expect(choices).toHaveLength(odd.length);
    for (const { value } of choices) {
      const { view } = run("topic", { name: value }, strange);
      expect(view, value).toMatchObject({ show: "topic" });
    }
  });
});

describe("/context", () => {
  it("opens a statement by its id, however it is typed", () => {
    const id = idOn(3);
    for (const typed of [id, id.toUpperCase(), ` ${id.replaceAll("-", " ")} `, id.replaceAll("-", "")]) {
      expect(run("context", { quote: typed }, desk).view).toMatchObject({ show: "context", id });
    }
  });

  it("says that a well-formed id names nothing now, and that anything else is none", () => {
    expect(ownWordsOf(run("context", { quote: "0000-0000-0000" }, desk))).toContain("has changed or gone");
    expect(ownWordsOf(run("context", { quote: "zyzzyva qwxyz" }, desk))).toContain("No quote has this id");
  });

  it("takes words for an id where they are a statement's beyond doubt", () => {
    const [first] = [...desk.archive.statements()].filter(({ kind }) => kind === "statement");
    const words = first ? verbatimOf(first).text : "";
    expect(run("context", { quote: words.slice(0, 300) }, desk).view).toMatchObject({ id: first?.id });
  });

  it("offers statements when nothing is typed, and those with such words when something is", () => {
    const all = complete("context", "quote", { quote: "" }, desk);
    expect(all.length).toBeGreaterThan(3);
    expect(complete("context", "quote", { quote: "fishermen" }, desk)[0]?.value).toBe(idOn(8));
    const id = idOn(5);
    expect(complete("context", "quote", { quote: id }, desk).map(({ value }) => value)).toEqual([id]);
  });

  const longNames = deskOf(
    interviewOf(
      "long-names",
      Array.from({ length: 12 }, (_, at) => `“Crane number ${at},” Mx One said.\nShe left.`).join("\n"),
      JSON.stringify({
        title: "T".repeat(200),
        speakers: [{ name: `#@ ${"n".repeat(95)}`, aliases: ["Mx One"], role: "guest" }],
        topics: [{ name: "t".repeat(100), lines: ["1-24"] }],
      }),
    ),
  );

  it.each([
    ["of short names", desk],
    ["of long names", longNames],
    ["of the bundled interview", bundled],
  ])(
    "labels each choice differently, with the id whole, and finds it again by its label: %s",
    (_what, on) => {
      const choices = complete("context", "quote", { quote: "" }, on);
      expect(new Set(choices.map(({ name }) => name)).size).toBe(choices.length);
      for (const { name, value } of choices) {
        expect(name).toContain(value);
        expect(name.length).toBeLessThanOrEqual(100);
        expect(name).toBe(choiceLabel(name));
        expect(run("context", { quote: name }, on).view).toMatchObject({ show: "context", id: value });
      }
    },
  );

  it("shows none of the words in a label, which would have to be cut", () => {
    for (const { name } of complete("context", "quote", { quote: "tram" }, desk)) {
      expect(name).toMatch(/^Lines? \d/u);
      expect(name).not.toContain("Certainly");
    }
  });
});

describe("/interviews", () => {
  it("lists them all", () => {
    const reply = run("interviews", {}, desk);
    expect(reply.record.outcome).toBe("answer");
    expect(ownWordsOf(reply)).toContain("2 interviews");
    expect(quotedLines(reply)).toEqual([]);
  });
});
