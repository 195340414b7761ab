import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { completeLine } from "../../src/terminal/complete-line.ts";
import { deskOf, harbour, harbourDesk, interviewOf } from "./desk.ts";

const desk = harbourDesk();
const complete = (line: string) => completeLine(line, commands, desk);

describe("completeLine", () => {
  it("completes the names of commands, those of the prompt included", () => {
    expect(complete("/to")).toEqual([["/topic "], "/to"]);
    expect(complete("/")[0]).toEqual(
      expect.arrayContaining([
        "/ask ",
        "/quote ",
        "/topic ",
        "/context ",
        "/interviews ",
        "/help ",
        "/quit ",
      ]),
    );
    expect(complete("/zzz")).toEqual([[], "/zzz"]);
    expect(complete("/zzz x")[0]).toEqual([]);
  });

  it("completes the names of options that aren't there yet", () => {
    expect(complete("/ask who paid sp")).toEqual([["speaker:"], "sp"]);
    expect(complete("who paid sp")).toEqual([["speaker:"], "sp"]);
    expect(complete("/ask who paid ")).toEqual([["speaker:", "interview:", "hide:"], ""]);
    expect(complete("/ask speaker:Mira who ")[0]).toEqual(["interview:", "hide:"]);
  });

  it("completes values as the command offers them, in quotation marks where it must", () => {
    expect(complete("/ask who speaker:mi")).toEqual([['speaker:"Mira Oduya"'], "speaker:mi"]);
    expect(complete('/ask who speaker:"Mira O')).toEqual([['speaker:"Mira Oduya"'], 'speaker:"Mira O']);
    expect(complete("/ask who interview:harb")).toEqual([["interview:harbour"], "interview:harb"]);
    expect(complete("/ask who hide:")).toEqual([["hide:true", "hide:false"], "hide:"]);
    expect(complete("/ask who note:")).toEqual([[], "note:"]);
  });

  it("completes the text itself where the command offers choices", () => {
    expect(complete("/topic sl")).toEqual([["Sleep"], "sl"]);
    expect(complete("/topic ")).toEqual([["The crane", "Sleep"], ""]);
    expect(complete("/topic interview:harbour the cr")).toEqual([["The crane"], "the cr"]);
    expect(complete("/topic Sleep ")[0]).toEqual(["interview:", "hide:"]);
  });

  it("never takes away an option that stands behind the text", () => {
    expect(complete("/topic sl interview:harbour ")).toEqual([["hide:"], ""]);
  });

  it("keeps what was typed while several choices begin with something else", () => {
    const [hits, replaced] = complete("/context crane");
    expect(replaced).toBe("crane");
    expect(hits[0]).toBe("crane");
    expect(hits[1]).toMatch(/^[0-9a-z-]{14} {2}Line \d · Mira Oduya/u);
  });

  it("lets no control characters into the terminal", () => {
    const yaml = harbour.yaml.replace("name: Sleep", 'name: "Sl\\eeep"');
    const hostile = deskOf(interviewOf("harbour", harbour.text, yaml));
    expect(completeLine("/topic Sl", commands, hostile)[0]).toEqual(["Sleep"]);
  });
});
