import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AuditFault } from "../../src/audit/audit-fault.ts";
import { auditMessage } from "../../src/audit/audit-message.ts";
import { quoteIn } from "../discord/read-message.ts";
import { evidence, freshMessage, type Tampered, type Text } from "./quoted-message.ts";

function audit({ components, claims }: Pick<Tampered, "components" | "claims">): void {
  auditMessage(components, claims, evidence);
}

/** The quote that has such words in it. */
function quoteWith(message: Tampered, words: string): Text {
  const quote = message.quotes.find(({ content }) => content.includes(words));
  if (!quote) throw new Error(`no quote has “${words}” in it`);
  return quote;
}

function replaced(words: string, by: string) {
  return (message: Tampered) => {
    const quote = quoteWith(message, words);
    quote.content = quote.content.replace(words, by);
  };
}

function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new Error(`there is no item ${index}`);
  return item;
}

describe("the audit of a message", () => {
  it("lets pass what is as it should be", () => {
    const message = freshMessage();
    expect(message.quotes).toHaveLength(4);
    expect(() => audit(message)).not.toThrow();
  });

  it.each<readonly [what: string, tamper: (message: Tampered) => void]>([
    ["a character changed", replaced("cables", "tables")],
    ["a character dropped", replaced("cables", "cable")],
    ["a character added", replaced("cables", "cabless")],
    ["a curly quotation mark straightened", replaced("“The crane", '"The crane')],
    ["an apostrophe straightened", replaced("crane’s", "crane's")],
    ["an ellipsis put in", replaced("in March.", "in March….")],
    ["an ellipsis taken out", replaced("cables…", "cables")],
    ["an ellipsis in three dots", replaced("cables…", "cables...")],
    ["a dash in another", replaced("–", "-")],
    ["a capital in small", replaced("The crane", "the crane")],
    ["a space doubled", replaced("arrived in", "arrived  in")],
    ["a space of another kind", replaced("arrived in", "arrived\u00a0in")],
    ["white space at the end", replaced("replied.", "replied. ")],
    ["a zero-width space", replaced("arrived", "arri\u200bved")],
    ["a look-alike letter", replaced("arrived", "аrrived")],
    ["emphasis", replaced("cables", "**cables**")],
    ["mark-up no longer escaped", replaced("\\*March\\*", "*March*")],
    ["a mention no longer escaped", replaced("\\<\\@1100000000000000101>", "<@1100000000000000101>")],
    ["an underscore no longer escaped", replaced("town\\_hall", "town_hall")],
    ["a heading no longer escaped", replaced("> “# It", "> # It")],
    ["a line outside the quote", replaced("\n> ", "\n")],
    ["a mark without its space", replaced("\n> ", "\n>")],
    ["a line break taken out", replaced("\n> ", "")],
    ["a line break put in", replaced(" arrived", "\n> arrived")],
    ["a line break of another kind", replaced("\n> ", "\r\n> ")],
    [
      "a lone carriage return, after which the client shows a line outside the quote",
      replaced(" arrived", "\rarrived"),
    ],
    ["a backslash that would be shown", replaced("cables", "\\cables")],
    ["a backslash at the end", replaced("replied.", "replied.\\")],
    ["words put before", replaced("> “The crane", "> Indeed, “The crane")],
    ["nothing", (message) => Object.assign(at(message.quotes, 1), { content: "> " })],
    ["no quote any more", (message) => Object.assign(at(message.quotes, 1), { content: "" })],
    [
      "two quotes swapped",
      ({ quotes }) => {
        const [one, other] = [at(quotes, 1), at(quotes, 3)];
        [one.content, other.content] = [other.content, one.content];
      },
    ],
    [
      "two claims swapped",
      ({ claims }) => {
        const [one, other] = [at(claims, 1), at(claims, 3)];
        claims[1] = { ...one, start: other.start, end: other.end };
        claims[3] = { ...other, start: one.start, end: one.end };
      },
    ],
  ])("stops %s", (_what, tamper) => {
    const message = freshMessage();
    tamper(message);
    expect(() => audit(message)).toThrow(AuditFault);
  });

  it.each<readonly [what: string, change: (claim: Tampered["claims"][number]) => object]>([
    [
      "another hash",
      ({ sha256 }) => ({ sha256: sha256.replace(/^./u, (digit) => (digit === "0" ? "1" : "0")) }),
    ],
    ["no hash", () => ({ sha256: "" })],
    ["a span that begins later", ({ start }) => ({ start: start + 1 })],
    ["a span that ends earlier", ({ end }) => ({ end: end - 1 })],
    ["an empty span", ({ start }) => ({ end: start })],
    ["a span the wrong way round", ({ start, end }) => ({ start: end, end: start })],
    ["a span before the text", ({ start, end }) => ({ start: start - 1000, end: end - 1000 })],
    ["a span beyond the text", ({ start, end }) => ({ start: start + 1e6, end: end + 1e6 })],
    ["no number", () => ({ start: Number.NaN })],
  ])("stops a claim with %s", (_what, change) => {
    const message = freshMessage();
    const claim = at(message.claims, 1);
    message.claims[1] = { ...claim, ...change(claim) };
    expect(() => audit(message)).toThrow(AuditFault);
  });

  it("stops a quote that nothing is claimed for, and a claim that isn't shown", () => {
    const unclaimed = freshMessage();
    unclaimed.claims.pop();
    expect(() => audit(unclaimed)).toThrow("claims nothing");
    const unshown = freshMessage();
    unshown.claims.push({ ...at(unshown.claims, 0), component: 4242 });
    expect(() => audit(unshown)).toThrow("isn't there");
    const twice = freshMessage();
    twice.claims.push(at(twice.claims, 0));
    expect(() => audit(twice)).toThrow(AuditFault);
  });

  it("stops a quote that is shown twice for one claim", () => {
    const message = freshMessage();
    at(message.components, 0).components.push({ ...at(message.quotes, 0) });
    expect(() => audit(message)).toThrow(AuditFault);
  });

  it.each([
    "> He said so.",
    "Words of ours\n> He said so.",
    ">>> He said so.",
    "  > He said so.",
    "\t> He said so.",
    "Words of ours\r> He said so.",
    "Words of ours\r\n> He said so.",
    "\f> He said so.",
    "- > He said so.",
    "1. > He said so.",
    "### > He said so.",
    "-# > He said so.",
    "- - > He said so.",
  ])("stops %j in a text of our own, which would be shown as a quote", (content) => {
    const message = freshMessage();
    at(message.components, 0).components.push({ type: 10, content });
    expect(() => audit(message)).toThrow("shown as a quote");
  });

  it.each(["\\> not quoted", "a > b", "### 1\\) > 2", "**->** right", "- \\> not quoted"])(
    "lets pass %j, which wouldn't",
    (content) => {
      const message = freshMessage();
      at(message.components, 0).components.push({ type: 10, content });
      expect(() => audit(message)).not.toThrow();
    },
  );

  it.each<readonly [where: string, wrap: (text: object) => object]>([
    ["a section", (text) => ({ type: 9, components: [text], accessory: { type: 11, media: { url: "x" } } })],
    ["a container in a container", (text) => ({ type: 17, components: [{ type: 17, components: [text] }] })],
    ["a place no one has heard of yet", (text) => ({ type: 99, anything: { deep: [[text]] } })],
  ])("looks into %s too", (_where, wrap) => {
    const message = freshMessage();
    at(message.components, 0).components.push(wrap({ type: 10, content: "> He said so." }) as Text);
    expect(() => audit(message)).toThrow("shown as a quote");
  });

  it("keeps the quoted words out of what it says", () => {
    const message = freshMessage();
    replaced("cables", "tables")(message);
    expect(() => audit(message)).toThrow(/^component \d+ differs from its source at unit \d+$/u);
  });
});

/** What a person sees of a quote, by the independent parser; null where it wouldn't be one quote any more. */
function onScreen(content: string): string | null {
  try {
    return quoteIn(content);
  } catch {
    return null;
  }
}

describe("any single character of a quote that is changed", () => {
  const { quotes } = freshMessage();
  const characters = fc.oneof(
    fc.constantFrom(..."\\*_~`|<>[]:@#-+.() \n\r\t“”\"'’…aA1"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  );
  const mutation = fc.record({
    which: fc.nat({ max: quotes.length - 1 }),
    place: fc.nat({ max: 1000 }),
    kind: fc.constantFrom("change", "drop", "add"),
    character: characters,
  });

  it("is stopped, unless the change can't be seen", () => {
    let stopped = 0;
    fc.assert(
      fc.property(mutation, ({ which, place, kind, character }) => {
        const message = freshMessage();
        const quote = at(message.quotes, which);
        const before = quote.content;
        const offset = place % before.length;
        const rest = before.slice(kind === "add" ? offset : offset + 1);
        quote.content = before.slice(0, offset) + (kind === "drop" ? "" : character) + rest;
        fc.pre(quote.content !== before);
        try {
          audit(message);
        } catch (error) {
          expect(error).toBeInstanceOf(AuditFault);
          stopped += 1;
          return;
        }
        // What passed must look the same: e.g. a backslash before a sign that shows as itself either way.
        expect(onScreen(quote.content)).toBe(onScreen(before));
      }),
      { numRuns: 5000 },
    );
    expect(stopped).toBeGreaterThan(4000);
  });
});
