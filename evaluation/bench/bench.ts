import { parseArgs } from "node:util";
import type { Report } from "./report.ts";
import { printed } from "./report.ts";
import type { BenchOptions } from "./run-cell.ts";

/**
 * `npm run bench -- [discord|quality|speed|build|memory|scale|autocomplete …] [--json] [--seconds N] [--sizes 1000,10000]`, all
 * of them without a name. All but discord read the public sets from the folder that EVAL_DATA names.
 */
const BENCHES: Readonly<Record<string, () => Promise<{ bench(options: BenchOptions): Promise<Report> }>>> = {
  quality: () => import("./bench-quality.ts"),
  speed: () => import("./bench-speed.ts"),
  build: () => import("./bench-build.ts"),
  memory: () => import("./bench-memory.ts"),
  scale: () => import("./bench-scale.ts"),
  autocomplete: () => import("./bench-autocomplete.ts"),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    seconds: { type: "string", default: "60" },
    sizes: { type: "string", default: "1000,10000,100000" },
  },
});
const known = ["discord", ...Object.keys(BENCHES)];
const unknown = positionals.find((name) => !known.includes(name));
if (unknown !== undefined) {
  process.stderr.write(`there is no bench called ${unknown}; there are ${known.join(", ")}\n`);
  process.exit(2);
}
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
  const options = { folder, seconds: Number(values.seconds), sizes: values.sizes.split(",").map(Number) };
  const report = await (await BENCHES[name]?.())?.bench(options);
  if (report)
    process.stdout.write(`${values.json ? JSON.stringify({ bench: name, ...report }) : printed(report)}\n\n`);
}
