import type { Metric } from "../floors.ts";
import { DEVELOPMENT_SETS, questionsOf } from "../interview-sets.ts";
import { benchArchives, bundledArchive } from "./bench-archives.ts";
import { type DevFigures, measureDevQuestions } from "./dev-questions.ts";
import { type MisquoteReport, measureMisquotes } from "./measure.ts";
import type { Count } from "./tally.ts";
import { verifierOf } from "./verifier.ts";

const SEED = 20_241_024;
/** Over five archives 17 mutations make more than 20,000, though not every archive has a place for each. */
const EACH = 330;
const EACH_IN_CHECK = 80;
const PEERS_EVERY = 10;

export interface MeasuredMisquotes {
  readonly report: MisquoteReport;
  readonly dev: DevFigures;
}

/** Everything: the small archives and, with a folder, the public conversations. */
export async function evaluateMisquotes(folder: string | undefined): Promise<MeasuredMisquotes> {
  const archives = await benchArchives(folder);
  const report = measureMisquotes(archives, verifierOf, { seed: SEED, each: EACH, peersEvery: PEERS_EVERY });
  return { report, dev: await measureDev() };
}

/** Fewer, on the small archives alone: a second or two. */
export async function checkMisquotes(): Promise<MeasuredMisquotes> {
  const archives = await benchArchives();
  const options = { seed: SEED, each: EACH_IN_CHECK, peersEvery: Number.POSITIVE_INFINITY };
  return { report: measureMisquotes(archives, verifierOf, options), dev: await measureDev() };
}

async function measureDev(): Promise<DevFigures> {
  const { words } = await bundledArchive();
  const dev = DEVELOPMENT_SETS.filter(({ name }) => name === "dev");
  const questions = (await Promise.all(dev.map(questionsOf))).flat();
  return measureDevQuestions(verifierOf(words.archive), questions);
}

export function misquoteMetrics({ report, dev }: MeasuredMisquotes): readonly Metric[] {
  const { allMutations, allDamages } = report;
  const rows: readonly (readonly [string, Count, ("falling" | "rising")?, "strict"?])[] = [
    ["false accepts", allMutations.falseAccepts, "falling", "strict"],
    ["verdict right", allMutations.verdictRight],
    ["kind named", allMutations.kindRight],
    ["statement found", allMutations.statementRight],
    ["false rejects", allDamages.falseRejects, "falling"],
    ["statement found, true quotes", allDamages.statementRight],
    ["spelling named", allDamages.spellingNamed],
    ["dev set, verdict right", { holds: dev.verdictRight, of: dev.questions }, "rising", "strict"],
    ["dev set, statement found", { holds: dev.statementRight, of: dev.answered }, "rising", "strict"],
  ];
  return rows.map(([name, { holds, of }, way, strict]) => ({
    name: `misquotes: ${name}`,
    value: of === 0 ? 0 : holds / of,
    rising: way !== "falling",
    questions: of,
    strict: strict === "strict",
  }));
}
