import { describe, expect, it } from "vitest";
import { type statementsOnTopic, topicByReference, topicReference } from "../../src/reply/topic-reference.ts";
import { archiveOf, composer, interviewOf, mayor } from "../search/archives.ts";

const archive = archiveOf(mayor(), composer());

function places(statements: ReturnType<typeof statementsOnTopic>): readonly string[] {
  return statements.map(({ interview, lines: [first] }) => `${interview.id} ${first}`);
}

describe("a reference to a topic", () => {
  it("is short and plain, and differs by name and by interview", () => {
    const references = ["Tram line", "Library", "漢字 *topic*", ""].flatMap((name) =>
      [null, "mayor", "composer"].map((interview) => topicReference(name, interview)),
    );
    for (const reference of references) expect(reference).toMatch(/^[0-9a-f]{12}$/u);
    expect(new Set(references).size).toBe(references.length);
  });

  it("leads back to the statements of all interviews that have the topic, in order", () => {
    const found = topicByReference(archive, topicReference("Tram line", null));
    expect(found?.name).toBe("Tram line");
    expect(places(found?.statements ?? [])).toEqual([
      "composer 3",
      "mayor 2",
      "mayor 3",
      "mayor 4",
      "mayor 5",
    ]);
  });

  it("leads back to those of one interview only, where it was made for one", () => {
    const found = topicByReference(archive, topicReference("Tram line", "mayor"));
    expect(places(found?.statements ?? [])).toEqual(["mayor 2", "mayor 3", "mayor 4", "mayor 5"]);
  });

  it("leads nowhere once the topic, or its interview, is gone", () => {
    expect(topicByReference(archive, topicReference("Tram line", "gone"))).toBeNull();
    expect(topicByReference(archive, topicReference("tram line", null))).toBeNull();
    expect(topicByReference(archiveOf(composer()), topicReference("Library", null))).toBeNull();
    expect(topicByReference(archiveOf(interviewOf("bare", "Words.")), "0123456789ab")).toBeNull();
  });
});
