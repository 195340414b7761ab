import { execFileSync } from "node:child_process";

/** The end-to-end tests run the bot as its own process: what they run is what the sources say now. */
export function setup(): void {
  for (const project of ["tsconfig.build.json", "tsconfig.page.json"]) {
    execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", project], { stdio: "inherit" });
  }
}
