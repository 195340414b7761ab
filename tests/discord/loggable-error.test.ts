import { DiscordAPIError } from "discord.js";
import { describe, expect, it } from "vitest";
import { loggableError } from "../../src/discord/loggable-error.ts";

const secret = "do-not-log-this";

describe("what is logged of an error", () => {
  it("of Discord's API is what Discord said, never the request or a value that it repeats", () => {
    const body = {
      code: 50035,
      message: "Invalid Form Body",
      errors: {
        data: {
          content: { _errors: [{ code: "BASE_TYPE_BAD_LENGTH", message: `"${secret}" is too long` }] },
        },
      },
    };
    const request = { body: { content: secret }, files: undefined };
    const error = new DiscordAPIError(
      body,
      50035,
      400,
      "POST",
      `https://x/interactions/1/${secret}/callback`,
      request,
    );
    expect(error.message).toContain(secret);
    const logged = loggableError(error);
    expect(JSON.stringify(logged)).not.toContain(secret);
    expect(logged).toMatchObject({
      name: expect.any(String),
      message: "Invalid Form Body",
      code: 50035,
      status: 400,
    });
    expect(JSON.stringify(logged)).toContain("BASE_TYPE_BAD_LENGTH");
  });

  it("of the program is its message, where it came from, and what caused it", () => {
    const error = new TypeError("outer", { cause: new RangeError("inner") });
    expect(loggableError(error)).toMatchObject({
      name: "TypeError",
      message: "outer",
      stack: expect.arrayContaining([expect.stringContaining("loggable-error.test.ts")]),
      cause: { name: "RangeError", message: "inner" },
    });
  });

  it("that is none is said to be, without repeating it", () => {
    for (const thrown of [secret, { secret }, undefined]) {
      expect(JSON.stringify(loggableError(thrown))).not.toContain(secret);
    }
  });
});
