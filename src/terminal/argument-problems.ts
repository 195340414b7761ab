/** Whoever asks for help gets it, whatever else is wrong. */
export function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf("--");
  const options = end < 0 ? argv : argv.slice(0, end);
  return options.includes("--help") || options.includes("-h");
}

/** Reads arguments with Node's `parseArgs`, whose errors become a sentence for the person who typed. */
export function problemIn<Arguments>(
  read: () => Arguments,
): Arguments | { readonly read: "problem"; readonly problem: string } {
  try {
    return read();
  } catch (error) {
    if (!isParseError(error)) throw error;
    return { read: "problem", problem: sentenceOf(error.code, error.message) };
  }
}

function isParseError(error: unknown): error is Error & { readonly code: string } {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    error.code.startsWith("ERR_PARSE_ARGS_")
  );
}

/** Node's own sentences, but for the advice it gives on texts that begin with a dash. */
function sentenceOf(code: string, message: string): string {
  const first = message.split(/\n|\. /u)[0] ?? message;
  const sentence = first.endsWith(".") ? first : `${first}.`;
  return code === "ERR_PARSE_ARGS_UNKNOWN_OPTION"
    ? `${sentence} A text that begins with a dash goes after another -- of its own.`
    : sentence;
}
