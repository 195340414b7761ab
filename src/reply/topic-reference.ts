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
  const found = referencesOf(archive).get(reference);
  if (!found) return null;
  return { name: found.name, statements: statementsOnTopic(archive, found.name, found.interview) };
}

interface Referred {
  readonly name: string;
  readonly interview: string | null;
}

/** Hashed once for an archive, which never changes, and not at every press of a button. */
const references = new WeakMap<Archive, ReadonlyMap<string, Referred>>();

function referencesOf(archive: Archive): ReadonlyMap<string, Referred> {
  const known = references.get(archive);
  if (known) return known;
  const found = new Map<string, Referred>();
  for (const { id, topics } of archive.interviews) {
    for (const { name } of topics) {
      found.set(topicReference(name, null), { name, interview: null });
      found.set(topicReference(name, id), { name, interview: id });
    }
  }
  references.set(archive, found);
  return found;
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
