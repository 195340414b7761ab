import { describe, expect, it } from "vitest";
import {
  byline,
  linesLabel,
  linksTo,
  place,
  shortLabel,
  topicsLabel,
  whereLabel,
} from "../../src/reply/statement-labels.ts";
import type { Statement } from "../../src/transcript/interview.ts";
import { mayor } from "../search/archives.ts";
import { read, statementAt } from "../transcript/reading.ts";
import { BOAT, captioned } from "./readings.ts";

const interview = mayor();

function statement(line: number): Statement {
  return statementAt(interview, line);
}

describe("the line above a statement", () => {
  it("names the speaker, and whom it was said to", () => {
    expect(byline(statement(3))).toEqual({
      block: "byline",
      name: "Anna Berg",
      detail: "said to the interviewer",
    });
  });

  it("keeps a name that is a whole description to a length that leaves room for the words", () => {
    const name = "the *oldest* ".repeat(40).trim();
    const long: Statement = { ...statement(3), speaker: { name, role: "other" } };
    const line = byline(long);
    expect(line.block === "byline" && line.name.length).toBe(100);
    expect(line).toMatchObject({ name: expect.stringMatching(/^the \*oldest\* .*…$/u) });
  });

  it("says of a question that it was asked", () => {
    expect(byline(statement(2))).toEqual({ block: "byline", name: "Interviewer", detail: "asked" });
  });

  it("says of narration that nobody spoke it, also where it reports a question", () => {
    expect(byline(statement(8))).toMatchObject({
      name: "Narration",
      detail: "– the author’s words, not speech",
    });
    expect(byline(statement(6))).toMatchObject({ detail: "– a question, as the author reports it" });
  });

  it.each([
    "“We value her work,” they said.",
    "Q: Will it be built?",
    "Anna Berg: It will be built.",
    "– It will be built.",
    "「It will be built.」",
    "``It will be built.''",
  ])("doesn't claim for the author what may be somebody's speech: %s", (text) => {
    const { interview } = read(text);
    expect(byline(statementAt(interview, 1))).toEqual({ block: "byline", name: "Narration", detail: "" });
  });

  it.each([
    "She used the phrase “political prisoner” twice.",
    "One thing is sure: it rained.",
    "The workers’ own bridge isn’t the town’s.",
  ])("still says so of what is the author's: %s", (text) => {
    const { interview } = read(text);
    expect(byline(statementAt(interview, 1))).toMatchObject({ detail: "– the author’s words, not speech" });
  });

  it("says when the speaker was inferred, and only then", () => {
    const inferred = statement(7);
    expect(inferred.attribution).toBe("turn-taking");
    const detail = "said to the interviewer (speaker inferred from the order of turns)";
    expect(byline(inferred)).toEqual({ block: "byline", name: "Anna Berg", detail });
    expect(statement(5).attribution).toBe("pronoun");
    const byPronoun = "said to the interviewer (speaker inferred from a pronoun or the like)";
    expect(byline(statement(5))).toEqual({ block: "byline", name: "Anna Berg", detail: byPronoun });
    expect(statement(3).attribution).toBe("stated");
    expect(byline(statement(3))).not.toMatchObject({ detail: expect.stringContaining("inferred") });
  });

  it("calls an interviewer who has a name by it", () => {
    const named = read(
      "“Well?” Ida Moss asked.\n“Well,” Anna Berg said.",
      "speakers:\n  - { name: Anna Berg, role: guest }\n  - { name: Ida Moss, role: interviewer }\n",
    ).interview;
    expect(byline(statementAt(named, 2))).toMatchObject({ detail: "said to Ida Moss" });
  });
});

describe("the line below a statement", () => {
  it("says where it stands and how to find it again", () => {
    const { id } = statement(3);
    expect(place(statement(3))).toEqual({ block: "place", text: `mayor · line 3 · mayor.txt · id ${id}` });
  });
});

describe("a statement that has a time", () => {
  const yaml = "title: The boat\nmedia: { url: https://radio.example/boat.mp3 }\ngrade: automatic";
  const at = (index: number, extension = "vtt", about = yaml): Statement => {
    const statement = captioned("boat", BOAT, about, extension).interview.statements[index];
    if (!statement) throw new Error(`there is no statement ${index}`);
    return statement;
  };

  it("is said to be there, and how its transcript was made", () => {
    expect(place(at(2))).toEqual({
      block: "place",
      text: `The boat · at 12:34 · line 14 · boat.vtt · automatic transcript · id ${at(2).id}`,
    });
    expect(place(at(3))).toMatchObject({ text: expect.stringContaining(" · at 1:02:03 · line 17 · ") });
    expect(whereLabel(at(2))).toBe("at 12:34");
    expect(shortLabel(at(2))).toBe("At 12:34 · Ida Moss · question");
  });

  it("is nowhere else in a file whose lines nobody reads", () => {
    expect(place(at(2, "json"))).toMatchObject({
      text: `The boat · at 12:34 · boat.json · automatic transcript · id ${at(2, "json").id}`,
    });
  });

  it("leads into the recording, where there is one", () => {
    const link = {
      block: "link",
      label: "Recording, at 12:34",
      url: "https://radio.example/boat.mp3#t=754",
    };
    expect(linksTo(at(2), true)).toEqual([link]);
    expect(linksTo(at(2, "vtt", "title: None"), true)).toEqual([]);
    const both = at(2, "vtt", `${yaml}\nurl: https://news.example/boat`);
    expect(linksTo(both, true)).toEqual([
      link,
      {
        block: "link",
        label: "Published source, at 12:34",
        url: "https://news.example/boat#:~:text=Is%20it%20fast",
      },
    ]);
    expect(linksTo(both, false)).toEqual([link]);
  });

  it("doesn’t for a text without times", () => {
    const { interview: text } = read("“One,” Anna Berg said.", yaml);
    const [said] = text.statements;
    expect(said && linksTo(said, true)).toEqual([]);
    expect(said && place(said)).toMatchObject({ text: expect.stringContaining("· automatic transcript ·") });
  });
});

describe("the label of a statement", () => {
  it("gives one line or a range", () => {
    expect(linesLabel(statement(3))).toBe("line 3");
    const long = read("“One.\n“Two,” Anna Berg said.").interview.statements[0];
    expect(long && linesLabel(long)).toBe("lines 1–2");
  });

  it("names speaker and kind, and none of the words", () => {
    expect(shortLabel(statement(2))).toBe("Line 2 · Interviewer · question");
    expect(shortLabel(statement(3))).toBe("Line 3 · Anna Berg");
    expect(shortLabel(statement(6))).toBe("Line 6 · Narration · question");
    expect(shortLabel(statement(8))).toBe("Line 8 · Narration");
  });

  it("gives its topics, or where there are none the interview's title", () => {
    expect(topicsLabel(statement(3))).toBe("Tram line");
    expect(topicsLabel(statement(1))).toBe("mayor");
    const both = read(
      "“One,” Anna Berg said.",
      "topics:\n  - { name: Trams, lines: [1] }\n  - { name: Money, lines: [1] }\n",
    ).interview.statements[0];
    expect(both && topicsLabel(both)).toBe("Trams, Money");
  });
});
