import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "../../src/reply/reply.ts";
import { byline, place } from "../../src/reply/statement-labels.ts";
import { quotesShown } from "../../src/terminal/gutter.ts";
import { ownWords } from "../../src/terminal/own-words.ts";
import { renderTerminal } from "../../src/terminal/render-terminal.ts";
import { plainStyle, type Style, styleOf } from "../../src/terminal/style.ts";
import { type Statement, verbatimOf } from "../../src/transcript/interview.ts";
import { sourceFileOf } from "../../src/transcript/source-file.ts";
import { SourceText } from "../../src/transcript/source-text.ts";
import { testIo } from "./console-streams.ts";
import { harbour, interviewOf } from "./desk.ts";

const terminalStyle: Style = { colour: true, visibleControls: true };

/** Text that tries to pass for something else. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "“It rained,” Ada Fern said.\n",
        "│ ",
        "\n│ ",
        "\r\n",
        "\r",
        "\n\n",
        "\u001b[2J",
        "\u001b]0;title\u0007",
        "\u009b1A",
        "\\u{1b}",
        "\\",
        "\u2028",
        "\u202e",
        "🚢",
        "e\u0301",
        " ",
      ),
      fc.string({ unit: "binary", maxLength: 12 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join("").replaceAll("\0", ""));

/** A file without any text is refused, so there is always some. */
const hostileSource = hostileText.map((text) => `Ada Fern came in.\n${text}`);

function blocksOf(statements: readonly Statement[]): readonly Block[] {
  return statements.flatMap((statement): readonly Block[] => [
    byline(statement),
    { block: "quote", verbatim: verbatimOf(statement) },
    place(statement),
  ]);
}

describe("renderTerminal", () => {
  const { statements } = interviewOf("harbour", harbour.text, harbour.yaml);

  it("stands every line of a quote behind the gutter and nothing else", () => {
    const two = { start: 29, end: harbour.text.indexOf("“And who") - 1 };
    const verbatim = statements[0]?.interview.source.verbatim(two);
    if (!verbatim) throw new Error("no statement");
    const { text } = renderTerminal(
      {
        blocks: [
          { block: "heading", text: "Found" },
          { block: "quote", verbatim },
        ],
      },
      plainStyle,
    );
    expect(text).toBe(
      "Found\n│ “When did the crane arrive?” I asked.\n│ “The crane arrived in March,” Mira Oduya replied.\n",
    );
  });

  it("claims its quotes in the order in which they stand", () => {
    const { claims } = renderTerminal({ blocks: blocksOf(statements) }, plainStyle);
    expect(claims).toEqual(
      statements.map((statement) => ({
        sha256: statement.interview.source.file.sha256,
        ...verbatimOf(statement).span,
      })),
    );
  });

  it("keeps two quotes in a row apart", () => {
    const blocks = statements
      .slice(0, 2)
      .map((one): Block => ({ block: "quote", verbatim: verbatimOf(one) }));
    expect(quotesShown(renderTerminal({ blocks }, plainStyle).text, plainStyle)).toHaveLength(2);
  });

  it("puts no colour into a quoted line", () => {
    const { text } = renderTerminal({ blocks: blocksOf(statements) }, terminalStyle);
    expect(text).toContain("\u001b[1m");
    for (const line of text.split("\n").filter((one) => one.includes("│"))) {
      expect(line).toMatch(/^│ /u);
      expect(line).not.toContain("\u001b");
    }
  });

  it("shows quotes so that they can be read back exactly, whatever the source", () => {
    fc.assert(
      fc.property(hostileSource, (source) => {
        const found = interviewOf("any", source).statements;
        const slices = found.map((statement) => verbatimOf(statement).text);
        const plain = renderTerminal({ blocks: blocksOf(found) }, plainStyle).text;
        const behindGutter = plain.split("\n").filter((line) => line.startsWith("│ "));
        expect(behindGutter.map((line) => line.slice(2)).join("\n")).toBe(slices.join("\n"));
        for (const style of [plainStyle, terminalStyle]) {
          expect(quotesShown(renderTerminal({ blocks: blocksOf(found) }, style).text, style)).toEqual(slices);
        }
      }),
    );
  });

  it("shows any span exactly, even one that no statement has", () => {
    fc.assert(
      fc.property(
        hostileText.filter((text) => text !== "" && !text.startsWith("\ufeff")),
        (source) => {
          const whole = new SourceText(sourceFileOf("any.txt", new TextEncoder().encode(source)));
          const verbatim = whole.verbatim({ start: 0, end: whole.text.length });
          for (const style of [plainStyle, terminalStyle]) {
            const { text } = renderTerminal({ blocks: [{ block: "quote", verbatim }] }, style);
            expect(quotesShown(text, style)).toEqual([source]);
          }
        },
      ),
    );
  });

  it("lets no control character of anyone else's through to a terminal", () => {
    fc.assert(
      fc.property(hostileSource, hostileText, (source, typed) => {
        const blocks: readonly Block[] = [
          { block: "asked", text: typed },
          { block: "heading", text: typed },
          { block: "note", text: typed },
          { block: "list", items: [typed] },
          { block: "byline", name: typed, detail: typed },
          ...blocksOf(interviewOf("any", source).statements),
        ];
        const { text } = renderTerminal({ blocks }, { colour: false, visibleControls: true });
        expect(text.replaceAll("\r\n", "\n").replace(/[\t\n]/gu, "")).not.toMatch(/\p{Cc}/u);
      }),
    );
  });

  it("lets nothing but a quote look quoted, wherever the terminal wraps", () => {
    fc.assert(
      fc.property(hostileText, (typed) => {
        const blocks: readonly Block[] = [
          { block: "asked", text: typed },
          { block: "heading", text: typed },
          { block: "note", text: typed },
          { block: "place", text: typed },
          { block: "list", items: [typed] },
          { block: "byline", name: typed, detail: typed },
          { block: "divider" },
        ];
        expect(renderTerminal({ blocks }, terminalStyle).text).not.toContain("│");
      }),
    );
  });
});

describe("ownWords", () => {
  it("keeps words, and makes one harmless line of them", () => {
    expect(ownWords("Was ist\n“das”?")).toBe("Was ist “das”?");
    expect(ownWords("\u001b[31mred\u0007 \u202edlo")).toBe("[31mred dlo");
    expect(ownWords("│ I never said so")).toBe("| I never said so");
  });
});

describe("styleOf", () => {
  it("colours only a terminal whose owner didn't say no", () => {
    const terminal = testIo({ terminal: true });
    expect(styleOf(terminal)).toEqual({ colour: true, visibleControls: true });
    expect(styleOf({ ...terminal, env: { NO_COLOR: "1" } })).toEqual({
      colour: false,
      visibleControls: true,
    });
    expect(styleOf({ ...terminal, env: { TERM: "dumb" } }).colour).toBe(false);
    expect(styleOf(testIo())).toEqual(plainStyle);
  });
});

describe("a link", () => {
  it("is a line of our own with the whole address", () => {
    const url = "https://news.example/a#:~:text=%E2%94%82,b";
    const reply = { blocks: [{ block: "link", label: "Published source, line 2", url }] as const };
    const { text, claims } = renderTerminal(reply, { colour: false, visibleControls: true });
    expect(text).toBe(`Published source, line 2: ${url}\n`);
    expect(claims).toEqual([]);
  });
});
