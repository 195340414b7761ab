import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { transcriptsFolder } from "../discord/hostile-transcripts.ts";
import { startPageProcess } from "./page-process.ts";
import { buttonIn, openPerson } from "./person.ts";

const vtt = (number: string) => `WEBVTT

00:01.000 --> 00:03.500
<v Ida Moss>How many lighthouses do you keep?</v>

12:34.000 --> 12:36.000
<v Ada Fern>${number} lighthouses &amp; a

12:36.000 --> 12:39.000
<v Ada Fern><i>foghorn</i> by the sea.
`;

const html = `<!doctype html><html><head><title>The bakery</title></head><body><article>
<p><b>Ida Moss:</b> What bread do you bake?</p>
<p><b>Ada Fern:</b> Rye bread &amp; <em>caf&eacute;</em> buns.</p>
</article></body></html>`;

const json = JSON.stringify({
  version: "1.0.0",
  segments: [
    { speaker: "Ida Moss", startTime: 1, endTime: 3.5, body: "Who sells marzipan?" },
    { speaker: "Ada Fern", startTime: 754, endTime: 756, body: 'We sell "marzipan" in Trondheim.' },
  ],
});

const dialogue = "IDA MOSS: How many beehives are there?\nADA FERN: Seven beehives on the town hall.\n";

describe("the page while the bot runs", () => {
  it("answers from files of every kind that come, change and go, and has their receipts", async () => {
    const folder = transcriptsFolder({});
    const { address, bot } = await startPageProcess({ TRANSCRIPTS_DIR: folder });
    const person = openPerson(address);
    const files = [
      ["sea.vtt", vtt("Two"), "how many lighthouses do you keep", "Two lighthouses & a foghorn by the sea."],
      ["bakery.html", html, "what bread do you bake", "Rye bread & café buns."],
      ["sweets.json", json, "who sells marzipan", 'We sell "marzipan" in Trondheim.'],
      ["bees.txt", dialogue, "how many beehives are there", "Seven beehives on the town hall."],
    ] as const;
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    await expect.poll(bot.errors, { timeout: 2000 }).toContain("4 interviews are served now.");
    for (const [name, , question, words] of files) {
      const reply = await person.ask(question);
      const { quotes } = await person.inspect(reply);
      const receipt = quotes.find((quote) => quote.words === words);
      expect(receipt, name).toMatchObject({
        whole: true,
        receipt: { file: name, speaker: expect.any(String) },
      });
    }

    const old = await person.ask("how many lighthouses do you keep");
    writeFileSync(join(folder, "sea.vtt"), vtt("Nine"));
    await expect
      .poll(async () => JSON.stringify(await person.ask("how many lighthouses do you keep")), {
        timeout: 2000,
      })
      .toContain("Nine lighthouses");
    await person.press(old, buttonIn(old, "Receipt"));
    expect(JSON.stringify(await person.latest())).toContain("has changed or gone");
    const { quotes } = await person.inspect(old);
    expect(quotes.find(({ words }) => words.startsWith("Two"))).toMatchObject({
      receipt: null,
      problem: "No statement has these words.",
    });

    writeFileSync(join(folder, "sea.vtt"), Uint8Array.of(0xff, 0xff));
    await expect.poll(bot.errors, { timeout: 2000 }).toContain("the last good version is served");
    expect(JSON.stringify(await person.ask("how many lighthouses do you keep"))).toContain(
      "Nine lighthouses",
    );
    rmSync(join(folder, "sea.vtt"));
    await expect.poll(bot.errors, { timeout: 2000 }).toContain("Removed: sea.vtt.");
    expect(JSON.stringify(await person.ask("how many lighthouses do you keep"))).not.toContain("foghorn");
    // Lines for people, not the log's JSON.
    expect(bot.errors()).not.toContain('{"level"');
  });
});
