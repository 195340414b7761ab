/** What only an escaped line contains: in one that isn't, this would make it one. */
const MARK = "\\u{";

/** Tabs are harmless and stay. */
const CONTROL = /(?!\t)\p{Cc}/u;
const ESCAPED_HERE = /\\|(?!\t)\p{Cc}/gu;

/**
 * Makes control characters visible, reversibly: ESC becomes `\u{1b}`. In a line that needs it, every backslash is
 * doubled; a line needs it when it holds a control character other than a tab, or `\u{` as it stands. So a line
 * shown is an escaped one exactly when it contains `\u{`, and every other line is shown untouched.
 */
export function showControls(line: string): string {
  if (!CONTROL.test(line) && !line.includes(MARK)) return line;
  return line.replace(ESCAPED_HERE, (unit) =>
    unit === "\\" ? "\\\\" : `\\u{${unit.charCodeAt(0).toString(16)}}`,
  );
}

/** The line that `showControls` was given. */
export function readControls(shown: string): string {
  if (!shown.includes(MARK)) return shown;
  return shown.replace(/\\(?:\\|u\{([0-9a-f]{1,2})\})/gu, (_escape, code: string | undefined) =>
    code === undefined ? "\\" : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
