import { createHash } from "node:crypto";
import type { Archive } from "../transcript/archive.ts";
import type { Statement } from "../transcript/interview.ts";

/**
 * A short name for a curated topic that fits a button: 12 hexadecimal digits of the SHA-256 of its name and,
 * where only one interview was asked for, that interview's id.
 */
export function topicReference(name: string, interview: string | null): string {
  return createHash("sha256")
    .update(JSON.stringify([name, interview]))
    .digest("hex")
    .slice(0, 12);
}

/** The statements a reference stands for, interview by interview, or null when the topic is gone. */
export function topicByReference(
  archive: Archive,
  reference: string,
): { readonly name: string; readonly statements: readonly Statement[] } | null {
  for (const interview of archive.interviews) {
    for (const { name } of interview.topics) {
      for (const scope of [null, interview.id]) {
        if (topicReference(name, scope) === reference) {
          return { name, statements: statementsOnTopic(archive, name, scope) };
        }
      }
    }
  }
  return null;
}

/** All statements filed under a topic of that name, in one interview or, with null, in all. */
export function statementsOnTopic(
  archive: Archive,
  name: string,
  interview: string | null,
): readonly Statement[] {
  return archive.interviews
    .filter(({ id }) => interview === null || id === interview)
    .flatMap(({ topics, statements }) =>
      topics
        .filter((topic) => topic.name === name)
        .flatMap((topic) => topic.statements.flatMap((index) => statements[index] ?? [])),
    );
}
