import { type Document, isNode } from "yaml";
import { type Diagnostic, DiagnosticError } from "../diagnostic.ts";
import type { SourceFile } from "../source-file.ts";
import { type Path, readUsable, type SidecarIssue } from "./read-usable.ts";
import { KeyPlaces, readYaml } from "./read-yaml.ts";
import { type Sidecar, sidecarSchema } from "./sidecar-schema.ts";

export type { Correction, Sidecar } from "./sidecar-schema.ts";

const ADVICE = "See “Adding an interview” in the README for what may stand here.";

/** A sidecar with the means to point at the place in the yaml that a problem is about. */
export interface LocatedSidecar {
  /** What can be used of it: all of it, where there are no problems. */
  readonly sidecar: Sidecar;
  /** What is wrong with the yaml in itself. With any, the interview can't be used. */
  readonly problems: readonly Diagnostic[];
  /** An error about the value at `path` of the sidecar, e.g. `["corrections", 0, "line"]`. */
  problem(path: Path, message: string, advice: string): Diagnostic;
}

/** What a transcript without a yaml gets. */
export function emptySidecar(file: string): LocatedSidecar {
  return {
    sidecar: sidecarSchema.parse({}),
    problems: [],
    problem: (_path, message, advice) => ({ severity: "error", file, message, advice }),
  };
}

/**
 * Reads and validates a sidecar. What is wrong with values in it is among its problems, so that what is wrong with
 * the others can be told in the same round.
 * @throws DiagnosticError when it is no yaml at all, with every problem's line and column.
 */
export function parseSidecar(file: SourceFile): LocatedSidecar {
  const { document, placeOf } = readYaml(file);
  const keys = new KeyPlaces();
  const find = (path: readonly unknown[]) => document.getIn(path, true);
  const problemAt = (offset: number, message: string, advice: string): Diagnostic => ({
    severity: "error",
    file: file.name,
    ...placeOf(offset),
    message,
    advice,
  });
  const problem: LocatedSidecar["problem"] = (path, message, advice) =>
    problemAt(offsetOf(path, find), message, advice);
  const problemsOf = ({ path, message, unknownKeys }: SidecarIssue): readonly Diagnostic[] => {
    const where = path.length > 0 ? `${path.join(".")}: ` : "";
    if (unknownKeys.length === 0) return [problem(path, `${where}${message}.`, ADVICE)];
    return unknownKeys.map((key) =>
      problemAt(
        keys.find(find(path), key) ?? offsetOf(path, find),
        `${where}there is no setting called “${key}”.`,
        `Check its spelling. ${ADVICE}`,
      ),
    );
  };

  const { sidecar, issues, writtenAt } = readUsable(toPlain(document, problem));
  return {
    sidecar,
    problems: issues.flatMap(problemsOf),
    problem: (path, message, advice) => problem(writtenAt(path), message, advice),
  };
}

function toPlain(document: Document.Parsed, problem: LocatedSidecar["problem"]): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (error) {
    // The yaml library refuses aliases that multiply into more than they are worth ("billion laughs").
    const reason = error instanceof Error ? error.message : String(error);
    throw new DiagnosticError([
      problem([], `not usable YAML: ${reason}.`, "Write the values out instead of using aliases."),
    ]);
  }
}

type FindNode = (path: readonly unknown[]) => unknown;

/** Where the value at `path` begins, or the nearest thing above it that exists. */
function offsetOf(path: readonly (string | number)[], find: FindNode): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = find(path.slice(0, length));
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
