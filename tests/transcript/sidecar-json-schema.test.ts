import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { sidecarJsonSchema } from "../../src/transcript/sidecar/sidecar-json-schema.ts";
import { sidecarSchema } from "../../src/transcript/sidecar/sidecar-schema.ts";

const PATH = "schemas/interview.schema.json";
const BUNDLED = "transcripts/lukashenko-brics.yaml";
const accepts = new Ajv({ strict: true, strictTypes: false, strictRequired: false }).compile(
  sidecarJsonSchema(),
);

describe("the JSON Schema of the yaml", () => {
  it("is stored as it is now: npm run schema writes it anew", () => {
    expect(readFileSync(PATH, "utf8")).toBe(`${JSON.stringify(sidecarJsonSchema(), null, 2)}\n`);
  });

  it("is named by the bundled yaml, and accepts it", () => {
    const yaml = readFileSync(BUNDLED, "utf8");
    expect(yaml.split("\n")[0]).toBe(`# yaml-language-server: $schema=../${PATH}`);
    expect(accepts(parse(yaml))).toBe(true);
  });

  it("tells of every setting what it is for", () => {
    const { properties } = sidecarJsonSchema() as { properties: Record<string, { description?: string }> };
    expect(Object.keys(properties).sort()).toEqual(Object.keys(sidecarSchema.shape).sort());
    for (const { description } of Object.values(properties)) expect(description).toMatch(/\.$/u);
  });

  it.each([
    ["a setting misspelt", { titel: "A" }],
    ["a role there isn’t", { speakers: [{ name: "A", role: "hero" }] }],
    ["a speaker without a role", { speakers: [{ name: "A" }] }],
    ["a grade there isn’t", { grade: "good" }],
    ["a format there isn’t", { format: "telepathy" }],
    ["line 0", { topics: [{ name: "A", lines: [0] }] }],
    ["no range", { topics: [{ name: "A", lines: ["1 to 3"] }] }],
    ["no lines", { topics: [{ name: "A", lines: [] }] }],
    ["a correction of nothing", { corrections: [{ line: 3 }] }],
    ["narration with a speaker", { corrections: [{ line: 3, kind: "narration", speaker: "A" }] }],
    ["an address of no page", { url: "ftp://a.example" }],
    ["a recording that has no address", { media: {} }],
  ])("refuses %s", (_what, value) => {
    expect(accepts(value)).toBe(false);
    expect(sidecarSchema.safeParse(value).success).toBe(false);
  });

  it("accepts whatever the program does", () => {
    const name = fc.constantFrom("A", " B ", "Ada Reed", "1");
    const line = fc.oneof(fc.integer({ min: -1, max: 9 }), fc.constantFrom("3", "3-5", "5 – 9", "x", "007"));
    const few = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 });
    const value = fc.record(
      {
        title: name,
        language: fc.constantFrom("en", "de-AT", "x"),
        url: fc.constantFrom("https://a.example", " HTTP://é.example/ü ", "a"),
        media: fc.record({ url: fc.constantFrom("https://a.example/x.mp3", "") }),
        grade: fc.constantFrom("full", "clean", "automatic", "none"),
        speakers: few(
          fc.record(
            { name, role: fc.constantFrom("guest", "other", "interviewer"), aliases: few(name) },
            { requiredKeys: ["name", "role"] },
          ),
        ),
        topics: few(fc.record({ name, lines: few(line) })),
        corrections: few(
          fc.record(
            {
              line: fc.integer({ min: 0, max: 5 }),
              nth: fc.integer({ min: 0, max: 2 }),
              speaker: name,
              kind: fc.constantFrom("statement", "narration", "x"),
              answers: fc.constantFrom(null, 1, 0),
            },
            { requiredKeys: ["line"] },
          ),
        ),
      },
      { requiredKeys: [] },
    );
    let both = 0;
    fc.assert(
      fc.property(value, (one) => {
        if (!sidecarSchema.safeParse(one).success) return;
        both += 1;
        expect(accepts(one)).toBe(true);
      }),
      { numRuns: 2000 },
    );
    expect(both).toBeGreaterThan(50);
  });
});
