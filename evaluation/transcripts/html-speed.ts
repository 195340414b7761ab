import { parse } from "parse5";
import { Cast } from "../../src/transcript/cast.ts";
import { html } from "../../src/transcript/formats/html/html.ts";
import { sourceFileOf } from "../../src/transcript/source-file.ts";
import { SourceText } from "../../src/transcript/source-text.ts";

/** How fast a format is read, beside a parser others use that keeps places as ours does. */
export interface SpeedRow {
  readonly format: string;
  readonly "ours MB/s": number;
  readonly "peer name": string;
  readonly "peer MB/s": number;
}

const ROUNDS = 5;
const BYTES = 6_000_000;

/**
 * Reads a generated page, a labelled podcast transcript of 6 MB, in turns with parse5 (with places), and gives the
 * median of both. Ours finds words, voices, times and statements; the peer makes a tree, and nothing of it.
 */
export async function htmlSpeed(): Promise<readonly SpeedRow[]> {
  const page = podcastPage(BYTES);
  const file = sourceFileOf("speed.html", new TextEncoder().encode(page));
  const megabytes = file.bytes.length / 1e6;
  const ours: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(megabytes / secondsOf(() => html.read(new SourceText(file), new Cast([]))));
    peer.push(megabytes / secondsOf(() => parse(page, { sourceCodeLocationInfo: true })));
  }
  return [{ format: html.name, "ours MB/s": median(ours), "peer name": "parse5", "peer MB/s": median(peer) }];
}

function podcastPage(bytes: number): string {
  const turns: string[] = [];
  for (let turn = 0, length = 0; length < bytes; turn += 1) {
    const clock = `${Math.floor(turn / 6)}:${String((turn % 6) * 10).padStart(2, "0")}`;
    const asks = turn % 2 === 0;
    const words = asks
      ? "And what did the Parks &amp; Rivers office say, when you told them it wasn&#8217;t safe?"
      : "They said it would <em>stand</em>. We had measured it twice, in winter and in spring,\n  and it moved by 5 % &ndash; no more than that. ".repeat(
          1 + (turn % 5),
        );
    const written = `<div class="turn" id="t${turn}">\n<cite>${asks ? "Ann Vale" : "Bo Reed"}:</cite>\n<time>${clock}</time>\n<p>${words}</p>\n</div>\n`;
    turns.push(written);
    length += written.length;
  }
  return `<!doctype html>\n<html><head><title>A talk</title></head><body><main>\n${turns.join("")}</main></body></html>\n`;
}

function secondsOf(run: () => unknown): number {
  const begins = performance.now();
  run();
  return (performance.now() - begins) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0;
}
