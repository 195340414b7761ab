import { describe, expect, it } from "vitest";
import { BASE_FORMS } from "../../src/search/english/irregular-forms.ts";

describe("irregular forms", () => {
  it("go to their own base form", () => {
    for (const [form, base] of [
      ["freed", "free"],
      ["people", "person"],
      ["spoke", "speak"],
      ["sang", "sing"],
      ["wives", "wife"],
    ] as const)
      expect(BASE_FORMS.get(form)).toBe(base);
  });

  it("never lead from a base form to another", () => {
    for (const base of BASE_FORMS.values()) expect(BASE_FORMS.get(base), base).toBeUndefined();
  });
});
