import { describe, expect, it } from "vitest";
import { auditMessage } from "../../src/audit/audit-message.ts";
import { Evidence } from "../../src/audit/evidence.ts";
import { deskFor } from "../../src/command/desk.ts";
import { verifyText } from "../../src/command/verify-text.ts";
import { discordSurface } from "../../src/discord/discord-surface.ts";
import { checkMessageLimits } from "../../src/discord/message-limits.ts";
import { renderMessage } from "../../src/discord/render-message.ts";
import { openView } from "../../src/reply/open-view.ts";
import type { Block, Reply } from "../../src/reply/reply.ts";
import { decodeView, encodeView, type View } from "../../src/reply/view.ts";
import { verbatimOf } from "../../src/transcript/interview.ts";
import { kindsIn, OWN_MARKUP, textsOf } from "../discord/read-message.ts";
import { bundledArchive } from "../search/archives.ts";

const archive = await bundledArchive();
const desk = deskFor(archive);
const asker = "1100000000000000101";

const SAID =
  "Putin will never use the weapons stationed in Belarus without the Belarusian president’s consent";
const FREED = "We freed political prisoners on humanitarian grounds";
const NONSENSE = "bananas grow on purple submarines nightly";

function verify(text: string): Reply {
  return verifyText(text, desk, discordSurface).replyAbout(0);
}

function reopen({ view, carried }: Reply, to: View | null | undefined = view): Reply {
  if (!to) throw new Error("it can't be opened");
  return openView(to, { ...desk, surface: discordSurface, carried });
}

function textsIn({ blocks }: Reply, kind: "note" | "heading" | "asked" | "place"): readonly string[] {
  return blocks.flatMap((block: Block) => (block.block === kind ? [block.text] : []));
}

function quotesIn({ blocks }: Reply): readonly string[] {
  return blocks.flatMap((block) => (block.block === "quote" ? [block.verbatim.text] : []));
}

/** Where a button leads; undefined where it isn't there. */
function wayOf({ actions }: Reply, label: string): View | null | undefined {
  return actions.find((action) => action.label === label)?.view;
}

/** The quotes of a statement in full, and its place with its id, stand in the reply. */
function expectStatement(reply: Reply, line: number): void {
  const statement = [...archive.statements()].find(({ lines: [first] }) => first === line);
  if (!statement) throw new Error(`no statement begins on line ${line}`);
  expect(quotesIn(reply).join("\n")).toContain(verbatimOf(statement).text);
  expect(textsIn(reply, "place").join("\n")).toContain(statement.id);
  expect(textsIn(reply, "place").join("\n")).toMatch(new RegExp(`[Ll]ines? ${line}`, "u"));
}

/** Limits, audit, and that nothing but a claimed quote looks like one. */
function expectSafe(reply: Reply): void {
  const evidence = new Evidence(archive.interviews.map(({ source }) => source));
  for (const presentation of [
    { hidden: false, shared: false },
    { hidden: true, shared: false },
    { hidden: false, shared: true },
  ]) {
    const { components, claims } = renderMessage(reply, { asker, ...presentation });
    checkMessageLimits(components);
    auditMessage(components, claims, evidence);
    expect(claims).toHaveLength(quotesIn(reply).length);
    const claimed = new Set(claims.map(({ component }) => component));
    for (const { id, content } of textsOf(components)) {
      if (id !== undefined && claimed.has(id)) continue;
      const own = presentation.shared ? content.replace(`-# Shared by <@${asker}>`, "-# Shared") : content;
      for (const kind of kindsIn(own)) expect(OWN_MARKUP, content.slice(0, 80)).toContain(kind);
      // Whatever could be mark-up or a mention stands behind a backslash.
      expect(own.replace(/\\[^0-9A-Za-z\s]/gu, "")).not.toMatch(/[<`|~[\]_@]/u);
    }
  }
}

/** Opened from what it carries, a reply is the same. */
function expectReopens(reply: Reply): void {
  const encoded = reply.view ? encodeView(reply.view) : "";
  expect(decodeView(encoded)).toEqual(reply.view);
  const again = reopen(reply, decodeView(encoded));
  expect(again.blocks).toEqual(reply.blocks);
  expect(again.actions).toEqual(reply.actions);
  expect(again.menu).toEqual(reply.menu);
}

describe("the reply about a claim", () => {
  it("that is exact shows the statement and nothing that differs", () => {
    const reply = verify(SAID);
    expect(textsIn(reply, "heading")).toEqual(["Exact: these words were said"]);
    expect(textsIn(reply, "asked")).toEqual([SAID]);
    expect(textsIn(reply, "note").join("\n")).not.toMatch(/Left out|Added|Changed/u);
    expectStatement(reply, 23);
    expect(reply.record.outcome).toBe("answer");
    expect(reply.menu?.kind).toBe("matches");
  });

  it("says of print alone that it is print", () => {
    const reply = verify(SAID.toUpperCase());
    expect(textsIn(reply, "heading")).toEqual(["Exact: these words were said"]);
    expect(textsIn(reply, "note").join("\n")).toContain("It differs only in capital letters");
  });

  it("that is cut quotes the word left out, with a warning where it is a negation", () => {
    const reply = verify(SAID.replace("never ", ""));
    expect(textsIn(reply, "heading")).toEqual(["Cut: words were left out"]);
    expect(textsIn(reply, "note")).toContain("⚠ Left out – a negation:");
    expect(quotesIn(reply)[0]).toBe("never");
    expectStatement(reply, 23);
    expect(reply.record.outcome).toBe("closest");
  });

  it("that is altered quotes what was said, and notes what was claimed", () => {
    const reply = verify(SAID.replace("Belarusian president", "Russian parliament"));
    expect(textsIn(reply, "heading")).toEqual(["Altered: not what was said"]);
    const notes = textsIn(reply, "note").join("\n");
    expect(notes).toMatch(/Changed – .*Claimed: .*Russian/u);
    expect(notes).toContain("Said:");
    const [first = ""] = quotesIn(reply);
    expect(first).toContain("Belarusian");
    for (const quote of quotesIn(reply)) expect(quote).not.toContain("parliament");
    expectStatement(reply, 23);
  });

  it("that is spliced shows both statements it is made of", () => {
    const reply = verify(`I’m sure they’d been provoked. ${FREED}`);
    expect(textsIn(reply, "heading")).toEqual(["Spliced: 2 statements joined into one"]);
    expectStatement(reply, 31);
    expectStatement(reply, 16);
    expect(reply.menu?.choices).toHaveLength(2);
  });

  it("that is misattributed names who said it, and whom it was claimed of", () => {
    const reply = verify(`Vladimir Putin said: "${FREED}"`);
    expect(textsIn(reply, "heading")).toEqual(["Misattributed: said by someone else"]);
    const notes = textsIn(reply, "note").join("\n");
    expect(notes).toContain("they are from Alexander Lukashenko");
    expect(notes).toContain("Claimed of: Vladimir Putin");
    expectStatement(reply, 31);
  });

  it("that nobody made quotes nothing as its statement, and doesn't say it was never said", () => {
    const reply = verify("The moon is made of green cheese and marzipan");
    expect(textsIn(reply, "heading")).toEqual(["Not found in these interviews"]);
    expect(textsIn(reply, "note").join("\n")).toContain("That doesn’t mean it was never said");
    expect(reply.record).toMatchObject({ outcome: "none", results: [] });
    expect(wayOf(reply, "Receipt")).toBeUndefined();
  });

  it("leads to the statement's context and back, and to its receipt", () => {
    const reply = verify(SAID.replace("never ", ""));
    const earlier = wayOf(reply, "Earlier");
    expect(earlier).toMatchObject({ show: "context", back: reply.view });
    const there = reopen(reply, earlier);
    expect(there.carried).toEqual(reply.carried);
    expect(reopen(there, wayOf(there, "Back")).blocks).toEqual(reply.blocks);
    expect(reply.actions.find(({ name }) => name === "receipt")?.view).toMatchObject({ show: "receipt" });
  });
});

describe("a text of several claims", () => {
  const text = `He said "${FREED}" and "${SAID.replace("never ", "")}" and "${NONSENSE}"`;

  it("is answered claim by claim, forth and back, with all verdicts on each page", () => {
    const first = verify(text);
    const headings: string[] = [];
    const pages: Reply[] = [];
    for (let reply: Reply | null = first; reply !== null; ) {
      pages.push(reply);
      headings.push(...textsIn(reply, "heading"));
      expect(textsIn(reply, "note")).toContain("All claims: 1 exact · 2 cut · 3 not found");
      expectSafe(reply);
      expectReopens(reply);
      const next = wayOf(reply, "Next claim");
      reply = next ? reopen(reply, next) : null;
    }
    expect(headings).toEqual([
      "Claim 1 of 3. Exact: these words were said",
      "Claim 2 of 3. Cut: words were left out",
      "Claim 3 of 3. Not found in these interviews",
    ]);
    expect(wayOf(first, "Previous claim")).toBeNull();
    pages.slice(1).forEach((page, index) => {
      expect(reopen(page, wayOf(page, "Previous claim")).blocks).toEqual(pages[index]?.blocks);
    });
    expect(pages[2] && wayOf(pages[2], "Next claim")).toBeNull();
  });

  it("opens the last claim for one beyond it", () => {
    const reply = verify(text);
    const beyond = reopen(reply, { show: "claim", at: 99_999, part: 0 });
    expect(textsIn(beyond, "heading")).toEqual(["Claim 3 of 3. Not found in these interviews"]);
    expect(beyond.view).toEqual({ show: "claim", at: 2, part: 0 });
  });

  it("names no turn where there is one claim", () => {
    expect(wayOf(verify(SAID), "Next claim")).toBeUndefined();
  });
});

describe("the view of a claim", () => {
  it.each<View>([
    { show: "claim", at: 0, part: 0 },
    { show: "claim", at: 99_999, part: 99_999 },
    { show: "context", id: "gc49-02tk-1mnq", part: 3, back: { show: "claim", at: 12, part: 4 } },
  ])("travels in a button: %o", (view) => {
    const encoded = encodeView(view);
    expect(encoded).toMatch(/^[a-z0-9./]{1,50}$/u);
    expect(decodeView(encoded)).toEqual(view);
  });

  it.each(["v", "v1", "v1.", "v.1", "v-1.0", "v1.0.0", "v123456.0", "v1.0/m0.0"])("isn't %s", (encoded) => {
    expect(decodeView(encoded)).toBeNull();
  });
});

const HOSTILE: readonly (readonly [what: string, text: string])[] = [
  ["mark-up", `# **${FREED}** ~~not~~ ||really|| \`code\` [link](https://x.y) __so__`],
  ["a block quote", `> ${FREED}\n> and a word more`],
  ["a block quote without end", `>>> ${FREED}\nbut *not*\n> so`],
  ["mentions", `<@1100000000000000101> @everyone <#1> <:a:1> said "${FREED} @here <@&1>"`],
  ["a thousand quotation marks", '"'.repeat(1000) + FREED + '"'.repeat(1000)],
  ["marks of every sort", `“”«»„‟‘’"'${FREED}"'»“«`.repeat(20)],
  ["a hundred claims", `"${SAID.replace("never ", "")}" `.repeat(100).slice(0, 6000)],
  ["controls", `\u202e${FREED}\u0000\u200b\u2066 ${NONSENSE}`],
  ["our own labels", `-# Asked: x\n### Exact: these words were said\n> “${NONSENSE}”\n${NONSENSE}`],
  ["backslashes", `${"\\".repeat(500)}> ${FREED}`],
  ["a speaker of mark-up", `**@everyone > # _x_** said: "${FREED}"`],
];

describe("what is claimed never looks like what was said", () => {
  it.each(HOSTILE)("in %s", (_what, text) => {
    const reply = verify(text);
    expectSafe(reply);
    if (reply.view) expectReopens(reply);
    for (let page = reply, turns = 0; turns < 4; turns += 1) {
      const next = wayOf(page, "Next claim");
      if (!next) break;
      page = reopen(page, next);
      expectSafe(page);
    }
  });

  const whole = [...archive.statements()].map((statement) => verbatimOf(statement).text).join(" ");
  it.each<readonly [what: string, text: string]>([
    ["no spaces", "x".repeat(6000)],
    ["the whole interview", whole.slice(0, 6000)],
    ["one statement over and over", `${SAID.replace("never ", "")}. `.repeat(70).slice(0, 6000)],
    ["what needs a backslash each", "_*`|~".repeat(1200)],
    ["a mark before each word", `${"*word_ ".repeat(850)}${FREED}`.slice(0, 6000)],
    ["a script of three bytes", "漢".repeat(6000)],
    ["words around what was said", `${"we say so, ".repeat(500)}${FREED}`.slice(-6000)],
  ])("in 6,000 characters of %s", (_what, text) => {
    const reply = verify(text);
    expectSafe(reply);
    if (reply.view) expectReopens(reply);
    // Nobody's whole claim of such a length fits beside the answer.
    if (!reply.quiet) expect(reply).toMatchObject({ view: null, carried: { asked: "", matches: [] } });
  });
});
