import { describe, expect, it } from "vitest";
import { Cast } from "../../src/transcript/cast.ts";
import { castOf } from "./reading.ts";

describe("a cast", () => {
  it.each([
    "Maria Vance",
    "MARIA VANCE",
    "Vance",
    "Maria",
    "Ms Vance",
    "Professor Vance",
    "Norwegian Engineer Maria Vance",
    "Maria G Vance",
    "M Vance",
  ])("knows Maria Vance as %s", (name) => {
    const cast = castOf(["Maria Vance", "guest"]);
    expect(cast.named(name)).toBe(cast.guest());
  });

  it.each(["Peter Vance", "Maria Lund", "Vancel"])("knows that %s is another", (name) => {
    expect(castOf(["Maria Vance", "guest"]).named(name)).toEqual({ name, role: "other" });
  });

  it("finds nobody by a name that two share", () => {
    const cast = castOf(["Maria Vance", "guest"], ["Peter Vance", "other"]);
    expect(cast.find("Vance")).toBeUndefined();
    expect(cast.find("Peter")?.name).toBe("Peter Vance");
  });

  it("takes an alias before a part of another's name", () => {
    const cast = new Cast([
      { name: "Maria Vance", aliases: [], role: "guest" },
      { name: "The Boss", aliases: ["Vance"], role: "other" },
    ]);
    expect(cast.find("Vance")?.name).toBe("The Boss");
  });

  it("takes those it wasn't told of for guests only when it was told of nobody", () => {
    expect(castOf().named("Ann Reed").role).toBe("guest");
    expect(castOf(["Maria Vance", "guest"]).named("Ann Reed").role).toBe("other");
    expect(castOf().bystander("a spokeswoman")).toEqual({ name: "a spokeswoman", role: "other" });
  });

  it("always has someone to ask and someone to answer", () => {
    const cast = castOf(["Ann Reed", "other"]);
    expect(cast.interviewer()).toEqual({ name: "Interviewer", role: "interviewer" });
    expect(cast.guest()).toEqual({ name: "Guest", role: "guest" });
    expect(cast.guest()).toBe(cast.guest());
    expect(castOf(["Tom Lund", "interviewer"]).interviewer().name).toBe("Tom Lund");
  });
});
