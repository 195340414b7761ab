import { describe, expect, it } from "vitest";
import { dialogue } from "../../../../src/transcript/formats/dialogue/dialogue.ts";
import { expectSound, linesOfTalk, readTalk, rolesIn } from "./talk.ts";

const asTurns = (lines: readonly string[]) => lines.map((line) => line.replace(/\n+/gu, " "));

describe("names alone between blank lines", () => {
  const radio =
    "Ann Vale\n\nHow did it start?\n\nBob Reed\n\nWith a letter.\n\nIt was from my aunt.\n\n" +
    "Act One: The Letter\n\nAnn Vale\n\nWhat did it say?\n\nBob Reed\n\nCome home.\n";

  it("say who speaks below, over paragraphs", () => {
    expect(asTurns(linesOfTalk(radio))).toEqual([
      "Ann Vale > How did it start?",
      "Bob Reed > With a letter. It was from my aunt. <- 0",
      "- Act One: The Letter",
      "Ann Vale > What did it say?",
      "Bob Reed > Come home. <- 3",
    ]);
  });

  it("are headings where they don't come again", () => {
    const seasons = "Early Spring\n\nDig.\n\nLate Spring\n\nSow.\n\n".repeat(4);
    expect(readTalk(seasons).speakers).toEqual([]);
    const article =
      "Early Days\n\nHe was born in Hull.\n\nLater Days\n\nHe left it.\n\nThe End\n\nHe came back.\n";
    expect(readTalk(article).speakers).toEqual([]);
  });
});

describe("a page's own lines among the turns", () => {
  const turns = (between: string) =>
    "Q: When did you come to the library?\n\nLowenthal: In the spring of 1951.\n\n" +
    `${between}\n\nQ: What was the work there like?\n\nLowenthal: Cards. You typed cards, and filed them.\n\n` +
    `${between.replace("4", "5")}\n\nQ: Who told you to do that?\n\nLowenthal: Miss Abernathy, who ran the room.\n`;

  it.each(["Lowenthal – 1 – 4", "Oral History 4", "The Second Winter", "end of tape 4, side 1"])(
    "%j is nobody's words",
    (line) => {
      const lines = linesOfTalk(turns(line));
      expect(lines).toContain(`- ${line}`);
      expect(lines).toContain("Lowenthal > In the spring of 1951. <- 0");
    },
  );

  it("that begin in small letters stay with whoever speaks", () => {
    expect(linesOfTalk(turns("and then the summer of 4"))).not.toContain("- and then the summer of 4");
  });

  it("in the middle of a page, over two lines, are a heading", () => {
    const text =
      "    Mr. Reed. We will begin now.\n\n              STATEMENT OF ANN VALE, POSTMASTER,\n             GLENDIVE, MONTANA\n\n" +
      "    Ms. Vale. Thank you, sir.\n    Mr. Reed. Are you well?\n    Ms. Vale. I am.\n";
    const lines = linesOfTalk(text);
    expect(lines[0]).toBe("Mr. Reed > We will begin now.");
    expect(lines.slice(1, 3)).toEqual(["- STATEMENT OF ANN VALE, POSTMASTER,", "- GLENDIVE, MONTANA"]);
  });

  it("are chapters with times before the first turn", () => {
    const text =
      "0:00 – Introduction\n1:31 – Ice\n12:40 – Fear\n\nAnn Vale\n(00:00:05)\nWhat is ice?\n\nBob Reed\n(00:00:09)\nA rock.\n\n" +
      "Ann Vale\n(00:00:12)\nTruly?\n\nBob Reed\n(00:00:14)\nTruly.\n";
    expect(Object.keys(rolesIn(text))).toEqual(["Ann Vale", "Bob Reed"]);
  });

  it("are the headline, though it looks like a turn", () => {
    const text =
      "Ann Vale: “I never sleep”\n\nThe Paper: Never?\n\nAnn Vale: On Sundays.\n\nThe Paper: Why then?\n\nAnn Vale: It rains.\n";
    expect(linesOfTalk(text)[0]).toBe("- Ann Vale: “I never sleep”");
  });

  it("are a date with the time of day", () => {
    const text =
      "Bees\nTue, Mar 5, 2024 2:03PM\n\nKEYWORDS\nbees, hive\n\nAnn  0:01\nHow many?\n\nBob  0:03\nNine.\n";
    expect(Object.keys(rolesIn(text))).toEqual(["Ann", "Bob"]);
  });
});

describe("letters and words with a full stop", () => {
  it("ask and answer in Spanish", () => {
    const text =
      "PREGUNTA. ¿Cuándo vino?\n\nRESPUESTA. A los ocho años.\n\nP. ¿Sola?\n\nR. Con mi tía.\n\nP. ¿Y ahora?\n\nR. Sola.\n";
    expect(linesOfTalk(text)).toEqual([
      "Interviewer > ¿Cuándo vino?",
      "Guest > A los ocho años. <- 0",
      "Interviewer > ¿Sola?",
      "Guest > Con mi tía. <- 2",
      "Interviewer > ¿Y ahora?",
      "Guest > Sola. <- 4",
    ]);
  });

  it("are somebody else than the moderator who calls on them", () => {
    const text =
      "THE MODERATOR: Questions, please.\n\nQ. Coach, what happened?\n\nCOACH REED: We lost.\n\nQ. And why?\n\nCOACH REED: They won.\n\nTHE MODERATOR: Last one.\n\nQ. Will you stay?\n\nCOACH REED: No.\n";
    const { statements } = readTalk(text);
    expect(statements.map(({ speaker }) => speaker?.name)).toEqual([
      "THE MODERATOR",
      "Interviewer",
      "COACH REED",
      "Interviewer",
      "COACH REED",
      "THE MODERATOR",
      "Interviewer",
      "COACH REED",
    ]);
  });

  it("leave an objection between question and answer to the other lawyer", () => {
    const text =
      "BY MS. LIANG:\n\nQ. Alone?\n\nMR. DOYLE: Objection. Vague.\n\nA. With a dog.\n\nQ. Whose?\n\nMR. DOYLE: Same objection.\n\nA. His.\n";
    expect(rolesIn(text)["MR. DOYLE"]).toBe("other");
  });
});

describe("initials with spaces or a tab behind them", () => {
  it.each(["  ", "   ", "\t"])("are labels: %j", (gap) => {
    const text = `Interviewed by Jo Mill (JM)\n\nJM${gap}When did you start?\n\nEW${gap}I were fourteen.\n\nJM${gap}Where?\n\nEW${gap}At the mill.\n`;
    const { statements } = readTalk(text);
    expect(statements.filter(({ kind }) => kind === "question")).toHaveLength(2);
    expect(linesOfTalk(text).some((line) => /> (?:JM|EW)/u.test(line))).toBe(false);
  });
});

describe("what stands below the last turn", () => {
  it("is nobody's words under a heading of its own", () => {
    const text =
      "TK: Why?\n\nIK: Because.\n\nTK: And now?\n\nIK: I rest.\n\nAbout the author\n\nJo Mill writes about clocks.\n";
    expect(linesOfTalk(text).slice(-2)).toEqual(["- About the author", "- Jo Mill writes about clocks."]);
  });
});

describe("a name in capitals above the first words", () => {
  it("is a label, though it is said in full this once", () => {
    const text =
      "ANN VALE, HOST:\n\nIt has been a long winter.\n\nBOB REED, BYLINE: He keeps his shoes by the door.\n\nTOM WREN: You never know.\n\nREED: Did anybody come?\n\nWREN: Twice.\n\nREED: Who was it?\n\nWREN: A bishop.\n\nVALE: That was Bob Reed.\n";
    expect(readTalk(text).statements[0]?.speaker?.name).toBe("ANN VALE");
  });
});

describe("questions without labels", () => {
  const tight = (last: string) =>
    "The actor on fear\n\nWhen did it start?\nAt school.\n\nWhat helps?\nTea, and the dark.\n\nWho taught you?\nMy mother. She had a machine.\n\n" +
    `What is the worst of it?\nThe lift.\n\n${last}\nI cried.\n`;

  it("stand over their answers, and so does what only prompts", () => {
    expect(asTurns(linesOfTalk(tight("Tell us a secret.")))).toEqual([
      "- The actor on fear",
      "Interviewer > When did it start?",
      "Guest > At school. <- 1",
      "Interviewer > What helps?",
      "Guest > Tea, and the dark. <- 3",
      "Interviewer > Who taught you?",
      "Guest > My mother. She had a machine. <- 5",
      "Interviewer > What is the worst of it?",
      "Guest > The lift. <- 7",
      "Interviewer > Tell us a secret.",
      "Guest > I cried. <- 9",
    ]);
  });

  it("may stand apart, with longer answers", () => {
    const { statements } = readTalk(tight("Will you stop?").replace(/\?\n/gu, "?\n\n"));
    expect(statements.filter(({ kind }) => kind === "question")).toHaveLength(5);
    expect(statements.every(({ attribution }) => attribution !== "stated")).toBe(true);
  });

  it("are an article's own where it quotes people, or where few are asked", () => {
    const quoting = tight("Why?").replace(/\n(At|Tea|My|The l)([^\n]*)/gu, "\n“$1$2,” she said.");
    expect(readTalk(quoting).format).toBe("article");
    expect(readTalk("Why now?\n\nNobody knows.\n\nWho cares?\n\nA few do.\n").format).toBe("article");
  });

  it("are read soundly", () => expectSound(dialogue, "talk.txt", tight("Tell us a secret.")));
});
