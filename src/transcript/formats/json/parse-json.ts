import { createScanner } from "jsonc-parser";
import { type Diagnostic, DiagnosticError } from "../../diagnostic.ts";
import type { SourceText } from "../../source-text.ts";
import { ARRAY, ESCAPED, JsonNode, JsonValues, LITERAL, NUMBER, OBJECT, STRING } from "./json-document.ts";

/** The kinds of jsonc-parser's tokens, whose own names the compiler can't erase. */
const OPEN_BRACE = 1;
const CLOSE_BRACE = 2;
const OPEN_BRACKET = 3;
const CLOSE_BRACKET = 4;
const COMMA = 5;
const COLON = 6;
const NULL = 7;
const FALSE = 9;
const STRING_LITERAL = 10;
const NUMERIC_LITERAL = 11;
const LINE_COMMENT = 12;
const BLOCK_COMMENT = 13;
const LINE_BREAK = 14;
const WHITE_SPACE = 15;
const END_OF_FILE = 17;
/** Its errors for a string that isn't closed and for an escape of four digits that has fewer. */
const UNCLOSED_STRING = 2;
const BAD_NUMBER = 3;

/** What may stand next. */
const VALUE = "a value";
const VALUE_OR_END = "a value or “]”";
const NAME = "a name in quotation marks";
const NAME_OR_END = "a name in quotation marks or “}”";
const AFTER_NAME = "“:”";
const AFTER_ITEM = "“,” or “]”";
const AFTER_MEMBER = "“,” or “}”";
const NOTHING = "the end of the file";

const REPAIR = "Export the transcript anew, or repair the JSON at this place.";
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what JSON texts must not have.
const CONTROL_CHARACTER = /[\0-\x1f]/u;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y;

/**
 * Parses a file as JSON (RFC 8259), by jsonc-parser's scanner, which is stricter than it is called: comments and
 * commas before a closing bracket are errors here. NaN and Infinity, as Python writes them, pass for numbers. The
 * nesting is kept in a list, so a million brackets are no deeper than two.
 *
 * @throws DiagnosticError at the first place where it isn't JSON.
 */
export function parseJson(file: SourceText): JsonNode {
  const { text } = file;
  const scanner = createScanner(text, false);
  const values = new JsonValues(text);
  const open: number[] = [];
  let expected: string = VALUE;

  const afterValue = () => {
    const container = open.at(-1);
    if (container === undefined) expected = NOTHING;
    else expected = values.kind(container) === OBJECT ? AFTER_MEMBER : AFTER_ITEM;
  };
  const close = (end: number) => {
    values.close(open.pop() ?? 0, end);
    afterValue();
  };

  for (;;) {
    const token: number = scanner.scan();
    if (token === WHITE_SPACE || token === LINE_BREAK) continue;
    const start = scanner.getTokenOffset();
    const end = scanner.getPosition();
    if (scanner.getTokenError() !== 0) throw brokenToken(file, start, end, scanner.getTokenError());
    const takesValue = expected === VALUE || expected === VALUE_OR_END;
    const takesName = expected === NAME || expected === NAME_OR_END;
    if (token === STRING_LITERAL && (takesValue || takesName)) {
      values.add(scanner.getTokenValue().length === end - start - 2 ? STRING : ESCAPED, start, end);
      if (takesName) expected = AFTER_NAME;
      else afterValue();
    } else if (token === COMMA && (expected === AFTER_ITEM || expected === AFTER_MEMBER)) {
      expected = expected === AFTER_ITEM ? VALUE : NAME;
    } else if (token === COLON && expected === AFTER_NAME) {
      expected = VALUE;
    } else if (token === NUMERIC_LITERAL && takesValue) {
      values.add(NUMBER, start, end);
      afterValue();
    } else if (token === OPEN_BRACE && takesValue) {
      open.push(values.count);
      values.add(OBJECT, start, end);
      expected = NAME_OR_END;
    } else if (token === OPEN_BRACKET && takesValue) {
      open.push(values.count);
      values.add(ARRAY, start, end);
      expected = VALUE_OR_END;
    } else if (token === CLOSE_BRACE && (expected === NAME_OR_END || expected === AFTER_MEMBER)) {
      close(end);
    } else if (token === CLOSE_BRACKET && (expected === VALUE_OR_END || expected === AFTER_ITEM)) {
      close(end);
    } else if (token >= NULL && token <= FALSE && takesValue) {
      values.add(LITERAL, start, end);
      afterValue();
    } else if (token === END_OF_FILE) {
      if (expected === NOTHING) return new JsonNode(values, 0);
      throw cutOff(file, innermost(values, open));
    } else {
      const number = takesValue ? numberOfPython(text, start) : undefined;
      if (number === undefined) throw unexpected(file, start, token, expected);
      scanner.setPosition(start + number.length);
      values.add(NUMBER, start, start + number.length);
      afterValue();
    }
  }
}

/** Where the innermost container that is still open begins. */
function innermost(values: JsonValues, open: readonly number[]): number | undefined {
  const container = open.at(-1);
  return container === undefined ? undefined : values.start(container);
}

/** Python's json writes what is no number as NaN, Infinity and -Infinity, and Whisper has such confidences. */
function numberOfPython(text: string, at: number): string | undefined {
  const found = ["NaN", "Infinity", "-Infinity"].find((number) => text.startsWith(number, at));
  return found && !/[\p{L}\p{N}_$.]/u.test(text.charAt(at + found.length)) ? found : undefined;
}

function brokenToken(file: SourceText, start: number, end: number, error: number): DiagnosticError {
  const token = file.text.slice(start, end);
  if (token.startsWith("/*")) return problem(file, start, "JSON has no comments.", "Remove the comment.");
  if (error === UNCLOSED_STRING) {
    return problem(file, start, "the text that begins here isn’t closed by a quotation mark.", REPAIR);
  }
  if (error === BAD_NUMBER) return problem(file, start, "the number that begins here breaks off.", REPAIR);
  const control = token.search(CONTROL_CHARACTER);
  if (control >= 0) {
    const advice = "Write it as an escape, such as \\t for a tab.";
    return problem(file, start + control, "a control character stands in a text.", advice);
  }
  const at = start + firstBadEscape(token);
  return problem(file, at, "a backslash stands before what JSON has no escape for.", REPAIR);
}

/** Escapes are read from the front: the second of two backslashes escapes nothing. */
function firstBadEscape(token: string): number {
  let at = token.indexOf("\\");
  while (at >= 0) {
    ESCAPE.lastIndex = at;
    const good = ESCAPE.exec(token);
    if (!good) return at;
    at = token.indexOf("\\", at + good[0].length);
  }
  return 0;
}

function cutOff(file: SourceText, opened: number | undefined): DiagnosticError {
  const end = Math.max(0, file.text.trimEnd().length);
  if (opened === undefined) {
    return problem(
      file,
      end,
      "the file ends where its JSON should begin.",
      "Put the transcript in it, or remove the file.",
    );
  }
  const { line, column } = file.positionAt(opened);
  return problem(
    file,
    end,
    `the file breaks off: the “${file.text.charAt(opened)}” of line ${line}, column ${column} is never closed.`,
    "Download or export the transcript anew.",
  );
}

function unexpected(file: SourceText, at: number, token: number, expected: string): DiagnosticError {
  if (token === LINE_COMMENT || token === BLOCK_COMMENT) {
    return problem(file, at, "JSON has no comments.", "Remove the comment.");
  }
  const closes = token === CLOSE_BRACE || token === CLOSE_BRACKET;
  if (closes && (expected === VALUE || expected === NAME)) {
    const before = /,\s*$/u.exec(file.text.slice(Math.max(0, at - 200), at));
    if (before)
      return problem(
        file,
        at,
        "nothing stands between a comma and the bracket that closes.",
        "Remove the comma.",
      );
  }
  const character = String.fromCodePoint(file.text.codePointAt(at) ?? 0);
  return problem(file, at, `the JSON is broken: ${expected} should stand here, not “${character}”.`, REPAIR);
}

function problem(file: SourceText, at: number, message: string, advice: string): DiagnosticError {
  const severity: Diagnostic["severity"] = "error";
  return new DiagnosticError([{ severity, file: file.file.name, ...file.positionAt(at), message, advice }]);
}
