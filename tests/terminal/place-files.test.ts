import { describe, expect, it } from "vitest";
import { NameTaken, placeFiles } from "../../src/terminal/place-files.ts";
import { contentsOf, folderWith } from "./files.ts";

const file = (name: string, text: string, replaces = false) => ({ name, bytes: Buffer.from(text), replaces });

describe("files that are placed together", () => {
  it("are all there, and nothing else", async () => {
    const folder = folderWith({ b: "old" });
    await placeFiles(folder, [file("a", "one"), file("b", "two", true)]);
    expect(contentsOf(folder)).toEqual({ a: "one", b: "two" });
  });

  it("are not there at all when one of them can’t be", async () => {
    const folder = folderWith({ b: "old" });
    await expect(placeFiles(folder, [file("a", "one"), file("b", "two")])).rejects.toThrow(NameTaken);
    expect(contentsOf(folder)).toEqual({ b: "old" });
    await expect(placeFiles(folder, [file("a", "one"), file("no/folder", "two")])).rejects.toThrow(/ENOENT/u);
    expect(contentsOf(folder)).toEqual({ b: "old" });
  });
});
