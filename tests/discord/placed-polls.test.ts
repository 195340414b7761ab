import { describe, expect, it } from "vitest";
import { placePolls } from "../../src/discord/placed-polls.ts";

const poll = { question: { text: "Did he?" } };

/** What the gateway receives when a command is used on this message. */
function usedOn(message: object): object {
  const messages = { 1: { id: "1", channel_id: "2", ...message } };
  return { t: "INTERACTION_CREATE", op: 0, d: { type: 2, data: { resolved: { messages } } } };
}

describe("polls in what Discord sends", () => {
  it("are told where they stand, forwarded ones too, and are otherwise as they were", () => {
    const dispatch = usedOn({ poll, message_snapshots: [{ message: { content: "", poll } }] });
    placePolls(dispatch);
    const placed = { message_id: "1", channel_id: "2", question: { text: "Did he?" } };
    expect(dispatch).toEqual(
      usedOn({ poll: placed, message_snapshots: [{ message: { content: "", poll: placed } }] }),
    );
  });

  it("keep what they know already", () => {
    const dispatch = usedOn({ poll: { ...poll, channel_id: "3" } });
    placePolls(dispatch);
    expect(dispatch).toEqual(usedOn({ poll: { ...poll, message_id: "1", channel_id: "3" } }));
  });

  it("are left alone where nothing is used on them", () => {
    const dispatch = { ...usedOn({ poll }), t: "MESSAGE_CREATE" };
    placePolls(dispatch);
    expect(dispatch).toEqual({ ...usedOn({ poll }), t: "MESSAGE_CREATE" });
  });

  it.each([
    undefined,
    null,
    "x",
    {},
    { t: "INTERACTION_CREATE" },
    { t: "INTERACTION_CREATE", d: { data: null } },
    { t: "INTERACTION_CREATE", d: { data: { resolved: { messages: [null, { poll: 1 }] } } } },
    usedOn({ message_snapshots: [null, 1, {}, { message: null }] }),
  ])("may be missing, and all else with them: %j", (dispatch) => {
    const before = structuredClone(dispatch);
    placePolls(dispatch);
    expect(dispatch).toEqual(before);
  });
});
