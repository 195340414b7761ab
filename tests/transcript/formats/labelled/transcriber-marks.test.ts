import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordsSpoken } from "../../../../src/transcript/formats/labelled/transcriber-marks.ts";
import { slice } from "../../reading.ts";

const spokenIn = (text: string) =>
  wordsSpoken(text, { start: 0, end: text.length }).map((span) => slice(text, span));

describe("the words spoken", () => {
  it.each([
    ["I left [inaudible 00:03:04] at noon.", ["I left", "at noon."]],
    ["I left (laughs) at noon.", ["I left", "at noon."]],
    ["I left (inaudible 0:03) at noon.", ["I left", "at noon."]],
    ["(Laughter.) I left.", ["I left."]],
    ["Her name was Morag (ph).", ["Her name was Morag"]],
    ["Her name was Morag (phonetic) [sic] MacNeil.", ["Her name was Morag", "MacNeil."]],
    ["I -- (crosstalk) -- left.", ["I --", "-- left."]],
    ["I left *sighs* at noon.", ["I left", "at noon."]],
    ["I left <laughs> at noon.", ["I left", "at noon."]],
    ["♪ theme music ♪ I left.", ["I left."]],
    ["♪ We all went down to the river ♪", ["We all went down to the river"]],
    ["(laughing) I left.", ["I left."]],
    ["(to the dog) Open up.", ["Open up."]],
    ["Да (смеётся), был.", ["Да", ", был."]],
  ])("are those of %j without the marks", (text, spoken) => {
    expect(spokenIn(text)).toEqual(spoken);
  });

  it.each([
    "My mother (I was frightened of her) sang.",
    "It was (and is) *never* cold (to my mind) in May.",
    "We earned <5 % and > 3 % (in 1994).",
    "They sang (badly, I thought).",
  ])("may stand in parentheses: %j", (text) => {
    expect(spokenIn(text)).toEqual([text]);
  });

  it.each(["[laughs]", "(APPLAUSE)", "♪", "[crosstalk 00:01:02]", "(inaudible)"])(
    "are none in %j",
    (text) => {
      expect(spokenIn(text)).toEqual([]);
    },
  );

  it("are slices in order, whatever the text is", () => {
    const pieces = fc.constantFrom(
      "(",
      ")",
      "[",
      "]",
      "*",
      "♪",
      "<",
      ">",
      "laughs",
      "(laughs)",
      "sic",
      " ",
      "\n",
      "word",
      "0:03",
      "😀",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (all) => {
        const text = all.join("");
        let end = 0;
        for (const span of wordsSpoken(text, { start: 0, end: text.length })) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });
});
