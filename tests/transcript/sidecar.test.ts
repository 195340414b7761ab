import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDiagnostic } from "../../src/transcript/diagnostic.ts";
import { readInterview } from "../../src/transcript/read-interview.ts";
import { readUsable } from "../../src/transcript/sidecar/read-usable.ts";
import { parseSidecar } from "../../src/transcript/sidecar/sidecar.ts";
import { sidecarSchema } from "../../src/transcript/sidecar/sidecar-schema.ts";
import { sourceFileOf } from "../../src/transcript/source-file.ts";
import { fileOf, problemsOf, read, rowsOf, statementAt, VANCE_AND_AUTHOR } from "./reading.ts";

const TEXT = "She came.\n\n“Will it stand?” I asked.\n“It will,” Vance said.\n“For how long?”\n“Long.”";

describe("a sidecar that can't be used", () => {
  it.each([
    ["unknown setting", "title: A\ntitel: B", "2:1", /“titel”/],
    ["unknown setting of a speaker", "speakers:\n  - name: A\n    role: guest\n    age: 3", "4:5", /“age”/],
    ["no mapping", "- a", "1:1", /expected object/],
    ["missing role", "speakers:\n  - name: A", "2:5", /speakers\.0\.role/],
    ["wrong role", "speakers:\n  - name: A\n    role: hero", "3:11", /"interviewer"\|"guest"\|"other"/],
    ["empty name", 'speakers:\n  - name: " "\n    role: guest', "2:11", /speakers\.0\.name/],
    ["empty title", "title:", "1:7", /title/],
    ["wrong language", "language: English!", "1:11", /such as "en"/],
    ["url of no page", "url: somewhere", "1:6", /url: expected the address of a page/],
    ["url that is none", "url: [a]", "1:6", /url: /],
    ["url of a file", "url: file:///etc/passwd", "1:6", /https or http/],
    ["url that runs", 'url: "javascript:alert(1)"', "1:6", /https or http/],
    ["url with a password", "url: https://me:secret@news.example/", "1:6", /user name and password/],
    ["url with a name", "url: https://me@news.example/", "1:6", /user name and password/],
    ["url at a quote", 'url: "https://news.example/#:~:text=x"', "1:6", /leave out what begins with/],
    ["url without end", `url: https://news.example/${"é".repeat(100)}`, "1:6", /at most 400/],
    [
      "two of one name",
      "speakers:\n  - {name: A, role: guest}\n  - {name: a, role: other}",
      "3:12",
      /“a” is the name/,
    ],
    [
      "alias of another",
      "speakers:\n  - {name: A, role: guest}\n  - {name: B, aliases: [A], role: other}",
      "3:25",
      /“A” is/,
    ],
    [
      "two topics of one name",
      "topics:\n  - {name: A, lines: [1]}\n  - {name: A, lines: [3]}",
      "3:12",
      /“A” is the name/,
    ],
    ["no lines", "topics:\n  - name: A\n    lines: []", "3:12", /lines/],
    ["line 0", "topics:\n  - name: A\n    lines: [1, 0]", "3:16", /a line such as 21/],
    ["half a line", "topics:\n  - name: A\n    lines: [1.5]", "3:13", /a line such as 21/],
    ["range from 0", 'topics:\n  - name: A\n    lines: ["0-3"]', "3:13", /counted from 1/],
    ["range backwards", 'topics:\n  - name: A\n    lines: ["5-3"]', "3:13", /ends before it begins/],
    ["no range", "topics:\n  - name: A\n    lines: [all]", "3:13", /a line such as 21/],
    ["line of another kind", "topics:\n  - name: A\n    lines: [true]", "3:13", /a line such as 21/],
    ["topic on an empty line", "topics:\n  - name: A\n    lines: [2]", "3:13", /names nothing/],
    ["topic past the end", "topics:\n  - name: A\n    lines: [70]", "3:13", /names nothing/],
    ["range past the end", 'topics:\n  - name: A\n    lines: ["3-7"]', "3:13", /has 6 lines/],
    ["correction of an empty line", "corrections:\n  - {line: 2, kind: question}", "2:12", /names nothing/],
    ["correction past the end", "corrections:\n  - {line: 70, kind: question}", "2:12", /names nothing/],
    [
      "correction of a second one",
      "corrections:\n  - {line: 3, nth: 2, kind: question}",
      "2:20",
      /only one statement/,
    ],
    ["correction to nobody", "corrections:\n  - {line: 3, speaker: Nobody}", "2:24", /“Nobody” is not/],
    [
      "answer to an empty line",
      "corrections:\n  - {line: 4, answers: 2}",
      "2:24",
      /nothing that could be answered/,
    ],
    ["answer to itself", "corrections:\n  - {line: 4, answers: 4}", "2:24", /nothing that could be answered/],
    [
      "answer to a later line",
      "corrections:\n  - {line: 4, answers: 5}",
      "2:24",
      /nothing that could be answered/,
    ],
    [
      "narration as question of nobody",
      "corrections:\n  - {line: 1, kind: question}",
      "2:21",
      /needs a speaker/,
    ],
    ["correction of nothing", "corrections:\n  - {line: 3}", "2:5", /at least one of/],
    [
      "narration with a speaker",
      "corrections:\n  - {line: 3, kind: narration, speaker: A}",
      "2:5",
      /has no speaker/,
    ],
    [
      "two that contradict each other",
      "corrections:\n  - {line: 4, answers: 1}\n  - {line: 4, answers: 3}",
      "3:24",
      /contradicts an earlier one/,
    ],
    [
      "two for one quotation",
      "corrections:\n  - {line: 4, nth: 1, kind: question}\n  - {line: 4, kind: narration}",
      "3:21",
      /contradicts an earlier one/,
    ],
    ["unclosed mark", 'title: "A', "1:10", /not valid YAML/],
    ["key twice", "title: A\ntitle: B", "2:1", /not valid YAML/],
    ["tab", "speakers:\n\t- name: A", "2:1", /not valid YAML/],
    ["two documents", "title: A\n---\ntitle: B", "2:1", /not valid YAML/],
    [
      "alias bomb",
      [
        "a: &a [x, x, x, x, x, x, x, x, x]",
        "b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]",
        "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]",
        "d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]",
        "e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]",
      ].join("\n"),
      "1:1",
      /not usable YAML/,
    ],
  ])("%s", (_, yaml, place, message) => {
    const [problem] = problemsOf(() => read(TEXT, yaml));
    if (!problem) throw new Error("no problem");
    expect(problem.severity).toBe("error");
    expect(problem.message).toMatch(message);
    expect(problem.advice).toMatch(/\w.*\.$/);
    expect(formatDiagnostic(problem)).toMatch(new RegExp(`^sample\\.yaml:${place}: error: \\S.*[.] \\S`));
  });

  it("reports everything at once", () => {
    const yaml = "titel: A\nlanguage: 7\ntopics:\n  - name: B\n    lines: [0]";
    expect(
      problemsOf(() => read(TEXT, yaml))
        .map(({ line }) => line)
        .sort(),
    ).toEqual([1, 2, 5]);
    const corrections = "corrections:\n  - {line: 70, answers: 1}\n  - {line: 71, answers: 1}";
    expect(problemsOf(() => read(TEXT, corrections))).toHaveLength(2);
  });

  it("must be UTF-8 too", () => {
    const bytes = Uint8Array.from([0x61, 0xff]);
    expect(problemsOf(() => parseSidecar(sourceFileOf("a.yaml", bytes)))).toMatchObject([
      { file: "a.yaml", line: 1, column: 2 },
    ]);
  });
});

describe("a sidecar", () => {
  it.each(["", "# nothing\n", "---\n", "speakers: []"])("may say nothing: %j", (yaml) => {
    expect(parseSidecar(fileOf("a.yaml", yaml)).sidecar).toEqual({
      language: "en",
      speakers: [],
      topics: [],
      corrections: [],
    });
  });

  it.each([
    ["https://news.example/talk?id=3#top", "https://news.example/talk?id=3#top"],
    ["  HTTP://News.Example  ", "http://news.example/"],
    ["https://bücher.example/gespräch", "https://xn--bcher-kva.example/gespr%C3%A4ch"],
  ])("may say where the interview was published: %s", (typed, url) => {
    expect(read(TEXT, `url: "${typed}"`).interview.url).toBe(url);
    expect(read(TEXT).interview.url).toBeNull();
  });

  it("files statements under topics, by lines and ranges, each once and in order", () => {
    const { interview } = read(
      TEXT,
      'topics:\n  - name: Age\n    aliases: [years]\n    lines: ["5 – 6", 3, 5]',
    );
    expect(interview.topics).toEqual([{ name: "Age", aliases: ["years"], statements: [1, 3, 4] }]);
  });
});

describe("a correction", () => {
  const correct = (text: string, corrections: string) =>
    read(text, `${VANCE_AND_AUTHOR}  - { name: Ann Reed, role: other }\ncorrections:\n${corrections}`)
      .interview;

  it("gives a statement to another, and turns are taken from there", () => {
    const text = "She came.\n“One.”\n“Two.”\n“Three.”";
    expect(rowsOf(correct(text, "  - {line: 4, answers: null}")).map(([name]) => name)).toEqual([
      "-",
      "Maria Vance",
      "Interviewer",
      "Maria Vance",
    ]);
    const corrected = correct(text, "  - {line: 2, speaker: Interviewer}");
    expect(rowsOf(corrected).map(([name]) => name)).toEqual([
      "-",
      "Interviewer",
      "Maria Vance",
      "Interviewer",
    ]);
    expect(statementAt(corrected, 2).attribution).toBe("correction");
  });

  it("takes a quotation that runs on along", () => {
    const corrected = correct("“One.\n“Two.”", "  - {line: 1, speaker: Reed}");
    expect(rowsOf(corrected)).toEqual([["Ann Reed", "One.", "Two."]]);
  });

  it("picks one of several on a line", () => {
    const text = "“Will it?” I asked. “It will,” Vance said.";
    expect(rowsOf(correct(text, "  - {line: 1, nth: 2, speaker: Ann Reed}"))).toEqual([
      ["Interviewer", "Will it?"],
      ["Ann Reed", "It will,"],
    ]);
  });

  it("picks one of the quotations of a statement, and leaves the others as they are", () => {
    const text = "It rained.\n\n“She is late,” said Vance. “I am not.” She sat. “Well.”";
    const of = (corrections: string) => rowsOf(correct(text, corrections)).slice(1);
    expect(of("  - {line: 3, nth: 2, speaker: Ann Reed}")).toEqual([
      ["Maria Vance", "She is late,"],
      ["Ann Reed", "I am not."],
      ["Maria Vance", "Well."],
    ]);
    expect(of("  - {line: 3, nth: 1, speaker: Ann Reed}")).toEqual([
      ["Ann Reed", "She is late,"],
      ["Maria Vance", "I am not.", "Well."],
    ]);
    expect(of("  - {line: 3, speaker: Ann Reed}\n  - {line: 3, nth: 3, speaker: Vance}")).toEqual([
      ["Ann Reed", "She is late,", "I am not."],
      ["Maria Vance", "Well."],
    ]);
    expect(of("  - {line: 3, nth: 3, kind: narration}")).toEqual([
      ["Maria Vance", "She is late,", "I am not."],
      ["-"],
    ]);
  });

  it("corrects the second of two who speak in a paragraph", () => {
    const text = "“She is late,” said Tom. “I am not,” she said.";
    expect(rowsOf(correct(text, "  - {line: 1, nth: 2, speaker: Ann Reed}"))).toEqual([
      ["Tom", "She is late,"],
      ["Ann Reed", "I am not,"],
    ]);
  });

  it("turns one of two quotations within narration into speech", () => {
    const text = "She called it “tight” and “a bit odd” too.";
    expect(rowsOf(correct(text, "  - {line: 1, nth: 2, speaker: Vance}"))).toEqual([
      ["-"],
      ["Maria Vance", "a bit odd"],
    ]);
  });

  it("may repeat another", () => {
    const corrections = "  - {line: 5, speaker: Ann Reed}\n  - {line: 5, speaker: Reed}";
    expect(statementAt(correct(TEXT, corrections), 5).speaker?.name).toBe("Ann Reed");
  });

  it("turns speech into narration", () => {
    const corrected = correct(TEXT, "  - {line: 6, kind: narration}");
    expect(statementAt(corrected, 6)).toMatchObject({ kind: "narration", speaker: null, spoken: [] });
  });

  it("turns narration into speech: what stands in marks, or all of it where nothing does", () => {
    const text = "She was “completely ready” to go.\nNo marks here.";
    const corrections = "  - {line: 1, speaker: Vance}\n  - {line: 2, speaker: Reed, kind: statement}";
    expect(rowsOf(correct(text, corrections))).toEqual([
      ["Maria Vance", "completely ready"],
      ["Ann Reed", "No marks here."],
    ]);
  });

  it("says what is answered, anywhere in a turn", () => {
    expect(statementAt(correct(TEXT, "  - {line: 4, answers: null}"), 4).answersIndex).toBeNull();
    expect(statementAt(correct(TEXT, "  - {line: 6, answers: 3}"), 6).answersIndex).toBe(1);
    const running = "I asked.\nIt rained.\n“One.\n“Two.”";
    expect(statementAt(correct(running, "  - {line: 4, answers: 2}"), 3).answersIndex).toBe(1);
  });

  it("adds to another of the same statement", () => {
    const corrected = correct(TEXT, "  - {line: 5, kind: statement}\n  - {line: 5, answers: 3}");
    expect(statementAt(corrected, 5)).toMatchObject({ kind: "statement", answersIndex: 1 });
  });
});

describe("all that is wrong in a sidecar", () => {
  const placesOf = (yaml: string) =>
    problemsOf(() => read(TEXT, yaml))
      .filter(({ severity }) => severity === "error")
      .map(({ line, column, message }) => `${line}:${column} ${message}`)
      .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));

  it("is told in one round: settings, names, and lines of the text", () => {
    expect(
      placesOf(
        [
          "titel: A",
          "speakers:",
          "  - { name: Ann, role: hero }",
          "  - { name: ann, role: guest }",
          "  - { name: Bo, age: 3, role: guest, aliases: [7, Ann, Bob] }",
          "topics:",
          "  - { name: One, lines: [0, 70] }",
          "  - { name: Two, lines: [80] }",
          "corrections:",
          "  - { line: 0 , kind: question }",
          "  - { line: 90, kind: question }",
          "  - { line: 3, speaker: Bob }",
          "  - { line: 3, speaker: Ann, answers: 99 }",
          "  - { line: 4, speaker: Nobody }",
        ].join("\n"),
      ),
    ).toEqual([
      "1:1 there is no setting called “titel”.",
      expect.stringMatching(/^3:24 speakers\.0\.role: /u),
      expect.stringMatching(/^4:13 speakers\.1\.name: “ann” is the name/u),
      expect.stringMatching(/^5:48 speakers\.2\.aliases\.0: /u),
      "5:17 speakers.2: there is no setting called “age”.",
      expect.stringMatching(/^5:51 speakers\.2\.aliases\.1: “Ann” is the name/u),
      expect.stringMatching(/^7:26 topics\.0\.lines\.0: /u),
      expect.stringMatching(/^7:29 the topic names nothing.*70-70/u),
      expect.stringMatching(/^8:26 the topic names nothing.*80-80/u),
      expect.stringMatching(/^10:13 corrections\.0\.line: /u),
      expect.stringMatching(/^11:13 the correction names nothing.*line 90/u),
      expect.stringMatching(/^13:39 the correction names nothing.*line 99/u),
      expect.stringMatching(/^14:25 the correction names nobody: “Nobody”/u),
    ]);
  });

  it.each([
    ["a setting misspelt", "corrections:\n  - { line: 3, speakr: Vance }", ["2:16"]],
    ["a setting missing that another was meant for", "media: { ulr: x }", ["1:8", "1:10"]],
    [
      "people who are only names",
      "speakers: [Vance]\ncorrections:\n  - { line: 3, speaker: Vance }",
      ["1:12"],
    ],
    ["people who are none", "speakers: 3\ntopics:\n  - { name: A, lines: [3] }", ["1:11"]],
    ["a topic whose lines are all wrong", "topics:\n  - { name: A, lines: [x, y] }", ["2:24", "2:27"]],
    ["nothing that could be a sidecar", "- a\n- b", ["1:1"]],
  ])("is told once: %s", (_what, yaml, places) => {
    expect(placesOf(yaml).map((problem) => problem.split(" ")[0])).toEqual(places);
  });

  it("stands beside what is wrong with the transcript, and doubts about it", () => {
    const bytes = Uint8Array.from([0x61, 0xff]);
    const located = parseSidecar(fileOf("a.yaml", "titel: A"));
    expect(problemsOf(() => readInterview("a", sourceFileOf("a.txt", bytes), located))).toMatchObject([
      { file: "a.yaml", line: 1 },
      { file: "a.txt", line: 1, column: 2 },
    ]);
    const doubtful = problemsOf(() => read("“It will,” Vance said.\n\n“Not closed", "titel: A"));
    expect(doubtful.map(({ severity }) => severity)).toEqual(["error", "warning"]);
  });

  it("leaves nothing wrong in what it takes for usable, and never fails on any other value", () => {
    const leaf = fc.constantFrom<unknown>(
      1,
      0,
      "A",
      "1-3",
      " ",
      null,
      true,
      "guest",
      "narration",
      "https://a.example",
    );
    const names = [
      "title",
      "url",
      "media",
      "speakers",
      "topics",
      "corrections",
      "name",
      "role",
      "lines",
      "line",
      "aliases",
      "x",
    ];
    const values = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { depthSize: "small", maxDepth: 5 },
        leaf,
        fc.array(tie("node"), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom(...names), tie("node"), { maxKeys: 6 }),
      ),
    })).node;
    const likely = fc.record(
      {
        speakers: fc.array(fc.record({ name: leaf, role: leaf, aliases: values }, { requiredKeys: [] }), {
          maxLength: 3,
        }),
        topics: fc.array(fc.record({ name: leaf, lines: fc.array(leaf) }, { requiredKeys: [] }), {
          maxLength: 3,
        }),
        corrections: fc.array(fc.record({ line: leaf, kind: leaf, speaker: leaf }, { requiredKeys: [] }), {
          maxLength: 3,
        }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(values, likely), (value) => {
        const { sidecar, issues, writtenAt } = readUsable(value);
        const whole = sidecarSchema.safeParse(value);
        expect(issues.length === 0).toBe(whole.success);
        if (whole.success) expect(sidecar).toEqual(whole.data);
        // What was kept is what was written there.
        sidecar.topics.forEach(({ name }, at) => {
          const place = writtenAt(["topics", at, "name"]);
          expect(place.reduce<unknown>((node, part) => Reflect.get(Object(node), part), value)).toBe(name);
        });
      }),
      { numRuns: 500 },
    );
  });

  it("may be nested as deeply as anybody likes", () => {
    for (const depth of [100, 5_000]) {
      const yaml = `titel: ${"[".repeat(depth)}${"]".repeat(depth)}`;
      expect(problemsOf(() => read(TEXT, yaml)).length).toBeGreaterThan(0);
    }
  });
});

it("reads the example of the README, and finds its lines", () => {
  const readme = readFileSync("README.md", "utf8");
  const [, text = ""] = /For example `holm-ferry\.txt`:\n\n```text\n([^`]*)```/u.exec(readme) ?? [];
  const [, yaml = ""] = /`holm-ferry\.yaml` with all of them:\n\n```yaml\n([^`]*)```/u.exec(readme) ?? [];
  const { interview, warnings } = read(text, yaml);
  expect(warnings).toEqual([]);
  expect(interview).toMatchObject({ title: "Ada Reed on the Holm ferry", grade: "clean" });
  const all = Object.keys(sidecarSchema.shape);
  expect(all.filter((setting) => !new RegExp(`^${setting}:`, "mu").test(yaml))).toEqual([]);
});
