import { config as loadDotenv } from "dotenv";
import { ConfigError, readConfig } from "./config.ts";
import { runVerb } from "./run-verb.ts";
import { DiagnosticError } from "./transcript/diagnostic.ts";

/**
 * The composition root: reads the settings, builds what they call for, and turns whatever can't be mended into
 * one clear message and exit code 2.
 */
async function main(): Promise<number> {
  loadDotenv({ quiet: true });
  const [first, ...rest] = process.argv.slice(2);
  try {
    const config = readConfig(process.env);
    return await runVerb(first, rest, config);
  } catch (error) {
    const expected =
      error instanceof ConfigError ||
      error instanceof DiagnosticError ||
      (error instanceof Error && error.name === "StartFailure");
    if (expected) process.stderr.write(`${error.message}\n`);
    else process.stderr.write(`Something went wrong here: ${describe(error)}\n`);
    return 2;
  }
}

/** Where it happened is for those who look for it. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const looking = /^(?:debug|trace)$/iu.test(process.env.LOG_LEVEL ?? "");
  return looking && error.stack ? error.stack : `${error.message} (LOG_LEVEL=debug shows where)`;
}

process.exitCode = await main();
