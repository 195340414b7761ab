import type { Exchange, Inspection, QuoteReceipt } from "../wire.ts";
import { button, element } from "./element.ts";

/** Shows how a message came to be: what the bot was sent, what it sent, and what proves each quote. */
export class Panel {
  readonly #panel: HTMLElement;
  #opener: HTMLElement | null = null;

  /** @param panel is filled when it is opened. */
  constructor(panel: HTMLElement) {
    this.#panel = panel;
    panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
  }

  open(inspection: Inspection | { readonly error: string }, opener: HTMLElement): void {
    this.#opener = opener;
    const heading = element("h2", { id: "panel-heading", tabindex: "-1" }, "Payload and receipts");
    const close = button("Close", { class: "tool" }, () => this.close());
    const shown =
      "error" in inspection
        ? [element("p", {}, inspection.error)]
        : [...receipts(inspection.quotes), ...payloads(inspection.exchanges)];
    this.#panel.replaceChildren(element("div", { class: "panel-head" }, heading, close), ...shown);
    this.#panel.hidden = false;
    heading.focus();
  }

  close(): void {
    this.#panel.hidden = true;
    this.#panel.replaceChildren();
    if (this.#opener?.isConnected) this.#opener.focus();
    this.#opener = null;
  }
}

function receipts(quotes: readonly QuoteReceipt[]): Node[] {
  const heading = element(
    "h3",
    {},
    quotes.length === 1 ? "Receipt of its quote" : `Receipts of its ${quotes.length} quotes`,
  );
  if (quotes.length === 0) return [element("p", {}, "It shows no quotes.")];
  return [heading, ...quotes.map(receipt)];
}

function receipt({ words, whole, receipt: facts, problem = "" }: QuoteReceipt): HTMLElement {
  const quote = element("blockquote", { class: "markdown" }, words);
  if (!facts) return element("section", {}, quote, element("p", {}, problem));
  const { start, end } = facts.place.codePoints;
  const [first, last] = facts.lines;
  const rows: readonly (readonly [string, string])[] = [
    ["Statement", whole ? facts.statement : `${facts.statement}, of which this is a part`],
    ["Speaker", facts.speaker ?? "none: narration"],
    ["File", `${facts.file}, ${first === last ? `line ${first}` : `lines ${first}–${last}`}`],
    ["Place", `from ${start} up to ${end} in code points`],
    ["SHA-256 of the file", facts.sha256],
    ["SHA-256 of the words", facts.wordsSha256],
  ];
  const list = element(
    "dl",
    {},
    ...rows.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]),
  );
  return element("section", { class: "receipt" }, quote, list, json("The receipt as JSON", facts));
}

function payloads(exchanges: readonly Exchange[]): Node[] {
  const heading = element("h3", {}, "What the bot sent");
  if (exchanges.length === 0) return [heading, element("p", {}, "Nothing yet.")];
  return [
    heading,
    ...[...exchanges]
      .reverse()
      .map(({ interaction, answers }, at) =>
        element(
          "section",
          {},
          ...answers.flatMap(({ method, path, status, body }) => [
            element("p", { class: "request" }, `${method} ${path} → ${status ?? "no answer"}`),
            ...(body === undefined ? [] : [json("The payload", body, at === 0)]),
          ]),
          json("What the bot was sent: INTERACTION_CREATE", interaction),
        ),
      ),
  ];
}

function json(label: string, value: unknown, open = false): HTMLElement {
  const text = element("pre", { tabindex: "0", "aria-label": label }, JSON.stringify(value, null, 2));
  const copy = button("Copy", { class: "tool" }, () => {
    void navigator.clipboard.writeText(text.textContent).then(() => {
      copy.textContent = "Copied";
    });
  });
  return element("details", { open }, element("summary", {}, label), copy, text);
}
