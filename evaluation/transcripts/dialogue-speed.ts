import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fromMarkdown } from "mdast-util-from-markdown";
import { Cast } from "../../src/transcript/cast.ts";
import { dialogue } from "../../src/transcript/formats/dialogue/dialogue.ts";
import type { Format } from "../../src/transcript/formats/format.ts";
import { markdown } from "../../src/transcript/formats/markdown/markdown.ts";
import { sourceFileOf } from "../../src/transcript/source-file.ts";
import { SourceText } from "../../src/transcript/source-text.ts";
import { SAMPLES } from "./attribution.ts";

/** How fast a format is read, beside a parser that others use, in megabytes (10⁶ bytes) a second. */
export interface ParseSpeed {
  readonly format: string;
  readonly ours: number;
  readonly peer: string;
  readonly peers: number;
}

/** So much of each kind is read, in bytes. */
const LENGTH = 2e6;
const ROUNDS = 5;
const PEER = "mdast-util-from-markdown";

/**
 * Reads a long transcript of each kind, recognised, attributed and all, by turns with a parser that finds no more than
 * paragraphs in it; the best of some rounds each.
 */
export async function measureDialogueSpeed(): Promise<readonly ParseSpeed[]> {
  const kinds: readonly (readonly [name: string, sample: string, format: Format])[] = [
    ["dialogue", "podcast-of-two.txt", dialogue],
    ["dialogue, Otter", "otter.txt", dialogue],
    ["Markdown", "markdown-bold.md", markdown],
  ];
  const speeds: ParseSpeed[] = [];
  for (const [name, sample, format] of kinds) {
    const one = await readFile(join(SAMPLES, sample), "utf8");
    const text = `${one}\n`.repeat(Math.ceil(LENGTH / Buffer.byteLength(one)));
    const bytes = new TextEncoder().encode(text);
    let [ours, peers] = [0, 0];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours = Math.max(
        ours,
        speedOf(bytes.length, () => read(format, sample, bytes)),
      );
      peers = Math.max(
        peers,
        speedOf(bytes.length, () => fromMarkdown(new TextDecoder().decode(bytes))),
      );
    }
    speeds.push({ format: name, ours, peer: PEER, peers });
  }
  return speeds;
}

function read(format: Format, name: string, bytes: Uint8Array): void {
  const file = new SourceText(sourceFileOf(name, bytes));
  format.recognises(file);
  format.read(file, new Cast([]));
}

function speedOf(bytes: number, run: () => void): number {
  const began = performance.now();
  run();
  return bytes / 1e3 / (performance.now() - began);
}
