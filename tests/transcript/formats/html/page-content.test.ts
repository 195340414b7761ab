import { describe, expect, it } from "vitest";
import { html } from "../../../../src/transcript/formats/html/html.ts";
import { SourceText } from "../../../../src/transcript/source-text.ts";
import { fileOf, problemsOf, read, rowsOf } from "../../reading.ts";
import { readPage, wordsOf } from "./page-reading.ts";

const ARTICLE = [
  "“The bridge is safe,” Maria Vance said. “It isn’t old.”",
  "It was late when we met.",
  "“Will it stand?” I asked.",
  "“It will stand at A&M,” she said.",
];
const PARAGRAPHS = ARTICLE.map((text) => `<p>${text.replace("&", "&amp;")}`).join("\n");
const MENU = "<nav><ul><li><a href=/>Home</a><li><a href=/news>News</a></ul></nav>";

describe("the content of a page", () => {
  it.each([
    ["bare paragraphs", PARAGRAPHS],
    ["main", `<body>${MENU}<p>Subscribe now</p><main>${PARAGRAPHS}</main><footer><p>© Us</p></footer>`],
    ["article", `<body>${MENU}<div><article>${PARAGRAPHS}</article><article>Read more</article></div>`],
    [
      "divs",
      `<div id=menu><ul><li><a href=/>Home</a><li><a href=/a>More</a></ul></div><div><div>${PARAGRAPHS}</div></div>`,
    ],
    ["a form around it all", `<form>${MENU}<div>${PARAGRAPHS}</div></form>`],
    ["a menu that nobody closed", `<nav><a href=/>Home</a>${PARAGRAPHS}`],
    [
      "hidden parts",
      `<main>${PARAGRAPHS}<p hidden>no</p><div aria-hidden=true>no</div><p style="display: none">no</main>`,
    ],
    ["comments of readers", `<main>${PARAGRAPHS}<section id="comments"><p>I agree</p></section></main>`],
  ])("is read as its plain text is: %s", (_name, page) => {
    const strip = (rows: ReturnType<typeof rowsOf>) => rows.filter((row) => row.length > 1 || row[0] !== "-");
    const plain = read(ARTICLE.join("\n\n")).interview;
    const { interview, warnings } = readPage(page);
    expect(strip(rowsOf(interview))).toEqual(strip(rowsOf(plain)));
    expect(interview.statements.length).toBe(plain.statements.length + (page.startsWith("<nav><a") ? 1 : 0));
    expect(warnings).toEqual([]);
  });

  it("has headlines that nobody spoke", () => {
    const { interview } = readPage(`<h1>“Bridge is safe,” Maria Vance said</h1>${PARAGRAPHS}`);
    expect(interview.statements[0]?.kind).toBe("narration");
    expect(interview.statements[1]?.kind).toBe("statement");
  });

  it("warns of speech that stands outside of it", () => {
    const page =
      "<main><p><b>Ann:</b> How did it all begin for you?</p><p><b>Bo:</b> In the winter, I think.</p></main>\n<aside><p>Bo: And then I left.</p></aside>";
    expect(readPage(page).warnings).toMatchObject([{ severity: "warning", line: 2, column: 11 }]);
    expect(readPage(page.replace("Bo: And", "And")).warnings).toEqual([]);
  });

  it("is nothing where a script makes it", () => {
    const [problem] = problemsOf(() => readPage("<body><div id=app></div><script src=a.js></script>"));
    expect(problem).toMatchObject({ severity: "error", line: 1, column: 1 });
    expect(problem?.message).toContain("script");
  });

  it("is read from text files that are pages", () => {
    const recognised = (name: string, text: string) => html.recognises(new SourceText(fileOf(name, text)));
    expect(recognised("a.txt", "\n<!DOCTYPE html>\n<p>x")).toBe(true);
    expect(recognised("a.txt", "<!-- saved --><HTML lang=en><p>x")).toBe(true);
    expect(recognised("a.txt", "<?xml version='1.0'?><html><p>x")).toBe(true);
    expect(recognised("a.txt", "<p>It is <html>")).toBe(false);
    expect(recognised("a.txt", "He said <!doctype html>")).toBe(false);
    expect(recognised("a.HTM", "words")).toBe(true);
  });

  it("gives times in labelled speech no part in the words", () => {
    const page = "<p><b>Ann:</b> One <time>0:05</time> two.</p><p><b>Bo:</b> Three.</p>";
    expect(wordsOf(page)).toBe("One two.\n\nThree.");
  });
});
