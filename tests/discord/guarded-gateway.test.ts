import { type Client, SimpleShardingStrategy } from "discord.js";
import { describe, expect, it } from "vitest";
import { guardedGateway } from "../../src/discord/guarded-gateway.ts";
import { recordingLog } from "./recording-log.ts";

type Manager = Parameters<ReturnType<typeof guardedGateway>>[0];

/** As much of the library's manager as the gateway touches: it emits, and its listeners may throw. */
function managerThat(emit: (...event: unknown[]) => boolean) {
  const manager = { emit, options: {} };
  return { manager, asManager: manager as unknown as Manager };
}

describe("the guarded gateway", () => {
  it("is the library's own strategy", () => {
    const { asManager } = managerThat(() => true);
    expect(guardedGateway(recordingLog())(asManager)).toBeInstanceOf(SimpleShardingStrategy);
  });

  it("passes every event on as it is, with what came of it", () => {
    const events: unknown[][] = [];
    let self: unknown;
    const { manager, asManager } = managerThat(function (this: unknown, ...event) {
      self = this;
      events.push(event);
      return event[0] === "heard";
    });
    const log = recordingLog();
    guardedGateway(log)(asManager);
    expect(manager.emit("heard", { d: 1 }, 0)).toBe(true);
    expect(manager.emit("unheard")).toBe(false);
    expect(events).toEqual([["heard", { d: 1 }, 0], ["unheard"]]);
    expect(self).toBe(manager);
    expect(log.lines).toEqual([]);
  });

  it("logs and drops an event that the library can't make sense of, and reads the next", () => {
    const fault = new TypeError("Cannot read properties of undefined");
    const { manager, asManager } = managerThat((event) => {
      if (event === "malformed") throw fault;
      return true;
    });
    const log = recordingLog();
    guardedGateway(log)(asManager);
    expect(() => manager.emit("malformed")).not.toThrow();
    expect(log.lines).toEqual([
      { level: "error", fields: { err: fault }, message: expect.stringContaining("was dropped") },
    ]);
    expect(manager.emit("sound")).toBe(true);
  });

  it("fits where the client takes it", () => {
    const options: NonNullable<Client["options"]["ws"]> = { buildStrategy: guardedGateway(recordingLog()) };
    expect(options.buildStrategy).toBeTypeOf("function");
  });
});
