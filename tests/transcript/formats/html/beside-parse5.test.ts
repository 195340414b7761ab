import fc from "fast-check";
import { type DefaultTreeAdapterMap, parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { compose } from "../../../../src/transcript/formats/html/compose.ts";
import { parsePage } from "../../../../src/transcript/formats/html/parse-page.ts";

type Node = DefaultTreeAdapterMap["node"];

const SILENT = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "svg",
  "math",
  "title",
  "textarea",
  "select",
  "button",
]);

/** The characters of a page that are no white space, by the parser of the HTML standard. */
function peer(text: string): string {
  let words = "";
  const nodes: Node[] = [parseFragment(text)];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (node.nodeName === "#text" && "value" in node) words += node.value;
    if (SILENT.has(node.nodeName) || !("childNodes" in node)) continue;
    for (const child of [...node.childNodes].reverse()) nodes.push(child);
  }
  return words.replace(/\s+/gu, "");
}

/** The same by ours, of all elements. */
function ours(text: string): string {
  const page = parsePage(text);
  const left = new Uint8Array(page.elements.names.length);
  page.elements.names.forEach((name, element) => {
    left[element] = left[page.elements.parents[element] ?? 0] === 1 || name === "button" ? 1 : 0;
  });
  return compose(page, left, []).reading.text.replace(/\s+/gu, "");
}

/** Pages as people and programs write them. */
const PAGES: readonly string[] = [
  "<p>one<p>two</p></p>three<div>four<ul><li>five<li>six<ul><li>seven</ul>eight</ul>",
  "<b>one<p>two</b>three</p>four<i><b>five</i>six</b>",
  "<p>A&amp;M &notit; &notin; &copy2 &#150; &#x80; &#0; &#xD800; &#1114112; &AMP &nope; & &; &#; &#x;</p>",
  "one < two <3 <- <_ </ three </> four <? five ?> six <! seven > eight <!-> nine <!--> ten <!---> eleven",
  "one<!-- two -- three --!> four<!-- five --->six<!doctype html>seven",
  "<a title='a > b' b=c>d e=\"f<g>\">one</a><br/>two<img alt='no'>three<input value=no>four",
  "<script>no <!-- </script>one<style><p></style>two<textarea>no</textarea>three",
  "<dl><dt>one<dd>two<dt>three</dl><select><option>no<option>no</select>four",
  "<svg><title>no</title><circle/></svg>one<math><mi>no</mi></math>two<template><p>no</template>three",
  "<details><summary>one</summary>two</details><figure>three<figcaption>four</figcaption></figure>",
  "<pre>\none\n two</pre><P>THREE</P><Div>four",
  "one\r\ntwo\rthree\ffour\u00a0five\u200bsix",
];

describe("the words of a page beside parse5’s", () => {
  it.each(PAGES)("are the same: %s", (text) => {
    expect(ours(text)).toBe(peer(text));
  });

  it("are the same, however mark-up is mixed", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<div>",
        "</div>",
        "<i>",
        "</i>",
        "<li>",
        "<ul>",
        "</ul>",
        "<br>",
      ),
      fc.constantFrom(
        "<h2>",
        "</h2>",
        "<dl>",
        "<dt>",
        "<dd>",
        "</dl>",
        "<span class='a>b'>",
        "</span>",
        "<hr/>",
      ),
      fc.constantFrom(
        "<!-- c -->",
        "<script>s</script>",
        "&amp;",
        "&notit;",
        "&#x2019;",
        "&lt",
        "&",
        "<",
        " < ",
        "5 %",
      ),
      fc.string({ maxLength: 6 }).map((text) => text.replace(/[<>&\0]/g, "-")),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        // A tag that the end of the file cuts off is read otherwise: see below.
        const text = `${pieces.join("")}<p>`;
        expect(ours(text)).toBe(peer(text));
      }),
      { numRuns: 1000 },
    );
  });

  describe("differ", () => {
    it("in quotations, where ours has the marks that browsers show", () => {
      expect([ours("<q>one</q>"), peer("<q>one</q>")]).toEqual(["“one”", "one"]);
    });

    it("in CDATA, which is a comment in HTML but words in XHTML: ours loses none", () => {
      expect([ours("<![CDATA[one]]>two"), peer("<![CDATA[one]]>two")]).toEqual(["onetwo", "two"]);
    });

    it("in scripts that hold scripts in comments, which the tokenizer ends at the first end", () => {
      const text = "<script><!-- <script> </script> no --></script>one";
      expect([ours(text), peer(text)]).toEqual(["no-->one", "one"]);
    });

    it("in tables, before which the standard moves what stands between their cells", () => {
      const text = "<table><tr>one<td>two</table>";
      expect([ours(text), peer(text)]).toEqual(["onetwo", "onetwo"]);
      const late = "<table><tr><td>two</td>one</table>";
      expect([ours(late), peer(late)]).toEqual(["twoone", "onetwo"]);
    });
  });
});
