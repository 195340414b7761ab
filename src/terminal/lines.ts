import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";

/**
 * The lines of a stream as they arrive, without their ends. A line ends at "\n" or "\r\n" and nowhere else:
 * node:readline also breaks at U+2028, U+2029 and a lone "\r", which a question pasted from the web may hold, and
 * answers would then no longer stand in step with questions. A last line without an end is a line too.
 */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  let first = true;
  const finished = (line: string) => {
    const withoutReturn = line.endsWith("\r") ? line.slice(0, -1) : line;
    // Some programs begin their output with a byte order mark, which nobody typed.
    const plain = first && withoutReturn.startsWith("\ufeff") ? withoutReturn.slice(1) : withoutReturn;
    first = false;
    return plain;
  };
  for await (const chunk of input) {
    const lines = (typeof chunk === "string" ? chunk : decoder.write(chunk)).split("\n");
    lines[0] = rest + lines[0];
    rest = lines.pop() ?? "";
    for (const line of lines) yield finished(line);
  }
  rest += decoder.end();
  if (rest !== "") yield finished(rest);
}
