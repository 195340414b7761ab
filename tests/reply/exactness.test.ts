import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditMessage } from "../../src/audit/audit-message.ts";
import { auditTerminal } from "../../src/audit/audit-terminal.ts";
import { Evidence } from "../../src/audit/evidence.ts";
import { type Desk, deskFor } from "../../src/command/desk.ts";
import { discordSurface } from "../../src/discord/discord-surface.ts";
import { checkMessageLimits, MOST_TEXT } from "../../src/discord/message-limits.ts";
import { renderMessage } from "../../src/discord/render-message.ts";
import { openView } from "../../src/reply/open-view.ts";
import type { Reply } from "../../src/reply/reply.ts";
import type { View } from "../../src/reply/view.ts";
import { quotesShown } from "../../src/terminal/gutter.ts";
import { renderTerminal } from "../../src/terminal/render-terminal.ts";
import { promptSurface } from "../../src/terminal/surface.ts";
import { Archive } from "../../src/transcript/archive.ts";
import { extentOf, type Interview, type Statement } from "../../src/transcript/interview.ts";
import type { Span } from "../../src/transcript/source-text.ts";
import { openapi } from "../discord/openapi/openapi-validator.ts";
import { asOnScreen, kindsIn, OWN_MARKUP, quoteIn, textsOf } from "../discord/read-message.ts";
import { HOSTILE, hostileInterviews } from "./hostile-interviews.ts";
import { run, walk } from "./walk.ts";

const asker = "1100000000000000101";

/** The sources, by the hash that a quote claims: what the tests themselves cut slices from. */
function sourcesOf(interviews: readonly Interview[]): ReadonlyMap<string, string> {
  return new Map(
    interviews.map(({ source: { file } }) => [
      file.sha256,
      new TextDecoder("utf-8", { fatal: true }).decode(file.bytes),
    ]),
  );
}

function deskOf(interviews: readonly Interview[]): Desk {
  const archive = new Archive(interviews);
  return deskFor(archive);
}

function evidenceOf({ archive }: Desk): Evidence {
  return new Evidence(archive.interviews.map(({ source }) => source));
}

function sliceOf(sources: ReadonlyMap<string, string>, claim: Span & { sha256: string }): string {
  const source = sources.get(claim.sha256);
  if (source === undefined) throw new Error("a quote claims a source that there isn't");
  return source.slice(claim.start, claim.end);
}

/** Everything that must hold of a reply on Discord. */
function expectExactOnDiscord(
  reply: Reply,
  presentation: { readonly hidden: boolean; readonly shared: boolean },
  evidence: Evidence,
  sources: ReadonlyMap<string, string>,
): void {
  const { components, claims } = renderMessage(reply, { asker, ...presentation });
  checkMessageLimits(components);
  auditMessage(components, claims, evidence);

  const texts = textsOf(components);
  const quoted = reply.blocks.flatMap((block) => (block.block === "quote" ? [block.verbatim.span] : []));
  expect(claims.map(({ start, end }) => ({ start, end }))).toEqual(quoted);
  const claimed = new Map(claims.map((claim) => [claim.component, claim]));
  for (const { id, content } of texts) {
    const claim = id === undefined ? undefined : claimed.get(id);
    if (claim) {
      expect(quoteIn(content)).toBe(asOnScreen(sliceOf(sources, claim)));
    } else {
      // The one mention there may be is our own: who shares the reply.
      const own = presentation.shared ? content.replace(`-# Shared by <@${asker}>`, "-# Shared") : content;
      for (const kind of kindsIn(own)) expect(OWN_MARKUP).toContain(kind);
      expect(own.replace(/\\[^0-9A-Za-z\s]/gu, "")).not.toMatch(/[<`|~[\]_@]/u);
    }
  }
  expect(texts.reduce((sum, { content }) => sum + content.length, 0)).toBeLessThanOrEqual(MOST_TEXT);
  const data = { flags: 1 << 15, components, allowed_mentions: { parse: [] } };
  const problems = openapi?.validateRequest("POST", "/interactions/1/token/callback", { type: 4, data });
  expect(problems ?? []).toEqual([]);
}

/** The same at a prompt, as a terminal and as a pipe show it. */
function expectExactAtPrompt(reply: Reply, evidence: Evidence, sources: ReadonlyMap<string, string>): void {
  for (const visibleControls of [false, true]) {
    const style = { colour: visibleControls, visibleControls };
    const { text, claims } = renderTerminal(reply, style);
    auditTerminal(text, claims, evidence, visibleControls);
    expect(quotesShown(text, style)).toEqual(claims.map((claim) => sliceOf(sources, claim)));
    if (visibleControls)
      expect(stripVTControlCharacters(text).replace(/\r?\n|\t/gu, "")).not.toMatch(/\p{Cc}/u);
  }
}

/** Words from the interviews, as someone would half remember them, and whatever else people type. */
function typedFor(desk: Desk, salt: number): readonly string[] {
  const statements = [...desk.archive.statements()];
  const some = statements[salt % statements.length];
  const words = some ? some.interview.source.text.slice(extentOf(some).start, extentOf(some).end) : "";
  return ["harbour crane town", words.slice(0, 200), HOSTILE[salt % HOSTILE.length] ?? "", "> why *this*?"];
}

/** The first reply of every command, for several things someone may type. */
function firstReplies(desk: Desk, salt: number, surface: typeof discordSurface): readonly Reply[] {
  const statements = [...desk.archive.statements()];
  const id = statements[salt % statements.length]?.id ?? "";
  const name = desk.archive.interviews.flatMap(({ topics }) => topics)[0]?.name ?? "harbour";
  const replies = typedFor(desk, salt).flatMap((text) => [
    run("ask", { question: text }, desk, surface),
    run("quote", { text }, desk, surface),
    run("topic", { name: text }, desk, surface),
    run("context", { quote: text }, desk, surface),
    run("ask", { question: "the crane", speaker: text.slice(0, 100) }, desk, surface),
  ]);
  return [
    ...replies,
    run("topic", { name }, desk, surface),
    run("context", { quote: id }, desk, surface),
    run("context", { quote: "0000-0000-0000" }, desk, surface),
    run("interviews", {}, desk, surface),
  ].filter((reply) => reply !== null);
}

/** The spans of one statement over all of its parts, by pressing “Next part” until there is none. */
function partsOf(statement: Statement, desk: Desk): readonly Span[] {
  const extent = extentOf(statement);
  const spans: Span[] = [];
  let view: View | null = { show: "context", id: statement.id, part: 0, back: null };
  while (view) {
    const carried = { asked: "what was that?", matches: [statement.id] };
    const reply: Reply = openView(view, { ...desk, surface: discordSurface, carried });
    for (const block of reply.blocks) {
      if (block.block !== "quote" || block.verbatim.source !== statement.interview.source) continue;
      const { start, end } = block.verbatim.span;
      if (extent.start <= start && end <= extent.end) spans.push({ start, end });
    }
    view = reply.actions.find(({ name }) => name === "next-part")?.view ?? null;
  }
  return spans;
}

const salt = fc.nat({ max: 10_000 });

describe("whatever an interview holds, what is shown as quoted is what its source has:", () => {
  it("on Discord, in every reply and wherever its buttons and menus lead", () => {
    fc.assert(
      fc.property(hostileInterviews, salt, (interviews, seed) => {
        const desk = deskOf(interviews);
        const evidence = evidenceOf(desk);
        const sources = sourcesOf(interviews);
        for (const [index, first] of firstReplies(desk, seed, discordSurface).entries()) {
          for (const reply of walk(first, desk, discordSurface, 4)) {
            const shared = reply.view !== null && (seed + index) % 3 === 0;
            expectExactOnDiscord(reply, { hidden: !shared && index % 2 === 0, shared }, evidence, sources);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it("on Discord, over all parts of a statement, which joined are the whole", () => {
    fc.assert(
      fc.property(hostileInterviews, (interviews) => {
        const desk = deskOf(interviews);
        for (const statement of desk.archive.statements()) {
          const spans = partsOf(statement, desk);
          const { start, end } = extentOf(statement);
          expect(spans[0]?.start).toBe(start);
          expect(spans.at(-1)?.end).toBe(end);
          spans.slice(1).forEach((span, index) => {
            expect(span.start).toBe(spans[index]?.end);
          });
        }
      }),
      { numRuns: 40 },
    );
  });

  it("at a prompt, in every reply and wherever its choices lead", () => {
    fc.assert(
      fc.property(hostileInterviews, salt, (interviews, seed) => {
        const desk = deskOf(interviews);
        const evidence = evidenceOf(desk);
        const sources = sourcesOf(interviews);
        for (const first of firstReplies(desk, seed, promptSurface)) {
          for (const reply of walk(first, desk, promptSurface, 4)) {
            expectExactAtPrompt(reply, evidence, sources);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
