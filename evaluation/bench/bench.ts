import { parseArgs } from "node:util";
import type { Report } from "./report.ts";
import { printed } from "./report.ts";
import type { BenchOptions } from "./run-cell.ts";

const BENCHES: Readonly<Record<string, () => Promise<{ bench(options: BenchOptions): Promise<Report> }>>> = {
  quality: () => import("./bench-quality.ts"),
  speed: () => import("./bench-speed.ts"),
  build: () => import("./bench-build.ts"),
  memory: () => import("./bench-memory.ts"),
  scale: () => import("./bench-scale.ts"),
  autocomplete: () => import("./bench-autocomplete.ts"),
  verify: () => import("./bench-verify.ts"),
  start: () => import("./bench-start.ts"),
};

const HELP = `npm run bench -- [NAME …] [--quick] [--json] [--sizes 1000,10000] [--seconds N]

Measures the project; all of it without a name.

  discord       acknowledgements and start, beside a bare bot, on a loopback Discord
  quality       how often a right statement comes first, beside eleven engines
  speed         milliseconds a question, beside them
  build         milliseconds to index, beside them
  memory        bytes a statement, beside them
  scale         this project alone, from 1,000 statements to 1,000,000
  autocomplete  milliseconds a key, for topics and for quotes
  verify        milliseconds to verify a claim, hostile ones too, beside a scan of the archive
  start         from the start of the process to an answer, with and without a snapshot

  --quick       1,000 and 10,000 statements, 10 seconds an engine: some minutes in all
  --sizes       other numbers of statements; without it 1000,10000,100000
  --seconds     how long an engine may take for one size, 60 without it
  --json        one line of JSON a bench

All but discord need EVAL_DATA, the folder of the public question sets.
`;

const { values, positionals, refused } = understood(process.argv.slice(2));
const known = ["discord", ...Object.keys(BENCHES)];
const unknown = positionals.find((name) => !known.includes(name));
const sizes = (values.sizes ?? (values.quick ? "1000,10000" : "1000,10000,100000")).split(",").map(Number);
const seconds = Number(values.seconds ?? (values.quick ? 10 : 60));
const wrong =
  refused ??
  (unknown !== undefined
    ? `there is no bench called ${unknown}`
    : [...sizes, seconds].some((value) => !(value > 0))
      ? "--sizes and --seconds take numbers above 0"
      : null);
if (wrong !== null) process.stderr.write(`${wrong}\n\n${HELP}`);
else if (values.help) process.stdout.write(HELP);
else await measure();
process.exitCode = wrong === null ? 0 : 2;

function understood(args: readonly string[]) {
  const options = {
    help: { type: "boolean", short: "h", default: false },
    quick: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    seconds: { type: "string" },
    sizes: { type: "string" },
  } as const;
  try {
    return { ...parseArgs({ args: [...args], allowPositionals: true, options }), refused: null };
  } catch (error) {
    const refused = error instanceof Error ? error.message : String(error);
    return { ...parseArgs({ args: [], allowPositionals: true, options }), refused };
  }
}

async function measure(): Promise<void> {
  const folder = process.env.EVAL_DATA ?? "";
  for (const name of positionals.length > 0 ? positionals : known) {
    if (name === "discord") {
      await import("../discord/bench-discord.ts");
      continue;
    }
    if (folder === "") {
      process.stderr.write(
        `${name}: not measured, EVAL_DATA is not set (the folder of the public question sets)\n`,
      );
      continue;
    }
    const report = await (await BENCHES[name]?.())?.bench({ folder, seconds, sizes, quick: values.quick });
    if (!report) continue;
    process.stdout.write(
      values.json ? `${JSON.stringify({ bench: name, ...report })}\n` : `${printed(report)}\n\n`,
    );
  }
}
