import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SpokenConversation, Turn } from "./speech-archive.ts";

/**
 * Writes conversations as transcripts of the form that the program reads, a file each: speech in quotation marks
 * with who says it, the rest as narration. Whoever speaks twice in a row gets a second name, so that each turn stays
 * a statement of its own.
 */
export async function writeTranscripts(
  folder: string,
  conversations: readonly SpokenConversation[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { id, turns } of conversations) {
    const name = id.replace(/[^\w-]/gu, "_");
    await writeFile(join(folder, `${name}.txt`), `${paragraphsOf(turns).join("\n")}\n`);
  }
}

function paragraphsOf(turns: readonly Turn[]): readonly string[] {
  let before: string | null = null;
  return turns.map(({ speaker, text }) => {
    const words = text.replace(/["“”]/gu, "");
    if (speaker === null) {
      before = null;
      return words;
    }
    const [first = ""] = speaker.split(",");
    const name = first.trim().replace(/(?<=^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());
    const speaks = name === before ? `${name} Junior` : name;
    before = speaks;
    if (/[?!]$/u.test(words)) return `“${words}” ${speaks} asked.`;
    return `“${words.replace(/[.,]$/u, "")},” ${speaks} said.`;
  });
}
