import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, HTTPError } from "discord.js";
import { describe, expect, it } from "vitest";
import { explainStartFailure, StartFailure, unrecoverableClose } from "../../src/discord/start-failure.ts";

const url = "http://127.0.0.1:9/api";
const token = "MTEwMDAwMDAwMDAwMDAwMDAwMQ.secret.do-not-show-this";
const headers = { Authorization: `Bot ${token}` };

function apiError(status: number): DiscordAPIError {
  const body = { code: 0, message: `refused for ${token}` };
  return new DiscordAPIError(body, 0, status, "GET", `${url}/v10/gateway/bot`, {
    body: headers,
    files: undefined,
  });
}

function httpError(status: number): HTTPError {
  return new HTTPError(status, "no", "GET", `${url}/v10/gateway/bot`, { body: headers, files: undefined });
}

function withCode(code: string): Error {
  return Object.assign(new Error("fetch failed"), { code });
}

describe("why the bot isn't on Discord", () => {
  it.each<readonly [what: string, error: unknown, says: RegExp]>([
    ["a token that is refused", apiError(401), /Discord refuses the token\. Copy it anew/u],
    ["a server in trouble", httpError(503), /status 503 at http:\/\/127\.0\.0\.1:9\/api\. Try again/u],
    ["an API error", apiError(404), /status 404/u],
    ["a connection that is refused", withCode("ECONNREFUSED"), /can’t be reached .* \(ECONNREFUSED\)/u],
    [
      "a cause deep down",
      new Error("a", { cause: new Error("b", { cause: withCode("ENOTFOUND") }) }),
      /ENOTFOUND/u,
    ],
    ["an error of several lines", new Error("first\nsecond"), /\(first\)/u],
    ["something that is no error", "a string", /\(unknown\)/u],
    ["nothing", undefined, /\(unknown\)/u],
  ])("is told in one line: %s", (_what, error, says) => {
    const failure = explainStartFailure(error, url);
    expect(failure).toBeInstanceOf(StartFailure);
    expect(failure.message).toMatch(says);
    expect(failure.message).not.toContain("\n");
    expect(failure.message).not.toContain("secret");
    expect(failure.message).not.toContain(token);
  });

  it("knows a token that the library itself won't take", () => {
    const Invalid = DiscordjsError as unknown as new (code: DiscordjsErrorCodes) => DiscordjsError;
    const failure = explainStartFailure(new Invalid(DiscordjsErrorCodes.TokenInvalid), url);
    expect(failure.message).toContain("Discord refuses the token");
  });

  it("leaves alone what it has said before", () => {
    const failure = new StartFailure("as it was");
    expect(explainStartFailure(failure, url)).toBe(failure);
  });
});

describe("a gateway that closes", () => {
  it.each([4004, 4010, 4011, 4012, 4013, 4014])("for good with %i is a line that says what to do", (code) => {
    expect(unrecoverableClose(code)?.message).toMatch(/^[^\n]{20,}\.$/u);
  });

  it.each([1000, 1001, 1006, 4000, 4001, 4007, 4008, 4009])("with %i is connected to again", (code) => {
    expect(unrecoverableClose(code)).toBeNull();
  });
});
