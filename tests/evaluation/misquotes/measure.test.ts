import { beforeAll, describe, expect, it } from "vitest";
import { readInterviewQuestions } from "../../../evaluation/interview-questions.ts";
import { type BenchArchive, bundledArchive } from "../../../evaluation/misquotes/bench-archives.ts";
import { type MisquoteCase, misquoteCases } from "../../../evaluation/misquotes/cases.ts";
import { measureDevQuestions } from "../../../evaluation/misquotes/dev-questions.ts";
import { judgeHonest, judgeMisquote } from "../../../evaluation/misquotes/judgement.ts";
import { measureMisquotes } from "../../../evaluation/misquotes/measure.ts";
import { similarityOf } from "../../../evaluation/misquotes/peers.ts";
import { windowDistance } from "../../../evaluation/misquotes/window-distance.ts";
import type { DifferenceKind, Verification } from "../../../src/verification/verification.ts";
import { saying, verification, wordForWord } from "./fake-verifiers.ts";

const OPTIONS = { seed: 4, each: 12, peersEvery: 6 };

let archive: BenchArchive;
beforeAll(async () => {
  archive = await bundledArchive();
});

describe("what is measured", () => {
  it("counts every misquote as accepted by a verifier that accepts all", () => {
    const { allMutations, allDamages, misses } = measureMisquotes([archive], () => saying("exact"), OPTIONS);
    expect(allMutations.falseAccepts.of).toBeGreaterThan(150);
    expect(allMutations.falseAccepts.holds).toBe(allMutations.falseAccepts.of);
    expect(allMutations.verdictRight.holds).toBe(0);
    expect(allDamages.falseRejects.holds).toBe(0);
    // It names neither statements nor misspellings, so nothing is right.
    expect(misses).toHaveLength(allMutations.falseAccepts.of + allDamages.falseRejects.of);
  });

  it("counts every true quote as rejected by a verifier that finds nothing", () => {
    const report = measureMisquotes([archive], () => saying("absent"), OPTIONS);
    expect(report.allMutations.falseAccepts.holds).toBe(0);
    expect(report.allDamages.falseRejects.of).toBeGreaterThan(80);
    expect(report.allDamages.falseRejects.holds).toBe(report.allDamages.falseRejects.of);
    const unrelated = report.mutations.find(({ name }) => name === "unrelated")?.figures;
    expect(unrelated?.verdictRight.holds).toBe(unrelated?.verdictRight.of);
    expect(unrelated?.statementRight.of).toBe(0);
  });

  it("is the same every time, but for how long it took", () => {
    const measured = () => {
      const { medianMs: _, p99Ms: __, ...report } = measureMisquotes([archive], wordForWord, OPTIONS);
      return report;
    };
    expect(measured()).toEqual(measured());
  });

  it("lets a verifier pass that goes by the words and no speaker, but for the speakers", () => {
    const { mutations } = measureMisquotes([archive], wordForWord, OPTIONS);
    const accepted = mutations.filter(({ figures }) => figures.falseAccepts.holds > 0);
    expect(accepted.map(({ name }) => name)).toEqual(["wrong speaker", "wrong voice"]);
  });

  it("asks the peers some of the claims", () => {
    const { allMutations, allDamages } = measureMisquotes([archive], wordForWord, OPTIONS);
    for (const { of } of [...allMutations.peerAccepts, ...allDamages.peerRejects])
      expect(of).toBeGreaterThan(10);
    expect(allMutations.peerAccepts.every(({ holds }) => holds > 0)).toBe(true);
  });
});

describe("a misquote is judged", () => {
  let misquote: MisquoteCase;
  let right: Verification;
  beforeAll(() => {
    const made = misquoteCases(archive, { seed: 1, each: 5 });
    misquote = made.find(({ mutation }) => mutation === "number") as MisquoteCase;
    right = verification(misquote.words, "altered", misquote.sources[0]?.[0] ?? null, [differing("number")]);
  });
  const judge = (...verifications: readonly Verification[]) =>
    judgeMisquote(misquote, verifications, archive.words);

  it("right when the verdict, the kind and the statement are", () => {
    expect(judge(right)).toEqual({
      isAccepted: false,
      isVerdictRight: true,
      isKindRight: true,
      isStatementRight: true,
    });
  });

  it("wrong when the kind, the statement or the verdict isn't", () => {
    expect(judge({ ...right, differences: [differing("other")] }).isKindRight).toBe(false);
    const other = archive.words.spoken.find(({ statement }) => statement.lines[0] === 32)?.statement ?? null;
    expect(judge({ ...right, statement: other }).isStatementRight).toBe(false);
    expect(judge({ ...right, statement: null }).isStatementRight).toBe(false);
    expect(judge({ ...right, verdict: "absent" }).isVerdictRight).toBe(false);
  });

  it("accepted only when all of it is called exact", () => {
    expect(judge({ ...right, verdict: "exact" }).isAccepted).toBe(true);
    expect(judge({ ...right, verdict: "exact" }, { ...right, claim: "" }).isAccepted).toBe(false);
  });
});

describe("a true quote is judged", () => {
  it("by the verdict, the statement, and whether a slip is named as one", () => {
    const statement = archive.words.spoken[6]?.statement;
    if (!statement) throw new Error("no statement");
    const one = { damage: "misspelling" as const, words: "", text: "", sources: [statement] };
    const found = verification("", "exact", statement);
    expect(judgeHonest(one, [found])).toEqual({
      isRejected: false,
      isStatementRight: true,
      isSpellingNamed: false,
    });
    const named = { ...found, differences: [differing("spelling")] };
    expect(judgeHonest(one, [named]).isSpellingNamed).toBe(true);
    expect(judgeHonest({ ...one, damage: "none" }, [{ ...found, verdict: "altered" }])).toEqual({
      isRejected: true,
      isStatementRight: true,
      isSpellingNamed: null,
    });
  });
});

describe("the dev set's questions about quotes", () => {
  it("are judged by their kind and their lines", async () => {
    const questions = await readInterviewQuestions("evaluation/interview-dev.json");
    const absent = measureDevQuestions(saying("absent"), questions);
    expect(absent).toMatchObject({ questions: 26, verdictRight: 6, answered: 20, statementRight: 0 });
    const altered = measureDevQuestions(saying("altered"), questions);
    expect(altered).toMatchObject({ verdictRight: 10 });
    const strict = measureDevQuestions(wordForWord(archive.words.archive), questions);
    expect(strict).toMatchObject({ verdictRight: 16, statementRight: 10 });
  });
});

describe("what today's practice says", () => {
  it("is that a dropped negation is the same quote", () => {
    const said =
      "Putin will never use the weapons stationed in Belarus without the Belarusian president’s consent";
    expect(similarityOf(said.replace("never ", ""), said)).toBeGreaterThan(0.9);
    expect(similarityOf("Something else altogether was said there", said)).toBeLessThan(0.5);
  });

  it("counts edits against the best stretch", () => {
    expect(windowDistance("cat", "the cats")).toBe(0);
    expect(windowDistance("cut", "the cats")).toBe(1);
    expect(windowDistance("abc", "")).toBe(3);
    expect(windowDistance(["a", "b"], ["x", "a", "y", "b"])).toBe(1);
  });
});

function differing(kind: DifferenceKind): Verification["differences"][number] {
  return { change: "changed", kind, claimed: { start: 0, end: 1 }, said: [], statement: null };
}
