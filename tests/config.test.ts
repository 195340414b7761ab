import { homedir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ConfigError, LOG_LEVELS, readConfig } from "../src/config.ts";

const HOME_CACHE = join(homedir(), ".cache", "on-the-record");

describe("the settings", () => {
  it("all have a default, and no token means no Discord", () => {
    expect(readConfig({})).toEqual({
      token: undefined,
      guildId: undefined,
      apiUrl: "https://discord.com/api",
      transcriptsFolder: "transcripts",
      cacheFolder: HOME_CACHE,
      logLevel: "info",
    });
  });

  it("that are empty or blank count as not set, as in a .env that was only copied", () => {
    const blank = {
      DISCORD_TOKEN: "",
      DISCORD_GUILD_ID: " ",
      DISCORD_API_URL: "\t",
      TRANSCRIPTS_DIR: "",
      LOG_LEVEL: " ",
    };
    expect(readConfig(blank)).toEqual(readConfig({}));
  });

  it("are taken as they are, without the white space around them", () => {
    expect(
      readConfig({
        DISCORD_TOKEN: " a.b.c\n",
        DISCORD_GUILD_ID: "1100000000000000201 ",
        DISCORD_API_URL: " http://127.0.0.1:8080/api/",
        TRANSCRIPTS_DIR: " some where/else ",
        LOG_LEVEL: " WARN ",
      }),
    ).toEqual({
      token: "a.b.c",
      guildId: "1100000000000000201",
      apiUrl: "http://127.0.0.1:8080/api",
      transcriptsFolder: "some where/else",
      cacheFolder: HOME_CACHE,
      logLevel: "warn",
    });
  });

  it("say where to keep what was read for the next start, or that it is to be kept nowhere", () => {
    expect(readConfig({ CACHE_DIR: " some/where " }).cacheFolder).toBe("some/where");
    expect(readConfig({ XDG_CACHE_HOME: "/var/cache" }).cacheFolder).toBe(
      join("/var/cache", "on-the-record"),
    );
    expect(readConfig({ CACHE_DIR: "~/caches/here" }).cacheFolder).toBe(join(homedir(), "caches/here"));
    expect(readConfig({ CACHE_DIR: "Off" }).cacheFolder).toBeNull();
  });

  it.each(LOG_LEVELS)("know the log level %s", (level) => {
    expect(readConfig({ LOG_LEVEL: level }).logLevel).toBe(level);
  });

  it.each([
    "http://127.0.0.1:1/api",
    "https://discord.com/api",
    "http://[::1]:80/api",
    "https://example.org",
  ])("take %s for Discord's API", (url) => {
    expect(readConfig({ DISCORD_API_URL: url }).apiUrl).toBe(url);
    expect(readConfig({ DISCORD_API_URL: `${url}//` }).apiUrl).toBe(url);
  });
});

function problemOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error("nothing was wrong");
}

describe("a setting that can't be used", () => {
  it.each<readonly [name: string, value: string, says: RegExp]>([
    ["DISCORD_TOKEN", "Bot a.b.c", /white space.*without “Bot ”/u],
    ["DISCORD_TOKEN", "漢字.b.c", /no token has/u],
    ["DISCORD_TOKEN", "a.b.c\u0007", /no token has/u],
    ["DISCORD_API_URL", "https://me:secret@discord.com/api", /must not hold a user name or a password/u],
    ["DISCORD_GUILD_ID", "my server", /17 to 20 digits/u],
    ["DISCORD_GUILD_ID", "1234567890123456", /17 to 20 digits/u],
    ["DISCORD_GUILD_ID", "123456789012345678901", /17 to 20 digits/u],
    ["DISCORD_API_URL", "discord.com/api", /web address/u],
    ["DISCORD_API_URL", "ftp://discord.com/api", /web address/u],
    ["DISCORD_API_URL", "http://", /web address/u],
    ["DISCORD_API_URL", "http://[not an address/api", /web address/u],
    ["DISCORD_API_URL", "https://discord.com/api/v10", /before the version/u],
    ["DISCORD_API_URL", "https://discord.com/api/v10/", /before the version/u],
    ["LOG_LEVEL", "loud", /takes one of fatal, error/u],
  ])("is named, with what it takes: %s=%s", (name, value, says) => {
    const problem = problemOf({ [name]: value });
    expect(problem).toMatch(says);
    expect(problem.split("\n")).toHaveLength(1);
    expect(problem.startsWith(`${name} `)).toBe(true);
  });

  it("is named together with all others", () => {
    const problems = problemOf({ DISCORD_TOKEN: "a b", DISCORD_GUILD_ID: "x", LOG_LEVEL: "loud" }).split(
      "\n",
    );
    expect(problems.map((problem) => problem.split(" ")[0])).toEqual([
      "DISCORD_TOKEN",
      "DISCORD_GUILD_ID",
      "LOG_LEVEL",
    ]);
  });

  it("is never repeated, for one of them is secret", () => {
    const value = fc
      .string({ unit: "grapheme", minLength: 8, maxLength: 40 })
      .filter((text) => text.trim().length > 7);
    const name = fc.constantFrom("DISCORD_TOKEN", "DISCORD_GUILD_ID", "DISCORD_API_URL", "LOG_LEVEL");
    fc.assert(
      fc.property(name, value, (setting, text) => {
        try {
          readConfig({ [setting]: text });
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigError);
          expect((error as ConfigError).message).not.toContain(text.trim());
        }
      }),
      { numRuns: 500 },
    );
  });
});
