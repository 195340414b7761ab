import { describe, expect, it } from "vitest";
import { diagnosticNotes } from "../../src/reload-notes.ts";
import type { Diagnostic } from "../../src/transcript/diagnostic.ts";

const warning = (line: number, file = "a.txt"): Diagnostic => ({
  severity: "warning",
  file,
  line,
  message: "this is odd.",
  advice: "Look at it.",
});

describe("what is told of a folder", () => {
  it("says of a file with faults without end how many more there are", () => {
    const notes = diagnosticNotes([
      ...Array.from({ length: 200_000 }, (_, at) => warning(at + 1)),
      warning(1, "b.txt"),
    ]);
    expect(notes).toHaveLength(22);
    expect(notes[20]?.message).toMatch(/^a\.txt: 199980 more/u);
    expect(notes[21]?.message).toBe("b.txt:1: warning: this is odd. Look at it.");
  });
});
