import { describe, expect, it } from "vitest";
import { auditReading } from "../../../../src/audit/audit-reading.ts";
import { slice } from "../../reading.ts";
import { readPage, wordsOf } from "./page-reading.ts";

/** What stands in a file, and what a browser shows. */
const WORDS: readonly (readonly [name: string, text: string, words: string])[] = [
  ["entities", "<p>A&amp;M &lt;b&gt; it&#x2019;s &#8211; &copy 5 &eacute;</p>", "A&M <b> it’s – © 5 é"],
  ["entities without an end", "<p>&notit; &ampx &amp &bogus; AT&T & so</p>", "¬it; &x & &bogus; AT&T & so"],
  ["entities of two characters", "<p>&NotEqualTilde; &Afr;</p>", "≂̸ 𝔄"],
  ["what isn't mark-up", "<p>5 < 6, <5 %, a<-b, <3</p>", "5 < 6, <5 %, a<-b, <3"],
  ["white space", "<p> one \r\n\t two&#10;&Tab; three <b> four </b> five </p>", "one two three four five"],
  ["spaces that don't break", "<p>5&nbsp;% of&#160;it</p>", "5\u00a0% of\u00a0it"],
  ["blocks", "<div>one<p>two</p>three<ul><li>four<li>five</ul></div>", "one\n\ntwo\n\nthree\n\nfour\n\nfive"],
  ["inline mark-up", "<p>un<b>believ</b>able<wbr>! <a href=x>so</a></p>", "unbelievable! so"],
  ["line breaks", "<p>one<br>two<br/> three<br><br>four<br></p>", "one\ntwo\nthree\n\nfour"],
  ["cells", "<table><tr><td>one</td><td>two</td></tr><tr><td>three</table>", "one\ntwo\n\nthree"],
  ["preformatted text", "<pre>\none\n  two\n</pre>", "one\n  two\n"],
  ["quotations", "<p>She said <q cite='a>b'>never</q>.</p>", "She said “never”."],
  ["comments", "<p>one<!-- two > --> three<!> four</p>", "one three four"],
  ["CDATA", "<p><![CDATA[one < two]]></p>", "one < two"],
  ["attributes with mark-up", "<p title='a > b' data-x=\"<b>\">one</p>", "one"],
  ["tags that nobody closed", "<p>one<p>two <b>three<div>four", "one\n\ntwo three\n\nfour"],
  ["ends of nothing", "one</b></p></div>two", "one\n\ntwo"],
  [
    "code, drawings and the head",
    "<html><head><title>no</title><style>no</style></head><body><script>'<p>no</p>'</script><svg><title>no</title></svg>one<template>no</template><noscript>no</noscript>",
    "one",
  ],
  ["a body without its tag", "<head><title>no</title>one<p>two", "one\n\ntwo"],
  ["a drawing that nobody closed", "<svg><path><p>one", "one"],
];

describe("the words of a page", () => {
  for (const [name, text, words] of WORDS) {
    it(`reads ${name}`, () => {
      expect(wordsOf(text)).toBe(words);
      const { reading } = readPage(text).interview.source;
      if (reading) auditReading(reading, text);
    });
  }

  it("know their places in the file", () => {
    const text = "\ufeff<p>“We’re at A&amp;M,\r\n <b>now</b>,” Maria Vance said.</p>";
    const { interview } = readPage(text);
    const [statement] = interview.statements;
    const [spoken = { start: 0, end: 0 }] = statement?.spoken ?? [];
    const { source } = interview;
    expect(slice(source.text, spoken)).toBe("We’re at A&M, now,");
    // A byte order mark is no text.
    expect(source.placesOf(spoken).map((span) => slice(text.slice(1), span))).toEqual([
      "We’re at A&amp;M,\r\n ",
      "now",
      ",",
    ]);
    expect(source.linesOf(spoken)).toEqual([1, 2]);
  });

  it.each([
    ["<p>one</p><!-- and a few more words that nobody sees", 11, "a comment"],
    ["<p>one</p><script>and a few more words that nobody sees", 11, "<script>"],
    ["<p>one</p><a href='and a few more words that nobody sees", 11, "a tag"],
    ['<p>one <a href="x>two</a> three <a href="y">four</a></p>', 8, "a quotation mark in a tag"],
  ])("are missed where something has no end: %s", (text, column, what) => {
    const [warning, ...others] = readPage(text).warnings;
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ severity: "warning", file: "sample.html", line: 1, column });
    expect(warning?.message).toContain(what);
  });
});
