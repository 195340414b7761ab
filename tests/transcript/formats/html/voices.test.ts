import { describe, expect, it } from "vitest";
import { type Row, rowsOf } from "../../reading.ts";
import { readPage } from "./page-reading.ts";

const A = "Ann Vale";
const B = "Bo Reed";

/** How pages name the voices of an interview, and who says what in them. */
const PAGES: Record<string, readonly [text: string, rows: readonly Row[]]> = {
  "Podcasting 2.0": [
    "<cite>Ann Vale:</cite>\n<time>0:03</time>\n<p>How did it go?</p>\n<cite>Bo Reed :</cite>\n<time>0:09</time>\n<p>Well.</p>\n<p>Very well.</p>",
    [
      [A, "How did it go?"],
      [B, "Well.", "Very well."],
    ],
  ],
  "cites within paragraphs": [
    "<p><cite>Ann Vale:</cite> <time>0:03</time> How did it go?</p><p><cite>Bo Reed:</cite> <time>0:09</time> Well. <time>0:12</time> Very well.</p>",
    [
      [A, "How did it go?"],
      [B, "Well.", "Very well."],
    ],
  ],
  "names in bold print, with the colon inside or outside": [
    "<p>It was late.</p><p><strong>Ann Vale:</strong> How did it go?</p><p><b>Bo Reed</b>: <em>Well.</em></p><p>Very <b>well</b>.</p>",
    [["-"], [A, "How did it go?"], [B, "Well.", "Very well."]],
  ],
  "a name in two pieces, and the rest of the question in bold": [
    "<p><b>Ann</b><b> Vale: How did it go?</b></p><p><b>Bo Reed:</b> Well.</p>",
    [
      [A, "How did it go?"],
      [B, "Well."],
    ],
  ],
  "names in bold print without colons": [
    "<p><b>Ann Vale</b> How did it go?</p><p><b>Bo Reed</b> Well.</p><p><b>Ann Vale</b> And then?</p><p><b>Bo Reed</b> No.</p>",
    [
      [A, "How did it go?"],
      [B, "Well."],
      [A, "And then?"],
      [B, "No."],
    ],
  ],
  "names on lines of their own": [
    "<p><b>Ann Vale</b><br>How did it go?<br><br><b>Bo Reed</b><br>Well.<br>Very well.<br><br><b>Ann Vale</b><br>And then?</p>",
    [
      [A, "How did it go?"],
      [B, "Well.", "Very well."],
      [A, "And then?"],
    ],
  ],
  "the questions in bold with their name, the answers plain": [
    "<p><strong>ANN VALE: How did it go?</strong></p><p>BO REED: Well.</p><p><strong>ANN VALE: And then?</strong></p><p>BO REED: No.</p>",
    [
      ["ANN VALE", "How did it go?"],
      ["BO REED", "Well."],
      ["ANN VALE", "And then?"],
      ["BO REED", "No."],
    ],
  ],
  "a list of terms, with optional tags left out": [
    "<dl><dt>Ann Vale<dd>How did it go?<dt>Bo Reed<dd>Well.<p>Very well.<dt>Ann Vale<dd>And then?</dl>",
    [
      [A, "How did it go?"],
      [B, "Well.", "Very well."],
      [A, "And then?"],
    ],
  ],
  headings: [
    "<h1>Talk</h1><h3>Ann Vale</h3><p>How did it go?</p><h3>Bo Reed</h3><p>Well.</p><h3>The end</h3><h3>Ann Vale</h3><p>And then?</p><h3>Bo Reed</h3><p>No.</p>",
    [["-"], [A, "How did it go?"], [B, "Well."], ["-"], [A, "And then?"], [B, "No."]],
  ],
  "a table with a column of speakers": [
    "<table><tr><th>Time<th>Speaker<th>Words<tr><td>0:01<td>Ann Vale<td>How did it go?<tr><td>0:05<td>Bo Reed<td>Well.<tr><td>0:09<td>Ann Vale<td>And then?</table>",
    [["-"], ["-"], ["-"], [A, "How did it go?"], [B, "Well."], [A, "And then?"]],
  ],
  "classes that say so": [
    '<div><div class="row"><span class="speaker">Ann Vale</span> <span class="timestamp">00:01</span><p>How did it go?</p></div><div class="row"><span class="speaker">Bo Reed</span> <span class="timestamp">00:05</span><p>Well.</p></div></div><p>About us.</p>',
    [[A, "How did it go?"], [B, "Well."], ["-"]],
  ],
  "a class of the whole turn, with its name in bold": [
    '<p class="speaker-1"><b>Ann Vale:</b> How did it go?</p><p class="speaker-2"><b>Bo Reed:</b> Well.</p>',
    [
      [A, "How did it go?"],
      [B, "Well."],
    ],
  ],
  "attributes of data": [
    '<p data-speaker="Ann Vale" data-start="1.5">How did it go?</p><p data-speaker="Bo Reed" data-start="3">Well.</p>',
    [
      [A, "How did it go?"],
      [B, "Well."],
    ],
  ],
  "block quotations below their names": [
    "<p><b>Ann Vale:</b></p><blockquote><p>How did it go?</p></blockquote><p><b>Bo Reed:</b></p><blockquote><p>Well.</p><p>Very well.</p></blockquote>",
    [
      [A, "How did it go?"],
      [B, "Well.", "Very well."],
    ],
  ],
  "headings of somebody who speaks once": [
    '<div><h4>Ann Vale</h4><p begin="00:00:12.5">How did it go?</p></div><div><h4>Bo Reed</h4><p>Well.</p></div><div><h4>Ann Vale</h4><p>And then?</p></div>',
    [
      [A, "How did it go?"],
      [B, "Well."],
      [A, "And then?"],
    ],
  ],
  "two names with colons above what they say": [
    "<h2>Talk</h2><p><strong>Ann Vale:</strong></p><p>How did it go?</p><p><u>Bo Reed:</u></p><p>Well.</p><p>Very well.</p>",
    [["-"], [A, "How did it go?"], [B, "Well.", "Very well."]],
  ],
  "Q and A": [
    "<p><b>Q:</b> How did it go?</p><p><b>A:</b> Well.</p>",
    [
      ["Interviewer", "How did it go?"],
      ["Guest", "Well."],
    ],
  ],
  "questions in bold print, without names": [
    "<h1>Ann on bridges</h1><p>She builds them.</p><p><b>How did it go?</b></p><p>Well.</p><p>Very well.</p><p><b>And then?</b><br>No.</p>",
    [
      ["-"],
      ["-"],
      ["Interviewer", "How did it go?"],
      ["Guest", "Well.", "Very well."],
      ["Interviewer", "And then?"],
      ["Guest", "No."],
    ],
  ],
  "notes and headings between the turns": [
    "<p><b>Ann Vale:</b> How did it go?</p><h2>Later</h2><p><b>Bo Reed:</b> Well.</p><p><i>They laugh for a while.</i></p><p>This interview has been edited for length.</p>",
    [[A, "How did it go?"], ["-"], [B, "Well."], ["-"], ["-"]],
  ],
};

describe("voices that mark-up names", () => {
  for (const [name, [text, rows]] of Object.entries(PAGES)) {
    it(`reads ${name}`, () => {
      const { interview, warnings } = readPage(text);
      expect(rowsOf(interview)).toEqual(rows);
      expect(warnings).toEqual([]);
    });
  }

  it("knows a question from an answer, and which belongs to which", () => {
    const { statements } = readPage(PAGES["Podcasting 2.0"]?.[0] ?? "").interview;
    expect(statements.map(({ kind, answersIndex }) => [kind, answersIndex])).toEqual([
      ["question", null],
      ["statement", 0],
    ]);
  });

  it.each([
    ["Podcasting 2.0", [3, 9]],
    ["cites within paragraphs", [3, 9]],
    ["a table with a column of speakers", [null, null, null, 1, 5, 9]],
    ["classes that say so", [1, 5, null]],
    ["attributes of data", [1.5, 3]],
  ])("tells when it was said: %s", (name, starts) => {
    const { statements } = readPage(PAGES[name]?.[0] ?? "").interview;
    expect(statements.map(({ time }) => time?.start ?? null)).toEqual(starts);
  });

  it.each([
    ["<b>Ann Vale (00:12):</b> So?", 12],
    ["<b>Ann Vale:</b> [1:00:12] So?", 3612],
    ["<b>Ann Vale</b> <time datetime='PT1M3S'>a minute in</time> So?", 63],
    ["[00:07] <b>Ann Vale:</b> So?", 7],
    ["<span>0:07</span> <b>Ann Vale:</b> So?", 7],
    ["<b>Ann Vale:</b> 0:07<br>So?", 7],
  ])("reads the time of %s", (line, start) => {
    const text = `<p>${line}</p><p><b>Bo Reed:</b> Yes.</p><p>${line}</p>`;
    const [first] = readPage(text).interview.statements;
    expect(first?.time?.start).toBe(start);
    expect(first?.speaker?.name).toBe(A);
  });

  it("takes names from the yaml", () => {
    const yaml =
      "speakers:\n  - { name: Ann Vale, aliases: [Q], role: interviewer }\n  - { name: Bo Reed, aliases: [A], role: guest }\n";
    const { interview } = readPage(PAGES["Q and A"]?.[0] ?? "", yaml);
    expect(interview.statements.map(({ speaker }) => speaker?.name)).toEqual([A, B]);
  });

  it.each([
    "<p><b>Name:</b> Ann Vale</p><p><b>Age:</b> 42</p><p>She builds.</p><p>It was late.</p><p>It was cold.</p><p>It was far.</p>",
    "<p>She builds.</p><p>It was late.</p><p>It was cold.</p><p><b>Related:</b></p><p>Bridges</p><p><b>Tags:</b></p><p>Rivers</p>",
    "<p><b>Bridges</b> are old.</p><p><b>Rivers</b> are older.</p><p><b>Hills</b> are oldest.</p>",
    "<h2>Beginnings</h2><p>It was late.</p><h2>Work</h2><p>It was cold.</p><h2>Ends</h2><p>It was far.</p>",
    "<dl><dt>Pier<dd>What holds a bridge.<dt>Deck<dd>What it holds.<dt>Span<dd>How far.</dl>",
    "<p><cite>The Morning News</cite> wrote about her.</p><p><cite>The Evening News</cite> did not.</p>",
  ])("takes no other mark-up for voices: %s", (text) => {
    expect(readPage(text).interview.statements.map(({ speaker }) => speaker)).not.toContainEqual(
      expect.anything(),
    );
  });
});
