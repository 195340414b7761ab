import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { HOSTILE } from "../reply/hostile-interviews.ts";

const mean = HOSTILE.map((text) => text.replaceAll("\0", ""));

/** So many units of text that Discord could take for something else. */
function meanWords(units: number, from: number): string {
  let words = "";
  for (let at = from; words.length < units; at += 1) words += `${mean[at % mean.length]} `;
  return words.trim();
}

/** An interview whose statements have from ten to 20,000 units; the last two are Chinese and blank but for marks. */
const lengths = [10, 100, 400, 1500, 3500, 3900, 4100, 8000, 20_000];

export const hostileText = [
  "Mira Oduya runs the harbour.",
  ...lengths.flatMap((units, at) => [
    `“About crane number ${at}: ${meanWords(units / 10, at)}?” I asked.`,
    `“Crane number ${at}, then. ${meanWords(units, at)},” Mira Oduya said.`,
  ]),
  "“And in Chinese?” I asked.",
  `“${"起重機在三月到達。".repeat(700)}” Mira Oduya said.`,
  `“${"\u200b\u00ad".repeat(2500)}.” Mira Oduya said.`,
  `“${"e\u0301\u0323".repeat(2500)}.” Mira Oduya said.`,
].join("\r\n");

export const hostileYaml = JSON.stringify({
  title: `@everyone # **${"_".repeat(150)}** <@1100000000000000101>`,
  url: `https://news.example/#${"a".repeat(340)}`,
  speakers: [
    { name: `> ${"*".repeat(97)}`, aliases: ["Mira Oduya"], role: "guest" },
    { name: "- [Interviewer](https://example.org) <t:1:R>", role: "interviewer" },
  ],
  topics: [
    { name: "||Cranes|| #1 @here", lines: ["2-19"] },
    { name: "> Numbers", lines: [3, 5] },
  ],
});

/** A folder with these files in it, that is gone when the test is over. */
export function transcriptsFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "on-the-record-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}
