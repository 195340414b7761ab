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
    if (!expected) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

process.exitCode = await main();
