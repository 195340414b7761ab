import type { APIMessage } from "discord-api-types/v10";
import { type MessageTools, messageView } from "./message-view.ts";
import type { Session } from "./session.ts";

/** As near to the end, in pixels, one is taken to be there. */
const NEAR = 24;

/** The messages, oldest first. A message that changes keeps its place, and the focus stays where it was in it. */
export class MessageLog {
  readonly #list: HTMLElement;
  readonly #welcome: HTMLElement;
  readonly #session: Session;
  readonly #tools: MessageTools;
  readonly #dismissed = new Set<string>();
  #isAtEnd = true;

  /** @param list holds the messages, after the welcome that stands there until there are any. */
  constructor(list: HTMLElement, welcome: HTMLElement, session: Session, tools: MessageTools) {
    this.#list = list;
    this.#welcome = welcome;
    this.#session = session;
    this.#tools = tools;
    list.addEventListener("scroll", () => {
      this.#isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;
    });
    // Who reads the latest goes on seeing all of it when a command takes more room below.
    new ResizeObserver(() => {
      if (this.#isAtEnd) this.#scrollDown();
    }).observe(list);
  }

  /** Shows these and no others. */
  fill(messages: readonly APIMessage[]): void {
    const shown = messages.filter(({ id }) => !this.#dismissed.has(id));
    this.#list.replaceChildren(
      this.#welcome,
      ...shown.map((message) => messageView(message, this.#session, this.#tools)),
    );
    this.#showWelcome();
    this.#scrollDown();
  }

  /** Shows a new message, or one that has changed. */
  show(message: APIMessage): void {
    if (this.#dismissed.has(message.id)) return;
    const view = messageView(message, this.#session, this.#tools);
    const old = document.getElementById(view.id);
    if (!old) {
      this.#list.append(view);
      this.#showWelcome();
      this.#scrollDown();
      return;
    }
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    const use = focused instanceof HTMLElement ? focused.dataset.use : undefined;
    old.replaceWith(view);
    if (focused) this.#refocus(view, use);
    if (view === this.#list.lastElementChild) this.#scrollDown();
  }

  remove(id: string): void {
    const view = document.getElementById(`message-${id}`);
    const next = view?.previousElementSibling;
    const hadFocus = view?.contains(document.activeElement);
    view?.remove();
    this.#showWelcome();
    if (hadFocus) (next instanceof HTMLElement && next !== this.#welcome ? next : this.#list).focus();
  }

  /** Takes a hidden message off this screen; the bot isn't told. */
  dismiss(id: string): void {
    this.#dismissed.add(id);
    this.remove(id);
  }

  /** The control that does the same, if it still can; else the first that does anything; else the message. */
  #refocus(view: HTMLElement, use: string | undefined): void {
    const controls = [...view.querySelectorAll<HTMLElement>("[data-use]:not(:disabled)")];
    const [first = view] = controls;
    (controls.find((control) => control.dataset.use === use) ?? first).focus({ preventScroll: true });
    view.scrollIntoView({ block: "nearest" });
  }

  #showWelcome(): void {
    this.#welcome.hidden = this.#list.childElementCount > 1;
  }

  #scrollDown(): void {
    this.#list.scrollTop = this.#list.scrollHeight;
  }
}
