import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { receiptOf } from "../../src/reply/receipt.ts";
import { readInterview } from "../../src/transcript/read-interview.ts";
import { emptySidecar } from "../../src/transcript/sidecar/sidecar.ts";
import { sourceFileOf } from "../../src/transcript/source-file.ts";
import { folderWith } from "../terminal/files.ts";

const run = promisify(execFile);

const FILES: Readonly<Record<string, string>> = {
  "boat.vtt": [
    "WEBVTT - The boat",
    "",
    "00:01.000 --> 00:03.500",
    "<v Ida Moss>Whose boat is it?</v>",
    "",
    "12:34.000 --> 12:36.000",
    "<v Ada Fern>Tom &amp; mine,",
    "<i>really</i> –&nbsp;since",
    "",
    "12:36.000 --> 12:39.000",
    "<v Ada Fern>the war. 𝒳",
    "",
  ].join("\n"),
  "boat.srt": [
    "1",
    "00:00:01,000 --> 00:00:03,500",
    "IDA: Whose boat is it?",
    "",
    "2",
    "00:12:34,000 --> 00:12:36,000",
    "ADA: Tom &amp; mine,",
    "<i>really</i> – since",
    "",
  ].join("\r\n"),
  "boat.json": JSON.stringify({
    version: "1.0.0",
    segments: [
      { speaker: "Ida Moss", startTime: 1, endTime: 3.5, body: "Whose boat is it?" },
      { speaker: "Ada Fern", startTime: 754, endTime: 756, body: '“Tom’s” "and" mine,\n\té\u0001 so' },
    ],
  }),
  "boat.html": [
    "<!doctype html><html><head><title>The boat</title></head><body><article>",
    "<p><b>Ida Moss:</b> Whose boat is it?</p>",
    "<p><b>Ada Fern:</b> Tom &amp; <em>mine</em>,<br>caf&eacute; &#8220;Sea&#x201D; &#146;til <q>now</q>.</p>",
    "</article></body></html>",
  ].join("\n"),
};

describe("receipts of every format", () => {
  it.each(Object.entries(FILES))("are genuine by the stand-alone check: %s", async (name, text) => {
    const bytes = new TextEncoder().encode(text);
    const { interview } = readInterview("boat", sourceFileOf(name, bytes), emptySidecar(name));
    const folder = folderWith({ [name]: bytes });
    expect(interview.source.reading).not.toBeNull();
    expect(interview.statements.length).toBeGreaterThan(1);
    for (const statement of interview.statements) {
      const receipt = join(folder, "receipt");
      writeFileSync(receipt, JSON.stringify(receiptOf(statement)));
      const checked = run(process.execPath, ["evaluation/check-receipt.mjs", receipt, join(folder, name)]);
      const { stdout } = await checked.catch((error: { stdout: string }) => error);
      expect(stdout).toMatch(/\ngenuine\n$/u);
    }
  });
});
