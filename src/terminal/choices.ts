import type { Action, Menu, Reply } from "../reply/reply.ts";
import type { View } from "../reply/view.ts";
import { ownWords } from "./own-words.ts";
import { bold, dim, type Style } from "./style.ts";

/** What to type for each action. */
const KEYS: Readonly<Record<Action["name"], string>> = {
  earlier: "e",
  later: "l",
  "previous-part": "<",
  "next-part": ">",
  previous: "p",
  next: "n",
  back: "b",
  receipt: "r",
};

/** What to type for the whole menu where only some of it is shown. */
const MORE = "m";

/** A whole menu would push the answer off the screen. */
const SHOWN_AT_FIRST = 9;

/** What a line that looks like a choice comes to. */
export type Chosen =
  | { readonly chosen: "view"; readonly view: View }
  | { readonly chosen: "menu" }
  | { readonly chosen: "nothing"; readonly problem: string };

/** A key or a number. Nobody asks a question of one letter; someone who does can write /ask before it. */
export function looksLikeChoice(line: string): boolean {
  return /^(?:[a-z<>]|\d{1,3})$/iu.test(line);
}

/** Where a choice leads from the reply on show. */
export function choose(reply: Reply | null, typed: string): Chosen {
  if (!reply) return { chosen: "nothing", problem: "There is nothing to choose from yet." };
  const key = typed.toLowerCase();
  if (key === MORE && reply.menu) return { chosen: "menu" };
  const view = /^\d/u.test(key)
    ? viewOfChoice(reply.menu, Number(key))
    : reply.actions.find(({ name }) => KEYS[name] === key)?.view;
  return view
    ? { chosen: "view", view }
    : { chosen: "nothing", problem: `There is no choice “${typed}” here.` };
}

/** The choices below a reply: its menu, numbered, and its actions by their keys. Empty when there are none. */
export function renderChoices(reply: Pick<Reply, "actions" | "menu">, style: Style): string {
  const { menu } = reply;
  const keys = keysOf(reply.actions);
  const lines: string[] = [];
  if (menu) {
    const [from, to] = window(menu);
    lines.push(...menuLines(menu, from, to, style));
    if (to - from < menu.choices.length) keys.push(`[${MORE}] All ${menu.choices.length}`);
  }
  if (keys.length > 0) lines.push(keys.join("  "));
  return lines.length > 0 ? `\n${lines.join("\n")}\n` : "";
}

/** The whole menu. */
export function renderMenu(menu: Menu, style: Style): string {
  return `${menuLines(menu, 0, menu.choices.length, style).join("\n")}\n`;
}

function viewOfChoice(menu: Menu | null, number: number): View | null {
  const choice = menu?.choices[number - 1];
  return menu && choice ? { show: "context", id: choice.id, part: 0, back: menu.back } : null;
}

function keysOf(actions: readonly Action[]): string[] {
  return actions
    .filter(({ view }) => view !== null)
    .map(({ name, label }) => `[${KEYS[name]}] ${ownWords(label)}`);
}

function menuLines(menu: Menu, from: number, to: number, style: Style): readonly string[] {
  return [
    `${ownWords(menu.prompt)}:`,
    ...menu.choices.slice(from, to).map(({ label, description, chosen }, index) => {
      const number = `${from + index + 1}`.padStart(3);
      const name = chosen ? bold(ownWords(label), style) : ownWords(label);
      return `${chosen ? "*" : " "}${number}  ${name} ${dim(`– ${ownWords(description)}`, style)}`;
    }),
  ];
}

/** The choices shown at first: the first ones, or those around the statement on show. */
function window({ choices }: Menu): readonly [from: number, to: number] {
  const shown = choices.findIndex(({ chosen }) => chosen);
  const middle = shown < SHOWN_AT_FIRST ? 0 : shown - Math.floor(SHOWN_AT_FIRST / 2);
  const from = Math.max(0, Math.min(middle, choices.length - SHOWN_AT_FIRST));
  return [from, Math.min(choices.length, from + SHOWN_AT_FIRST)];
}
