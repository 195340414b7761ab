import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

/** The floors of the house, lowest first: a file may import from its own floor's folder and from lower floors. */
const FLOORS: readonly (readonly string[])[] = [
  ["src/transcript"],
  ["src/search", "src/audit"],
  ["src/verification"],
  ["src/reply"],
  ["src/command"],
  ["commands"],
  ["src/discord", "src/terminal", "src/loopback"],
  ["src/page"],
  ["src"],
];

const root = resolve(import.meta.dirname, "..");

function floorOf(file: string): { floor: number; folder: string } {
  for (let floor = 0; floor < FLOORS.length; floor += 1) {
    const folder = FLOORS[floor]?.find((candidate) =>
      candidate === "src" ? dirname(file) === "src" : file.startsWith(`${candidate}/`),
    );
    if (folder) return { floor, folder };
  }
  throw new Error(`${file} stands on no floor: add its folder to FLOORS and to the map in CONTRIBUTING.md`);
}

function sourceFiles(): readonly string[] {
  return ["src", "commands"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `${folder}/${name}`),
  );
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/(?:from|import\()\s*"(\.[^"]+)"/gu)].map((match) =>
    relative(root, resolve(root, dirname(file), match[1] ?? "")),
  );
}

/** Breaches of the one-way flow, as "file imports file". */
function breaches(file: string, imports: readonly string[]): readonly string[] {
  const from = floorOf(file);
  return imports
    .filter((imported) => {
      const to = floorOf(imported);
      return to.floor > from.floor || (to.floor === from.floor && to.folder !== from.folder);
    })
    .map((imported) => `${file} imports ${imported}`);
}

describe("the house", () => {
  it("has every file on a floor and no import going up or across", () => {
    const files = sourceFiles();
    expect(files.length).toBeGreaterThan(40);
    expect(files.flatMap((file) => breaches(file, importsOf(file)))).toEqual([]);
  });

  it("would notice an import that goes up, or across to a neighbour", () => {
    expect(breaches("src/search/x.ts", ["src/reply/reply.ts"])).toHaveLength(1);
    expect(breaches("src/discord/x.ts", ["src/terminal/y.ts"])).toHaveLength(1);
    expect(breaches("src/discord/x.ts", ["src/reply/reply.ts"])).toEqual([]);
  });

  it("lets the audit read the source files and share nothing else but types", () => {
    const files = sourceFiles().filter((file) => file.startsWith("src/audit/"));
    const outside = files
      .flatMap((file) => importsOf(file))
      .filter((imported) => !imported.startsWith("src/audit/"));
    expect([...new Set(outside)].sort()).toEqual([
      "src/transcript/reading.ts",
      "src/transcript/source-file.ts",
      "src/transcript/source-text.ts",
    ]);
    for (const file of files) {
      const code = readFileSync(join(root, file), "utf8");
      expect(code).not.toMatch(/import \{[^}]*\} from "\.\.\/transcript\/(?:reading|source-text)\.ts"/u);
    }
  });

  it("keeps Discord's library out of everything below the Discord floor", () => {
    const users = sourceFiles().filter((file) =>
      /from "discord\.js"/u.test(readFileSync(join(root, file), "utf8")),
    );
    expect(users.filter((file) => !file.startsWith("src/discord/"))).toEqual([]);
  });

  it("names no file after nothing in particular", () => {
    const vague = sourceFiles().filter((file) =>
      /(?:^|\/)(?:utils?|helpers?|misc|common|manager)(?:\.ts|\/)/u.test(file),
    );
    expect(vague).toEqual([]);
  });
});
