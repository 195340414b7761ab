import { describe, expect, it } from "vitest";
import { OpenApiValidator, openapi } from "./openapi-validator.ts";

const text = (content: unknown) => ({ type: 10, content });
const button = { type: 2, style: 1, label: "Next", custom_id: "next:1" };
const row = (...components: unknown[]) => ({ type: 1, components });
const select = (options: unknown[]) => ({ type: 3, custom_id: "pick", options });

describe.skipIf(openapi === null)("Discord's description", () => {
  const callback = "/interactions/1100000000000000001/token/callback";
  const webhook = "/webhooks/1100000000000000001/token";
  const commands = "/applications/1100000000000000001/commands";

  const reply = (...components: unknown[]): string[] =>
    openapi?.validateRequest("POST", callback, { type: 4, data: { flags: 32768, components } }) ?? [
      "no description",
    ];
  const validate = (method: string, path: string, body?: unknown): string[] =>
    openapi?.validateRequest(method, path, body) ?? ["no description"];

  it("accepts a message with Components V2, however it is sent", () => {
    const components = [
      {
        type: 17,
        accent_color: 0x5865f2,
        components: [
          text("## Title"),
          { type: 9, components: [text("A quote")], accessory: button },
          { type: 14, divider: true, spacing: 2 },
          { type: 12, items: [{ media: { url: "https://example.org/a.png" } }] },
        ],
      },
      row({ type: 2, style: 5, label: "Source", url: "https://example.org" }),
      row(select([{ label: "One", value: "1", description: "The first" }])),
    ];
    const data = { flags: 32768, components, allowed_mentions: { parse: [] } };
    expect(validate("POST", callback, { type: 4, data })).toEqual([]);
    expect(validate("POST", `/api/v10${callback}?with_response=true`, { type: 7, data })).toEqual([]);
    expect(validate("post", webhook, data)).toEqual([]);
    expect(validate("PATCH", `${webhook}/messages/@original`, data)).toEqual([]);
    expect(validate("PATCH", `${webhook}/messages/1100000000000000009`, data)).toEqual([]);
  });

  it("accepts the other answers", () => {
    expect(validate("POST", callback, { type: 5, data: { flags: 64 } })).toEqual([]);
    expect(validate("POST", callback, { type: 6 })).toEqual([]);
    const choices = [{ name: "One", value: "1" }];
    expect(validate("POST", callback, { type: 8, data: { choices } })).toEqual([]);
  });

  it("accepts commands", () => {
    const option = { type: 3, name: "question", description: "What", required: true, max_length: 200 };
    const ask = {
      type: 1,
      name: "ask",
      name_localizations: { de: "frag" },
      description: "Ask",
      options: [option],
      contexts: [0, 1, 2],
      integration_types: [0, 1],
      default_member_permissions: "8",
    };
    const bodies = [ask, { type: 3, name: "Verify quote", default_member_permissions: null }];
    expect(validate("PUT", commands, bodies)).toEqual([]);
    expect(validate("PUT", "/applications/1/guilds/2/commands", bodies)).toEqual([]);
    expect(validate("POST", commands, ask)).toEqual([]);
    expect(validate("GET", commands)).toEqual([]);
  });

  it("names a component type it doesn't know, and those that could be", () => {
    const [problem, ...more] = reply(text("x"), { type: 99 });
    expect(problem).toMatch(/^data\.components\.1\.type \(IncomingWebhookInteraction\): /);
    expect(problem).toContain("is 99; it can be 1 (ActionRowComponent), 17 (ContainerComponent)");
    expect(more).toEqual([]);
    expect(reply({ content: "x" })).toEqual([expect.stringContaining("components.0.type") as string]);
    expect(reply(button)).toEqual([expect.stringContaining("components.0.type") as string]);
  });

  it.each<[string, unknown, string]>([
    [
      "a custom_id that is too long",
      row({ ...button, custom_id: "c".repeat(101) }),
      "data.components.0.components.0.custom_id (ButtonComponent): must NOT have more than 100 characters",
    ],
    [
      "a missing custom_id",
      row({ type: 3, options: [{ label: "One", value: "1" }] }),
      "data.components.0.components.0 (StringSelectComponent): must have required property 'custom_id'",
    ],
    [
      "a missing label",
      row(select([{ value: "1" }])),
      "data.components.0.components.0.options.0 (StringSelectComponent): must have required property 'label'",
    ],
    [
      "a label that is too long",
      row({ ...button, label: "l".repeat(81) }),
      "data.components.0.components.0.label (ButtonComponent): must NOT have more than 80 characters",
    ],
    ["a number for a text", text(7), "data.components.0.content (TextDisplayComponent): must be string"],
    [
      "an empty text",
      text(""),
      "data.components.0.content (TextDisplayComponent): must NOT have fewer than 1 characters",
    ],
    [
      "a style there isn't",
      row({ ...button, style: 9 }),
      "data.components.0.components.0.style (ButtonComponent): must be equal to one of the allowed values: 1, 2, 3, 4, 5, 6",
    ],
    [
      "six buttons",
      row(...Array.from({ length: 6 }, () => button)),
      "data.components.0.components (ActionRowComponent): must NOT have more than 5 items",
    ],
    [
      "a section without accessory",
      { type: 9, components: [text("x")] },
      "data.components.0 (SectionComponent): must have required property 'accessory'",
    ],
  ])("rejects %s, and says no more than that", (_, component, problem) => {
    expect(reply(component)).toEqual([problem]);
  });

  it("rejects the same in follow-ups and edits", () => {
    const data = { components: [row({ ...button, label: 7 })] };
    const problem = "components.0.components.0.label (ButtonComponent): must be string,null";
    expect(validate("POST", webhook, data)).toEqual([problem]);
    expect(validate("PATCH", `${webhook}/messages/@original`, data)).toEqual([problem]);
  });

  it("rejects answers and commands that are wrong", () => {
    expect(validate("POST", callback, { type: 99 })).toEqual([
      expect.stringContaining("type: is 99") as string,
    ]);
    const choices = [{ name: "n".repeat(101), value: "1" }];
    expect(validate("POST", callback, { type: 8, data: { choices } })).toEqual([
      expect.stringContaining("data.choices.0.name") as string,
    ]);
    const nameless = { type: 1, description: "d".repeat(101), default_member_permissions: "all" };
    expect(validate("PUT", commands, [nameless])).toEqual([
      "0: must have required property 'name'",
      "0.description: must NOT have more than 100 characters",
      expect.stringContaining("0.default_member_permissions") as string,
    ]);
  });

  it("knows what isn't there", () => {
    expect(validate("POST", "/nowhere", {})).toEqual(["POST /nowhere: there is no such operation"]);
    expect(validate("PUT", callback, {})).toEqual([`PUT ${callback}: there is no such operation`]);
    expect(validate("POST", callback)).toEqual(["(body): is required"]);
    expect(validate("GET", commands, {})).toEqual(["(body): none is expected here"]);
  });
});

describe("a description", () => {
  const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const body = (content: object) => ({
    requestBody: { required: false, content: { "application/json": { schema: content } } },
  });
  const validator = new OpenApiValidator({
    paths: {
      "/things/{id}": { post: body(schema("Thing")) },
      "/things/@me": { post: body({ type: "null" }) },
    },
    components: {
      schemas: {
        Kind: {
          type: "integer",
          oneOf: [
            { title: "A", const: 1 },
            { title: "B", const: 2 },
          ],
        },
        Leaf: {
          type: "object",
          properties: { type: { enum: [1], allOf: [schema("Kind")] }, id: schema("Id") },
        },
        Branch: {
          type: "object",
          properties: { type: { enum: [2] }, things: { type: "array", items: schema("Thing") } },
          required: ["type", "things"],
        },
        Thing: { oneOf: [{ type: "null" }, schema("Leaf"), schema("Branch")] },
        Id: { type: "string", format: "snowflake" },
      },
    },
  });
  const problems = (value: unknown) => validator.validateRequest("POST", "/things/7", value);

  it("may have unions that contain themselves", () => {
    expect(problems(null)).toEqual([]);
    expect(problems({ type: 2, things: [{ type: 2, things: [null, { type: 1 }] }] })).toEqual([]);
    expect(problems({ type: 2, things: [{ type: 2, things: [{ type: 2 }] }] })).toEqual([
      "things.0.things.0 (Branch): must have required property 'things'",
    ]);
    expect(problems({ type: 2, things: [{ type: 3 }] })).toEqual([
      "things.0.type (Branch): is 3; it can be 1 (Leaf), 2 (Branch)",
    ]);
  });

  it("has ids that are numbers of 64 bits", () => {
    expect(problems({ type: 1, id: "18446744073709551615" })).toEqual([]);
    expect(problems({ type: 1, id: "18446744073709551616" })).toEqual([
      'id (Leaf): must match format "snowflake"',
    ]);
    expect(validator.validateSchema("Id", "one")).toEqual(['(body): must match format "snowflake"']);
  });

  it("has paths of which the plainest fits best", () => {
    expect(validator.validateRequest("POST", "/things/@me", null)).toEqual([]);
    expect(validator.validateRequest("POST", "/things/@me", { type: 1 })).toEqual(["(body): must be null"]);
  });
});
