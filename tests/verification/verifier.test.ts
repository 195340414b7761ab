import { beforeAll, describe, expect, it } from "vitest";
import { buildStatementIndex } from "../../src/search/statement-index.ts";
import { buildVerifier } from "../../src/verification/archive-verifier.ts";
import type { Verification, Verifier } from "../../src/verification/verification.ts";
import { archiveOf, bundledArchive, interviewOf } from "../search/archives.ts";

let verifier: Verifier;

beforeAll(async () => {
  verifier = buildVerifier(buildStatementIndex(await bundledArchive()));
});

function only(text: string, by: Verifier = verifier): Verification {
  const { verifications, unchecked } = by.verify(text);
  expect(unchecked).toBe(0);
  expect(verifications).toHaveLength(1);
  return verifications[0] as Verification;
}

const linesOf = (one: Verification) => one.statement?.lines ?? null;
const kindsOf = (one: Verification) => one.differences.map(({ change, kind }) => `${change} ${kind}`);

/** A claim → its verdict, the lines of its statement, and what differs. */
const CLAIMS: readonly (readonly [
  name: string,
  claim: string,
  verdict: string,
  lines: readonly [number, number] | null,
  differences: readonly string[],
])[] = [
  ["the words as printed", "We have no plans to attack anyone.", "exact", [25, 25], []],
  ["another case and no punctuation", "WE HAVE no plans to attack anyone", "exact", [25, 25], []],
  [
    "a turn over two paragraphs",
    "That’s all. This is no step towards improving relations",
    "exact",
    [31, 32],
    [],
  ],
  ["an insertion left out", "But only if the boot of one soldier steps into Belarus", "exact", [25, 25], []],
  [
    "an insertion kept",
    "But only if the boot of one [foreign] soldier steps into Belarus",
    "exact",
    [25, 25],
    [],
  ],
  [
    "an attribution left out",
    "We freed political prisoners on humanitarian grounds. They were mostly elderly people",
    "exact",
    [31, 32],
    [],
  ],
  ["an answer of one word", "Never.", "exact", [12, 12], []],
  ["a negation cut", "We have plans to attack anyone", "cut", [25, 25], ["left-out negation"]],
  ["a beginning alone", "Putin will never use the weapons stationed in Belarus", "exact", [23, 23], []],
  [
    "another number",
    "There were exercises going on involving 300 thousand Russian soldiers",
    "altered",
    [16, 17],
    ["changed number"],
  ],
  [
    "a negation added",
    "I’m not completely ready, otherwise why have these weapons?",
    "altered",
    [25, 25],
    ["added negation"],
  ],
  [
    "another name",
    "At one point he redirected some of these troops to Minsk",
    "altered",
    [16, 17],
    ["changed name"],
  ],
  [
    "pieces of two statements",
    "We have no plans to attack anyone. We freed political prisoners on humanitarian grounds.",
    "spliced",
    [31, 32],
    [],
  ],
  [
    "a few words put further down",
    "We political prisoners on humanitarian grounds freed. They were mostly elderly people",
    "altered",
    [31, 32],
    ["moved order"],
  ],
  [
    "a few words put further up",
    "We prisoners freed political on humanitarian grounds. They were mostly elderly people",
    "altered",
    [31, 32],
    ["added other", "left-out other"],
  ],
  [
    "pieces in another order",
    "They were mostly elderly people and the sick. We freed political prisoners on humanitarian grounds.",
    "altered",
    [31, 32],
    ["moved order"],
  ],
  ["words nobody said", "The moon landing was staged by penguins in Antarctica", "absent", null, []],
  [
    "a question of the interviewer",
    "Is Putin ready to use those weapons in the war in Ukraine?",
    "misattributed",
    [22, 22],
    [],
  ],
  [
    "the narration",
    "Human rights groups estimate there are currently 1,300 political prisoners in Belarus.",
    "misattributed",
    [26, 26],
    [],
  ],
  ["another speaker", "“We have no plans to attack anyone” — Putin", "misattributed", [25, 25], []],
  ["its speaker", "“We have no plans to attack anyone” — Lukashenko", "exact", [25, 25], []],
  [
    "a misspelling",
    "We freed politcal prisoners on humanitarian grounds",
    "exact",
    [31, 32],
    ["misspelt spelling"],
  ],
  // The о of "no" and the а of "plans" are Cyrillic.
  ["Cyrillic look-alikes", "We have nо plаns to attack anyone", "exact", [25, 25], []],
  ["soft hyphens", "We have no plans to at\u00adtack any\u00adone", "exact", [25, 25], []],
  [
    "a word hyphenated at the end of a line",
    "We freed political prisoners on humani-\ntarian grounds",
    "exact",
    [31, 32],
    [],
  ],
  ["a question around it", "did he say “We have no plans to attack anyone”?", "exact", [25, 25], []],
  ["a lead-in without marks", "Did he say we have no plans to attack anyone?", "exact", [25, 25], []],
  [
    "a lead-in with a name",
    "Did Lukashenko really say that we have no plans to attack anyone?",
    "exact",
    [25, 25],
    [],
  ],
  [
    "a paragraph as printed",
    "“Rubbish,” Lukashenko replied. “Knowing his character Putin would never try to persuade another country to involve its army in Russia’s special operation in Ukraine.”",
    "exact",
    [7, 7],
    [],
  ],
];

describe("a claim about the bundled interview", () => {
  it.each(CLAIMS)("%s", (_name, claim, verdict, lines, differences) => {
    const one = only(claim);
    expect({ verdict: one.verdict, lines: linesOf(one), differences: kindsOf(one) }).toEqual({
      verdict,
      lines,
      differences,
    });
    expect(one.isTooShort).toBe(false);
  });

  it("is too short when anybody may have said it", () => {
    expect(only("the war").isTooShort).toBe(true);
    expect(only("…").isTooShort).toBe(true);
    expect(only("…").verdict).toBe("absent");
  });

  it("is the same decomposed", () => {
    const text = interviewOf(
      "cafe",
      "“Was the café naïve?” I asked.\n“The café had a façade of old stone,” Berg said.",
    );
    const by = buildVerifier(buildStatementIndex(archiveOf(text)));
    expect(only("The café had a façade of old stone".normalize("NFD"), by).verdict).toBe("exact");
  });

  it("is warned of where what comes right after turns it around", () => {
    const one = only("I’m completely ready, otherwise why have these weapons?");
    expect(one.verdict).toBe("exact");
    const source = one.statement?.interview.source;
    const after = one.cautions.map(({ kind, where, said }) => [
      kind,
      where,
      said.map((span) => source?.verbatim(span).text).join(" "),
    ]);
    expect(after).toEqual([
      [expect.any(String), "after", expect.stringMatching(/^But only if the boot of one .*Belarus$/u)],
    ]);
  });

  it("gives the words that were left out", () => {
    const one = only("We have plans to attack anyone");
    const source = one.statement?.interview.source;
    expect(one.differences[0]?.claimed).toBeNull();
    expect(one.differences[0]?.said.map((span) => source?.verbatim(span).text)).toEqual(["no"]);
  });

  it("names the print's other differences", () => {
    expect(only("WE have no plans, to attack anyone").typography).toEqual(
      expect.arrayContaining(["capitals", "punctuation"]),
    );
    expect(only("We have nо plаns to attack anyone").typography).toContain("look-alike letters");
    expect(only("We have no plans to at\u00adtack anyone").typography).toContain("invisible characters");
    expect(only("if the boot of one soldier steps into Belarus").typography).toContain("insertion left out");
  });

  it("is one of several, each with its own verdict", () => {
    const { verifications } = verifier.verify(
      "He said “we have no plans to attack anyone” and later “we freed all the political criminals on humanitarian grounds”. Also “penguins rule the icy southern moon”.",
    );
    expect(verifications.map(({ verdict }) => verdict)).toEqual(["exact", "altered", "absent"]);
  });

  it("is counted, not checked, beyond ten", () => {
    const text = Array.from({ length: 12 }, () => "“we have no plans to attack anyone”").join(" and ");
    const { verifications, unchecked } = verifier.verify(text);
    expect([verifications.length, unchecked]).toEqual([10, 2]);
  });

  it("takes a speaker from the options only where the text names none", () => {
    const by = (text: string) => verifier.verify(text, { speaker: "Putin" }).verifications[0];
    expect(by("We have no plans to attack anyone")?.verdict).toBe("misattributed");
    expect(by("“We have no plans to attack anyone” — Lukashenko")?.verdict).toBe("exact");
  });
});

describe("a claim about other archives", () => {
  it("is told of every statement with its words", () => {
    const talk = (id: string) =>
      interviewOf(
        id,
        "“What about the bridge?” I asked.\n“The old bridge will be closed in autumn,” Berg said.",
      );
    const by = buildVerifier(buildStatementIndex(archiveOf(talk("first"), talk("second"))));
    const one = only("The old bridge will be closed in autumn", by);
    expect(one.verdict).toBe("exact");
    expect(one.alsoIn).toHaveLength(1);
    const ids = [one.statement, ...one.alsoIn].map((statement) => statement?.interview.id);
    expect(ids.sort()).toEqual(["first", "second"]);
  });

  it("reads a claim from its first word on, though a word is left out right behind it", () => {
    const by = buildVerifier(
      buildStatementIndex(
        archiveOf(
          interviewOf("harbour", "“The pumps froze. We never asked the council for money,” Berg said."),
        ),
      ),
    );
    const cut = only("we asked the council for money", by);
    expect([cut.verdict, kindsOf(cut)]).toEqual(["cut", ["left-out negation"]]);
  });

  it("is checked in Russian", () => {
    const yaml =
      "language: ru\nspeakers:\n  - name: Анна Берг\n    role: guest\n  - name: Журналист\n    role: interviewer\n";
    const text = [
      "Анна Берг правит городом.",
      "“Мы никогда не закроем старую библиотеку в центре города.”",
      "“Закроют ли новую школу?” I asked.",
    ].join("\n");
    const by = buildVerifier(buildStatementIndex(archiveOf(interviewOf("ru", text, yaml))));
    expect(only("МЫ НИКОГДА не закроем старую библиотеку", by).verdict).toBe("exact");
    const cut = only("Мы закроем старую библиотеку в центре города", by);
    expect([cut.verdict, kindsOf(cut)]).toEqual(["cut", ["left-out negation"]]);
    expect(only("Закроют ли новую школу?", by).verdict).toBe("misattributed");
    expect(only("Пингвины живут на луне и едят сыр", by).verdict).toBe("absent");
  });
});
