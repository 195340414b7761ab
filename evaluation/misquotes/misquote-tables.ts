import { table } from "../table.ts";
import type { DevFigures } from "./dev-questions.ts";
import type { MisquoteMiss, MisquoteReport } from "./measure.ts";
import type { Count } from "./tally.ts";

/** What `npm run eval -- misquotes` prints. */
export function printedMisquotes(
  report: MisquoteReport,
  dev: DevFigures,
  options: { readonly misses: boolean },
): string {
  const { archives, medianMs, p99Ms } = report;
  const sizes = archives.map(
    ({ name, misquotes, honest }) => `- ${name}: ${misquotes} misquotes, ${honest} true quotes`,
  );
  const misses = [...report.misses, ...dev.misses];
  return [
    "Misquotes: true words mutated, every second one damaged besides. A false accept is a misquote called exact.",
    "What the peers accept is asked of the true statement alone, which they needn't find.\n",
    misquoteTable(report),
    "\nTrue words, damaged as copying and typing do. A false reject is one called anything but exact.\n",
    honestTable(report),
    `\n${aimsTable(report, dev)}`,
    `\n${sizes.join("\n")}`,
    `- ${medianMs.toFixed(2)} ms a claim, p99 ${p99Ms.toFixed(2)} ms`,
    ...(options.misses ? [`\nMisses\n${missesOf(misses)}`] : []),
  ].join("\n");
}

function misquoteTable({ mutations, allMutations, peers }: MisquoteReport): string {
  const rows = [...mutations, { name: "all", figures: allMutations }].map(({ name, figures }) => ({
    name,
    cells: [
      String(figures.falseAccepts.of),
      String(figures.falseAccepts.holds),
      share(figures.verdictRight),
      share(figures.kindRight),
      share(figures.statementRight),
      ...figures.peerAccepts.map(share),
    ],
  }));
  const columns = ["misquotes", "false accepts", "verdict right", "kind named", "statement right"];
  return table([...columns, ...peers.map((peer) => `${peer} accepts`)], rows);
}

function honestTable({ damages, allDamages, peers }: MisquoteReport): string {
  const rows = [...damages, { name: "all", figures: allDamages }].map(({ name, figures }) => ({
    name,
    cells: [
      String(figures.falseRejects.of),
      String(figures.falseRejects.holds),
      share(figures.falseRejects),
      share(figures.statementRight),
      share(figures.spellingNamed),
      ...figures.peerRejects.map(share),
    ],
  }));
  const columns = ["true quotes", "false rejects", "share", "statement right", "spelling named"];
  return table([...columns, ...peers.map((peer) => `${peer} rejects`)], rows);
}

/** What issue 4 aims at. */
function aimsTable({ allMutations, allDamages, peers }: MisquoteReport, dev: DevFigures): string {
  const none = peers.map(() => "—");
  const rows = [
    {
      name: `false accepts in ${allMutations.falseAccepts.of}`,
      cells: ["0", String(allMutations.falseAccepts.holds), ...allMutations.peerAccepts.map(ofAsked)],
    },
    {
      name: "false rejects",
      cells: ["< 0.010", share(allDamages.falseRejects), ...allDamages.peerRejects.map(ofAsked)],
    },
    { name: "kind named", cells: ["≥ 0.900", share(allMutations.kindRight), ...none] },
    { name: "statement found", cells: ["≥ 0.980", share(allMutations.statementRight), ...none] },
    {
      name: "dev set, verdict right",
      cells: [String(dev.questions), String(dev.verdictRight), ...none],
    },
    {
      name: "dev set, statement found",
      cells: [String(dev.answered), String(dev.statementRight), ...none],
    },
  ];
  return table(["aim", "this project", ...peers], rows);
}

function missesOf(misses: readonly MisquoteMiss[]): string {
  return misses
    .map(({ archive, name, claim, wanted, got }) => {
      // One claim a line, its unseen characters seen.
      const shown = JSON.stringify(claim).replace(
        /[^\P{C}]|[\u00a0\u2009\u202f\u3000]/gu,
        (unseen) => `\\u${unseen.charCodeAt(0).toString(16).padStart(4, "0")}`,
      );
      return `  [${name}; ${archive}] ${shown}\n      wanted ${wanted}; got ${got}`;
    })
    .join("\n");
}

function share({ holds, of }: Count): string {
  return of === 0 ? "—" : (holds / of).toFixed(3);
}

function ofAsked(count: Count): string {
  return `${count.holds} of ${count.of}`;
}
