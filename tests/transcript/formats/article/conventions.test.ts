import { describe, expect, it } from "vitest";
import { type Row, read, rowsOf, VANCE_AND_AUTHOR } from "../../reading.ts";

const G = "Maria Vance";
const I = "Interviewer";

/** What a newspaper prints, and who says what in it. Lines are paragraphs. */
const CONVENTIONS: Record<string, readonly (readonly [text: string, rows: readonly Row[]])[]> = {
  "quotation marks": [
    ["“The bridge is safe,” Vance said.", [[G, "The bridge is safe,"]]],
    ["‘The bridge is safe’, Vance said.", [[G, "The bridge is safe"]]],
    [
      "‘The bridge isn’t the town’s, it’s the workers’ own,’ Vance said.",
      [[G, "The bridge isn’t the town’s, it’s the workers’ own,"]],
    ],
    ['"The bridge is safe," Vance said.', [[G, "The bridge is safe,"]]],
    [
      "'The bridge isn't safe,' Vance said. 'It's the '90s all over.'",
      [[G, "The bridge isn't safe,", "It's the '90s all over."]],
    ],
    ["„The bridge is safe,“ Vance said.", [[G, "The bridge is safe,"]]],
    ["„The bridge is safe,” Vance said.", [[G, "The bridge is safe,"]]],
    ["« The bridge is safe », Vance said.", [[G, "The bridge is safe"]]],
    ["»The bridge is safe«, Vance said.", [[G, "The bridge is safe"]]],
    ["„Die Brücke hält“, sagt Vance. „Noch.“", [[G, "Die Brücke hält", "Noch."]]],
    ["„Die Brücke“, sagt Maria Vance, „hält.“", [[G, "Die Brücke", "hält."]]],
    [
      "„Hält die Brücke?“, frage ich.\n„Ja“, sagt sie.",
      [
        [I, "Hält die Brücke?"],
        [G, "Ja"],
      ],
    ],
    ["Vance lacht: „Sie hält.“", [[G, "Sie hält."]]],
    ["„Sie hält“, sagt Vance.\n»Noch«, sagt Vance.", [[G, "Sie hält", "Noch"]]],
    [
      "« Le pont tient », dit Vance.\n« Vraiment ? », je demande.",
      [
        [G, "Le pont tient"],
        [I, "Vraiment ?"],
      ],
    ],
    ["«Мост держится», — сказала Vance.", [[G, "Мост держится"]]],
    ["Die „Brücke der Freiheit“ hält.", [["-"]]],
    ["“They told me ‘never’ and I said ‘why?’” Vance said.", [[G, "They told me ‘never’ and I said ‘why?’"]]],
    ["‘They told me “never” again,’ Vance said.", [[G, "They told me “never” again,"]]],
    ["“They told me “never” again,” Vance said.", [[G, "They told me “never” again,"]]],
    ['“It is curly,” Vance said.\n"It is straight," Vance said.', [[G, "It is curly,", "It is straight,"]]],
    ["The children's bridge isn't old. It's the town's pride in the '90s.", [["-"]]],
  ],
  "attribution after the words": [
    ["“Nonsense,” Vance replied. “It will stand.”", [[G, "Nonsense,", "It will stand."]]],
    ["“It will stand,” replied Maria Vance, “and so shall we.”", [[G, "It will stand,", "and so shall we."]]],
    ["“It will stand,” said the engineer.", [[G, "It will stand,"]]],
    ["“It will stand,” she told me quietly.", [[G, "It will stand,"]]],
    ["“Will it stand?” I asked.", [[I, "Will it stand?"]]],
    ["“It will stand,” according to Vance.", [[G, "It will stand,"]]],
    ["“It will stand,” was her answer.", [[G, "It will stand,"]]],
    ["“It will stand” said Vance.", [[G, "It will stand"]]],
    ["“It will stand.” said Vance.", [[G, "It will stand."]]],
    ["“It will stand,” Vance, speaking to me in Oslo, said.", [[G, "It will stand,"]]],
    ["“It will stand,” her eyes closed, she said.", [[G, "It will stand,"]]],
    ["“It will stand,” Chief Engineer Maria Vance said.", [[G, "It will stand,"]]],
    ["“It will stand,” Ms Vance said.", [[G, "It will stand,"]]],
  ],
  "attribution before the words": [
    ["She said: “It will stand.”", [[G, "It will stand."]]],
    ["Vance said, “It will stand.”", [[G, "It will stand."]]],
    ["I asked, “Will it stand?”", [[I, "Will it stand?"]]],
    ["When I asked her about it, she said: “It will stand.”", [[G, "It will stand."]]],
    ["Vance replied to my question: “It will stand.”", [[G, "It will stand."]]],
    ["According to Maria Vance, “it will stand for years.”", [[G, "it will stand for years."]]],
    ["Her answer was blunt: “It will stand.”", [[G, "It will stand."]]],
    ["My next question: “Will it stand?”", [[I, "Will it stand?"]]],
    ["Vance said “It will stand.”", [[G, "It will stand."]]],
    ["Vance, who grew up in Oslo, said: “It will stand.”", [[G, "It will stand."]]],
    ["Vance shook her head. “It will stand.”", [[G, "It will stand."]]],
    ["It was late. She said: “It will stand.” Then she left.", [[G, "It will stand."]]],
    ["Vance admits it looks “a bit tired” but adds: “It will stand.”", [[G, "It will stand."]]],
    ["When I called, a spokeswoman said: “It will stand.”", [["a spokeswoman", "It will stand."]]],
    ["Vance, laughing, said: “It will stand.”", [[G, "It will stand."]]],
  ],
  "several in one paragraph": [
    [
      "“Will it stand?” I asked. “It will,” Vance said.",
      [
        [I, "Will it stand?"],
        [G, "It will,"],
      ],
    ],
    [
      "“Will it stand?” “It will,” Vance said.",
      [
        [I, "Will it stand?"],
        [G, "It will,"],
      ],
    ],
    [
      "“It will,” Vance said. I laughed. “Really?”",
      [
        [G, "It will,"],
        [I, "Really?"],
      ],
    ],
    ["“It will,” Vance said. She laughed. “Really.”", [[G, "It will,", "Really."]]],
  ],
  "quotations that run on": [
    [
      "“One,” Vance said. “Two.\n“Three.\n“Four.”\n“Five?”",
      [
        [G, "One,", "Two.", "Three.", "Four."],
        [I, "Five?"],
      ],
    ],
    [
      "‘One,’ Vance said. ‘It’s two.\n‘Three.’\n‘Four?’",
      [
        [G, "One,", "It’s two.", "Three."],
        [I, "Four?"],
      ],
    ],
    ['"One.\n"Two.\n"Three," Vance said.', [[G, "One.", "Two.", "Three,"]]],
  ],
  "turns that alternate": [
    [
      "“Will it stand?” I asked.\n“It will.”\n“For how long?”\n“A century.”\n“That is long.”\n“It is.”",
      [
        [I, "Will it stand?"],
        [G, "It will."],
        [I, "For how long?"],
        [G, "A century."],
        [I, "That is long."],
        [G, "It is."],
      ],
    ],
    ["“It will stand,” Vance said.\n“It always has.”", [[G, "It will stand,", "It always has."]]],
    [
      "“It will stand,” Vance said.\n“For how long?”",
      [
        [G, "It will stand,"],
        [I, "For how long?"],
      ],
    ],
    ["She poured tea.\n“Will it stand?”\n“It will.”", [["-"], [I, "Will it stand?"], [G, "It will."]]],
    ["She poured tea.\n“It will stand.”", [["-"], [G, "It will stand."]]],
  ],
  "no speech": [
    ["She used the phrase “safe enough” twice.", [["-"]]],
    ["She was “completely ready” to go.", [["-"]]],
    ["She was “completely ready” to go, she said.", [["-"]]],
    ["She called it “a mistake,” the engineer said.", [["-"]]],
    ["“Safe enough” is a term she told me she hates.", [["-"]]],
    ["Her book “The Long Span” came out in May.", [["-"]]],
    ["“Who Built the Bridge?” opened in May.", [["-"]]],
    ["When I told her the news, “The Long Span” had already won.", [["-"]]],
    ["She has three favourites: “Arch”, “Span” and “Pier” by Lund.", [["-"]]],
    ["So-called “experts” disagree.", [["-"]]],
  ],
  "insertions nobody spoke": [
    ["“It [the bridge] will stand,” Vance said.", [[G, "It", "will stand,"]]],
    ["“[The bridge] will stand [for years].”", [[G, "will stand"]]],
    ["“It [the [old] bridge] will stand.”", [[G, "It", "will stand."]]],
    ["“It will [stand.”", [[G, "It will [stand."]]],
  ],
  "people beside the interview": [
    ["“We are proud,” said Jane Doe, a spokeswoman for Vance.", [["Jane Doe", "We are proud,"]]],
    ["“We are proud,” a spokeswoman said.", [["a spokeswoman", "We are proud,"]]],
    ["“We are proud,” Vance’s brother said.", [["Vance’s brother", "We are proud,"]]],
    ["“We are proud,” her lawyer told me.", [["her lawyer", "We are proud,"]]],
    ["“We are proud,” said Peter Vance.", [["Peter Vance", "We are proud,"]]],
    ["“We are proud,” the Foreign Ministry said.", [["Foreign Ministry", "We are proud,"]]],
    ["A sign read: “No Entry.”", [["A sign", "No Entry."]]],
    [
      "“We are proud,” a spokeswoman said. “It will stand,” Vance said.",
      [
        ["a spokeswoman", "We are proud,"],
        [G, "It will stand,"],
      ],
    ],
    [
      "“We are proud,” said Jane Doe. “Very.”\nShe drank.\n“It will stand.”",
      [["Jane Doe", "We are proud,", "Very."], ["-"], [G, "It will stand."]],
    ],
  ],
};

/** Who speaks and how that was found; Ann Vale is the guest. */
const FOUND: Record<string, readonly (readonly [text: string, ...found: string[]])[]> = {
  "a noun phrase is the guest only where the text says so": [
    ["“We value her,” the council said.", "the council: stated"],
    ["“We value her,” said the government.", "the government: stated"],
    ["“We value her,” the bank said.", "the bank: stated"],
    ["“We value her,” the mayor said.", "the mayor: stated"],
    ["“We value her,” the judge said.", "the judge: stated"],
    ["“We value her,” said the boy.", "the boy: stated"],
    ["“We value her,” the Government said.", "Government: stated"],
    ["“We value her,” the writer said.", "the writer: stated"],
    ["“It is done,” the chair said.", "Ann Vale: stated"],
    ["Ann Vale, the writer of ten books, came.\n“It is done,” the writer said.", "-", "Ann Vale: pronoun"],
    ["President Vale came.\n“It is done,” the president said.", "-", "Ann Vale: pronoun"],
    ["A waiter came.\n“More?” a waiter asked. “Wine?” the waiter asked.", "-", "a waiter: stated"],
  ],
  "they and it are never one person": [
    ["“We value her,” they said.", "-"],
    ["“We value her,” it said.", "-"],
    ["The council met. “We value her,” they said.", "-"],
    ["“We value her,” the council said.\n“A lot,” it added.", "the council: pronoun"],
  ],
  "what stands between subject and verb": [
    ["Joyce Bell, who has kept the books since 1991, said: “There is no debt.”", "Joyce Bell: stated"],
    ["Joyce Bell, her accountant, who has kept the books, says: “There is no debt.”", "Joyce Bell: stated"],
    [
      "Her accountant, Joyce Bell, who has kept the books since 1991, said: “There is no debt.”",
      "Joyce Bell: stated",
    ],
    ["“There is no debt,” Joyce Bell, who has kept the books since 1991, said.", "Joyce Bell: stated"],
    ["“There is no debt,” her accountant, Joyce Bell, said.", "Joyce Bell: stated"],
    ["The woman who keeps the books said: “There is no debt.”", "The woman: stated"],
    ["After meeting Vale, her lawyer, laughing, said: “No.”", "her lawyer: stated"],
    ["When Vale arrived, her lawyer stood and said: “No.”", "her lawyer: stated"],
    ["When I called, a spokeswoman for Vale said: “No.”", "a spokeswoman: stated"],
    ["Vale, her hair wet, said: “No.”", "Ann Vale: stated"],
  ],
  pronouns: [
    ["“It is done,” Vale said.", "Ann Vale: stated"],
    ["“It is done,” she said.", "Ann Vale: pronoun"],
    ["“It is done,” I said.", "Interviewer: stated"],
    ["A waiter arrives. “More wine?” he asks.", "A waiter: pronoun"],
    ["Vale sat down. A waiter arrives. “More wine?” he asks.", "A waiter: pronoun"],
    ["Her husband comes in. “It is late,” he says.", "Her husband: pronoun"],
    ["Joyce Bell nods. “There is no debt,” she says.", "Joyce Bell: pronoun"],
    ["“It is done,” Vale said. Joyce Bell nods. “Yes,” she says.", "Ann Vale: stated", "Joyce Bell: pronoun"],
    ["Tom nods. “There is no debt,” he says.", "Tom: pronoun"],
    ["New York is cold. “I love it,” she says.", "Ann Vale: turn-taking"],
    ["Tom Reed nods. I asked Vale about it. “It is done,” she said.", "Ann Vale: pronoun"],
    [
      "“Late?” said Tom Reed.\n“Why?” I asked Vale.\n“Fog,” she said.",
      "Tom Reed: stated",
      "Interviewer: stated",
      "Ann Vale: pronoun",
    ],
    ["Mrs Vale came. “It is done,” he said.", "Ann Vale: turn-taking"],
    ["Vale came. She sat down. “It is done,” he said.", "Ann Vale: turn-taking"],
    ["Mrs Vale sat down. Mr Tom Reed nods at Vale. “It is done,” she said.", "Ann Vale: pronoun"],
  ],
  "two in one paragraph": [
    ["“She is late,” said Tom. “I am not,” she said.", "Tom: stated", "Ann Vale: pronoun"],
    ["“It is late,” her husband said. “Is it?” she said.", "her husband: stated", "Ann Vale: pronoun"],
    ["“It is late,” her husband said. “Very,” he said.", "her husband: pronoun"],
    ["“It is late,” Vale said. “But I’ll stay,” she said.", "Ann Vale: pronoun"],
    ["Her mother came in. “She is late,” Vale said. “I saw her,” she said.", "Ann Vale: pronoun"],
    ["“It is late,” Vale said. “But I’ll stay.”", "Ann Vale: stated"],
  ],
};

const VALE_AND_AUTHOR = `
speakers:
  - { name: Ann Vale, aliases: [the chair], role: guest }
  - { name: Interviewer, role: interviewer }
`;

describe.each(Object.entries(FOUND))("%s", (_, cases) => {
  it.each(cases.map(([text, ...found]) => [text, found] as const))("%s", (text, found) => {
    const { statements } = read(text, VALE_AND_AUTHOR).interview;
    expect(
      statements.map(({ speaker, attribution }) => (speaker ? `${speaker.name}: ${attribution}` : "-")),
    ).toEqual(found);
  });
});

describe("two guests in one paragraph", () => {
  it("are told apart where a pronoun can't mean the one who has just spoken", () => {
    const yaml = "speakers:\n  - { name: Tom Reed, role: guest }\n  - { name: Ann Vale, role: guest }\n";
    const { statements } = read("“She is late,” said Tom. “I am not,” she said.", yaml).interview;
    expect(statements.map(({ speaker, attribution }) => [speaker?.name, attribution])).toEqual([
      ["Tom Reed", "stated"],
      ["Ann Vale", "pronoun"],
    ]);
  });

  it("are left in doubt without a yaml", () => {
    const { statements } = read("“She is late,” said Tom. “I am not,” she said.").interview;
    expect(statements.map(({ speaker, kind }) => [speaker?.name, kind])).toEqual([
      ["Tom", "statement"],
      [undefined, "narration"],
    ]);
  });
});

describe("a surname that two people share", () => {
  const people = (role: string) => `
speakers:
  - { name: Nadia Karim, role: guest }
  - { name: Sami Karim, role: ${role} }
`;

  it("means the one who is a guest, and we warn that it may not", () => {
    const { interview, warnings } = read("It rained.\n“Yes,” Karim says.", people("other"));
    expect(interview.statements[1]).toMatchObject({
      speaker: { name: "Nadia Karim" },
      attribution: "pronoun",
    });
    expect(warnings).toMatchObject([{ severity: "warning", file: "sample.txt", line: 2 }]);
    expect(warnings[0]?.message).toContain("Nadia Karim and Sami Karim");
  });

  it("is left to turn-taking where both are, and makes nobody new", () => {
    const { interview, warnings } = read("“Yes,” Mr Karim says.", people("guest"));
    expect(interview.statements[0]).toMatchObject({ attribution: "turn-taking" });
    expect(interview.speakers.map(({ name }) => name)).not.toContain("Karim");
    expect(warnings).toHaveLength(1);
  });

  it("is no trouble with the given name", () => {
    const { interview, warnings } = read("“Yes,” Sami Karim says.", people("other"));
    expect(interview.statements[0]).toMatchObject({ speaker: { name: "Sami Karim" }, attribution: "stated" });
    expect(warnings).toEqual([]);
  });
});

describe.each(Object.entries(CONVENTIONS))("%s", (_, cases) => {
  it.each(cases)("%s", (text, rows) => {
    expect(rowsOf(read(text, VANCE_AND_AUTHOR).interview)).toEqual(rows);
  });
});

describe("reported questions", () => {
  it.each([
    "I asked whether it would stand.",
    "I put it to her that it would fall.",
    "She laughed, so I asked again about the cracks.",
    "I’d asked her about the cracks.",
    "I then gently pressed her on the cracks.",
    "Asked whether it would stand, she shrugged.",
    "My next question was about the cracks.",
    "But will it stand?",
  ])("%s", (narration) => {
    const { interview } = read(`${narration}\n“It will.”`, VANCE_AND_AUTHOR);
    expect(interview.statements.map(({ asks, answersIndex }) => [asks, answersIndex])).toEqual([
      [true, null],
      [false, 0],
    ]);
    expect(interview.exchanges).toEqual([{ question: 0, first: 0, last: 1 }]);
  });

  it.each([
    "I asked for a glass of water.",
    "They never asked.",
    "I asked to sit down.",
    "The engineer poured tea.",
  ])("not one: %s", (narration) => {
    const { interview } = read(`${narration}\n“It will.”`, VANCE_AND_AUTHOR);
    expect(interview.statements[0]?.asks).toBe(false);
    expect(interview.statements[1]?.answersIndex).toBeNull();
  });

  it("are left behind when narration follows the answer", () => {
    const { interview } = read(
      "I asked about cracks.\n“None.”\nShe poured tea.\n“Sugar?” she asked.",
      VANCE_AND_AUTHOR,
    );
    expect(interview.statements.map(({ answersIndex }) => answersIndex)).toEqual([null, 0, null, null]);
  });
});

describe("a counter-question", () => {
  it("makes the interviewer's next turn a reply, and the guest's next one still answers the question", () => {
    const text = "“Will it fall?” I asked.\n“Why would it?” Vance asked.\n“Because of the cracks.”\n“No.”";
    const { interview } = read(text, VANCE_AND_AUTHOR);
    expect(interview.statements.map(({ kind, answersIndex }) => [kind, answersIndex])).toEqual([
      ["question", null],
      ["statement", 0],
      ["statement", 1],
      ["statement", 0],
    ]);
  });
});

describe("warnings", () => {
  it("name the place of a quotation that never closes", () => {
    const { warnings, interview } = read(
      "She came.\n“It will stand, Vance said.\nShe left.",
      VANCE_AND_AUTHOR,
    );
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatchObject({ severity: "warning", file: "sample.txt", line: 2, column: 1 });
    expect(rowsOf(interview)).toEqual([["-"], ["Maria Vance", "It will stand, Vance said."], ["-"]]);
  });

  it.each([
    ["It rained.\nQ: Will it stand?\nA: It will.", 2, /dialogue/],
    ["It rained.\n\nMARIA VANCE: It will stand.\nANN REED: It won’t.", 3, /dialogue/],
    ["— Will it stand?\n— It will.", 1, /dialogue/],
    ["It rained.\n「It will stand.」 Vance said.", 2, /quotation marks/],
  ])("tell of a file in which nobody seems to speak: %j", (text, line, message) => {
    const { warnings } = read(text, VANCE_AND_AUTHOR);
    expect(warnings).toMatchObject([{ severity: "warning", line }]);
    expect(warnings[0]?.message).toMatch(message);
  });

  it.each(["It rained.", "She used the phrase “safe enough” twice.", "Note: it rained."])(
    "stay away from plain narration: %s",
    (text) => {
      expect(read(text, VANCE_AND_AUTHOR).warnings).toEqual([]);
    },
  );

  it("stay away from a quotation that runs on", () => {
    expect(read("“One.\n“Two.”", VANCE_AND_AUTHOR).warnings).toEqual([]);
  });
});

describe("wrapped lines", () => {
  const text = [
    "Maria Vance met me by the river on a cold morning in March, and she did",
    "not want to talk about the cracks at all.",
    "",
    "“They are nothing,” she said. “I have seen worse in every bridge that I",
    "ever built, and they all still stand.”",
    "",
    "“All of them?” I asked.",
    "",
    "“All.”",
    "",
  ];

  it.each(["\n", "\r\n", "\r"])("are one paragraph (%j)", (lineBreak) => {
    const { interview } = read(text.join(lineBreak), VANCE_AND_AUTHOR);
    const words = `I have seen worse in every bridge that I${lineBreak}ever built, and they all still stand.`;
    expect(rowsOf(interview)).toEqual([
      ["-"],
      [G, "They are nothing,", words],
      [I, "All of them?"],
      [G, "All."],
    ]);
    expect(interview.statements.map(({ lines }) => lines)).toEqual([
      [1, 2],
      [4, 5],
      [7, 7],
      [9, 9],
    ]);
    expect(interview.statements[1]?.spans).toHaveLength(1);
  });

  it("are told from a heading right above its text", () => {
    const { interview } = read(
      "Interview with Maria Vance on the new bridge\nShe came by bicycle and stayed.",
    );
    expect(interview.statements).toHaveLength(2);
  });
});

describe("a transcript without a yaml", () => {
  it("names people as the text does", () => {
    const { interview } = read("“Will it stand?” I asked.\n“It will,” Vance said.\n“Good.”");
    expect(rowsOf(interview)).toEqual([
      [I, "Will it stand?"],
      ["Vance", "It will,", "Good."],
    ]);
    expect(interview.speakers).toEqual([
      { name: "Interviewer", role: "interviewer" },
      { name: "Vance", role: "guest" },
    ]);
    expect(interview).toMatchObject({ id: "sample", title: "sample", language: "en" });
  });

  it("calls a guest whom nobody names Guest", () => {
    expect(rowsOf(read("“Will it stand?” I asked.\n“It will.”").interview)).toEqual([
      [I, "Will it stand?"],
      ["Guest", "It will."],
    ]);
  });

  it("keeps a person known by surname when the whole name follows", () => {
    const { interview } = read("“Yes,” Vance said.\nIt rained.\n“No,” Maria Vance said.");
    expect(interview.speakers).toHaveLength(1);
  });

  it("alternates in a language whose attributions it can't read", () => {
    const { interview } = read("Мост стар.\n«Он устоит?»\n«Да, устоит.»\n«Когда его построили?»\n«Давно.»");
    expect(rowsOf(interview)).toEqual([
      ["-"],
      [I, "Он устоит?"],
      ["Guest", "Да, устоит."],
      [I, "Когда его построили?"],
      ["Guest", "Давно."],
    ]);
  });
});
