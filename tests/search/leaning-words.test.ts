import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/search/language.ts";

const { leansOn } = languageOf("en");

describe("how the opening of what someone says leans on what was said before", () => {
  it.each([
    ["No. He didn’t call me.", "reply"],
    ["Never. Neither he, nor Sergei Shoigu", "reply"],
    ["Well, no, I can’t.", "reply"],
    ["Rubbish, he never asked.", "reply"],
    ["Neither of them did.", "reply"],
    ["I don’t.", "reply"],
    ["I hope so.", "reply"],
    ["That is how it was.", "reference"],
    ["They came in the night.", "reference"],
    ["I’m sure they’d been provoked.", "reference"],
    ["This is no step towards improving relations with you.", "reference"],
    ["Are you going to use those weapons?", "reference"],
    ["I’m completely ready, otherwise why have these weapons?", "reference"],
    ["Why did he do that?", "reference"],
    ["His troops have left.", "reference"],
    ["There I met the minister.", "reference"],
    ["He told Putin.", "reference"],
    ["And if the reports are confirmed?", "follow-up"],
    ["What about the town?", "follow-up"],
    ["And why?", "follow-up"],
    ["Because Belarusian territory was used.", "connective"],
    ["But Belarus has played a part.", "connective"],
    ["So the council voted.", "connective"],
    ["Another example: Russia has weapons there.", "connective"],
    ["But did you call him?", "reference"],
  ])("%j: %s", (opening, leaning) => {
    expect(leansOn(opening)).toBe(leaning);
  });

  it.each([
    "",
    "…",
    "Putin will never use the weapons.",
    "There were exercises going on.",
    "It is important to talk to each other.",
    "It’s up to Putin how he withdraws his troops.",
    "The council says that it will vote.",
    "We freed political prisoners. They were elderly.",
    "In his speech, Putin spoke of peace.",
    "I think that the town will pay.",
    "This morning the council met.",
    "No soldiers came.",
    "Those who came were late.",
    "So far the town has paid.",
    "And who paid for the crane?",
    "I ask him whether Vladimir Putin has called.",
    "Do you sleep at night?",
    "Knowing his character Putin would never try.",
  ])("%j stands by itself", (opening) => {
    expect(leansOn(opening)).toBeNull();
  });

  it("is told of anything, in no time", () => {
    const words = fc.constantFrom(
      "he ",
      "that ",
      "And ",
      "Well, ",
      "it is ",
      "these weapons ",
      "? ",
      "’s",
      "I asked him ",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.string({ unit: "grapheme", maxLength: 4 })), { maxLength: 40 }),
        (all) => {
          expect(() => leansOn(all.join(""))).not.toThrow();
        },
      ),
      { numRuns: 2000 },
    );
    const begun = performance.now();
    for (const piece of ["and ", "well, ", "it is a ", " ", "…", "these ", "I ask him "])
      leansOn(piece.repeat(50_000));
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
