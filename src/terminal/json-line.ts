/**
 * A value as one line of JSON. JSON leaves DEL, the C1 controls and U+2028 and U+2029 as they are; escaped they
 * mean the same, a terminal doesn't obey them and no reader takes them for the end of a line.
 */
export function jsonLine(value: unknown): string {
  const json = JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029]/gu,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${json}\n`;
}
