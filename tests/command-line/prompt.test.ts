import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { transcriptsFolder } from "../discord/hostile-transcripts.ts";
import { runProgram } from "./run-program.ts";

const lines = readFileSync("transcripts/lukashenko-brics.txt", "utf8").split("\n");
const question = "did putin ever ask for belarusian troops";
const quoted = (line: number) => `│ ${lines[line - 1]}\n`;

describe("the prompt, from a pipe", () => {
  it("answers, goes back and on by letters, and ends with the input", async () => {
    const { code, output, errors } = await runProgram([], { given: `/ask ${question}\ne\nl\n` });
    expect(code).toBe(0);
    expect(errors).toContain("No DISCORD_TOKEN is set, so this is the terminal");
    const [answer = "", earlier = "", later = ""] = output
      .split(/(?=^You asked: )/mu)
      .filter((one) => one !== "");
    expect(answer).toContain(quoted(12));
    expect(earlier).toContain("In context");
    expect(earlier).toContain(quoted(11));
    expect(later).toContain(quoted(12));
    expect(later).toContain(quoted(13));
  });

  it("takes a line without a slash for a question, and the same as /ask", async () => {
    const [bare, slashed] = await Promise.all([
      runProgram([], { given: `${question}\n` }),
      runProgram([], { given: `/ask ${question}` }),
    ]);
    expect(bare.output).toContain(quoted(12));
    expect(bare.output).toBe(slashed.output);
  });

  it("ends with the worst of its lines, and at once with /quit", async () => {
    const [none, unknown, left] = await Promise.all([
      runProgram([], { given: "best recipe for potato pancakes\n/interviews\n" }),
      runProgram([], { given: "best recipe for potato pancakes\n/frobnicate\n/interviews\n" }),
      runProgram([], { given: "/interviews\n/quit\n/frobnicate\n" }),
    ]);
    expect(none.code).toBe(1);
    expect(unknown.code).toBe(2);
    expect(left.code).toBe(0);
    expect(left.output).not.toContain("frobnicate");
  });

  it("is there with a token too when --terminal asks for it, and neither shows nor uses the token", async () => {
    const token = "MTEwMDAwMDAwMDAwMDAwMDAwMQ.secret.do-not-show-this";
    const { code, output, errors } = await runProgram(["--terminal"], {
      given: "/interviews\n/ask DISCORD_TOKEN\n/help\n",
      environment: { DISCORD_TOKEN: token, DISCORD_API_URL: "http://127.0.0.1:9/api" },
    });
    expect(code).not.toBe(2);
    expect(output).toContain("One interview");
    expect(output + errors).not.toContain("do-not-show-this");
    expect(output + errors).not.toContain("can’t be reached");
  });

  it("serves interviews of other folders, down to their last character", async () => {
    const said = "“Red \u001b[31m, *bold* and a tab\there\u00a0– ‘so’…,” Mira Oduya said.";
    const folder = transcriptsFolder({ "odd.txt": `“What was it?” I asked.\r\n${said}\r\n` });
    const { code, output } = await runProgram([], {
      given: "/quote red bold and a tab here\n",
      environment: { TRANSCRIPTS_DIR: folder },
    });
    expect(code).toBe(0);
    expect(output).toContain(`│ ${said}\n`);
  });
});

describe("a token", () => {
  const secret = "do-not-show-this";
  const nowhere = { DISCORD_API_URL: "http://127.0.0.1:9/api" };

  it.each([
    ["of the usual form", `MTEwMDAwMDAwMDAwMDAwMDAwMQ.secret.${secret}`],
    ["of no form", secret],
    ["that no header can hold", `漢${secret}€`],
    ["with white space in it", `Bot ${secret}`],
    ["with a control character in it", `${secret}\u0007x`],
  ])("%s is shown nowhere when there is no way onto Discord", async (_what, token) => {
    const { code, output, errors } = await runProgram([], {
      environment: { ...nowhere, DISCORD_TOKEN: token, LOG_LEVEL: "trace" },
    });
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors.trim().split("\n")).toHaveLength(1);
    expect(errors).not.toContain(secret);
    expect(errors).not.toContain("    at ");
  });

  it("is shown nowhere when another setting is wrong, or a single answer is asked for", async () => {
    const environment = { ...nowhere, DISCORD_TOKEN: `a.b.${secret}`, DISCORD_GUILD_ID: "my server" };
    const wrong = await runProgram([], { environment });
    expect(wrong.code).toBe(2);
    expect(wrong.errors).toContain("DISCORD_GUILD_ID");
    const { code, output, errors } = await runProgram(["interviews"], {
      environment: { ...nowhere, DISCORD_TOKEN: `a.b.${secret}` },
    });
    expect(code).toBe(0);
    expect(wrong.errors + wrong.output + output + errors).not.toContain(secret);
  });
});
