import type { Archive } from "../transcript/archive.ts";
import type { Statement } from "../transcript/interview.ts";
import type { Carried } from "./reply.ts";

/** The statements a message carries; null stands for one that has changed or gone. */
export function carriedStatements({
  archive,
  carried,
}: {
  readonly archive: Archive;
  readonly carried: Carried;
}): readonly (Statement | null)[] {
  return carried.matches.map((id) => {
    const looked = archive.lookUp(id);
    return looked.found === "statement" ? looked.statement : null;
  });
}
