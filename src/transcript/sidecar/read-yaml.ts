import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { type Diagnostic, DiagnosticError } from "../diagnostic.ts";
import type { SourceFile } from "../source-file.ts";
import { decodeUtf8 } from "../utf8.ts";

/** A slip at the beginning may make everything after it wrong. */
const MOST_ERRORS = 20;

/** A yaml with its places. */
export interface ReadYaml {
  readonly document: Document.Parsed;
  /** Line and column, from 1, of an offset in UTF-16 code units. */
  placeOf(offset: number): { readonly line: number; readonly column: number };
}

/**
 * Reads the yaml in a file, without a look at what it means.
 * @throws DiagnosticError when it is none, with the first errors' lines and columns.
 */
export function readYaml(file: SourceFile): ReadYaml {
  const lineCounter = new LineCounter();
  const placeOf = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col };
  };
  const error = (offset: number, message: string, advice: string): Diagnostic => ({
    severity: "error",
    file: file.name,
    ...placeOf(offset),
    message,
    advice,
  });
  // The library compares each key with each: a map of many is looked through below.
  const document = parseDocument(decodeUtf8(file), {
    lineCounter,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "error",
  });
  const tooDeep = document.errors.find(({ message }) => /call stack/iu.test(message));
  if (tooDeep) {
    const advice = "No more than a few levels have a meaning here.";
    throw new DiagnosticError([error(tooDeep.pos[0], "not usable YAML: it is nested too deeply.", advice)]);
  }
  const wrong = [
    ...document.errors.slice(0, MOST_ERRORS).map(({ pos, message }) => [pos[0], message] as const),
    ...(document.errors.length === 0 ? repeatedKeys(document).slice(0, MOST_ERRORS) : []),
  ];
  if (wrong.length > 0) {
    const advice = "Correct the line; a name or text with “:” or “#” in it needs quotation marks.";
    throw new DiagnosticError(
      wrong.map(([offset, message]) => error(offset, `not valid YAML: ${message}.`, advice)),
    );
  }
  return { document, placeOf };
}

/** Of two values for one key one would be lost. */
function repeatedKeys(document: Document.Parsed): readonly (readonly [offset: number, message: string])[] {
  const repeated: (readonly [number, string])[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) repeated.push([key.range?.[0] ?? 0, "Map keys must be unique"]);
        seen.add(key.value);
      }
    },
  });
  return repeated;
}

/** Finds where the keys of maps stand, each map looked through once. */
export class KeyPlaces {
  readonly #places = new WeakMap<object, ReadonlyMap<string, number>>();

  /** Offset of a key of the map, or undefined where it has none or is no map. */
  find(map: unknown, key: string): number | undefined {
    if (!isMap(map)) return undefined;
    let places = this.#places.get(map);
    if (!places) {
      places = new Map(
        map.items.flatMap((pair): [string, number][] =>
          isScalar(pair.key) && pair.key.range ? [[String(pair.key.value), pair.key.range[0]]] : [],
        ),
      );
      this.#places.set(map, places);
    }
    return places.get(key);
  }
}
