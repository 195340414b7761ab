import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readControls, showControls } from "../../src/terminal/visible-controls.ts";

const line = fc
  .array(
    fc.oneof(
      fc.constantFrom("\\", "\\u{", "\\u{1b}", "{", "}", "\u001b", "\u009b", "\t", "1b"),
      fc.string({ unit: "binary" }),
    ),
  )
  .map((parts) => parts.join("").replaceAll("\n", ""));

describe("visible controls", () => {
  it("leaves an ordinary line as it is, backslashes included", () => {
    expect(showControls("C:\\users\tand “so” on…")).toBe("C:\\users\tand “so” on…");
  });

  it("shows a control character by its code and doubles backslashes in that line", () => {
    expect(showControls("a\\b\u001b[2Jc")).toBe("a\\\\b\\u{1b}[2Jc");
  });

  it("tells a printed \\u{1b} from the character it names", () => {
    expect(showControls("\\u{1b}")).toBe("\\\\u{1b}");
    expect(showControls("\u001b")).toBe("\\u{1b}");
  });

  it("can always be read back, and holds no control character but tabs", () => {
    fc.assert(
      fc.property(line, (text) => {
        const shown = showControls(text);
        expect(readControls(shown)).toBe(text);
        expect(shown.replaceAll("\t", "")).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});
