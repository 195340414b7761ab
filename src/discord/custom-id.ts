import type { Menu } from "../reply/reply.ts";
import { decodeView, encodeView, type View } from "../reply/view.ts";

/** Marks our components and the version of their form, so that an older message's buttons are known as such. */
const MARK = "otr1";

/** What a component does when it is used. */
export type Control =
  | { readonly use: "action"; readonly name: string; readonly view: View | null }
  | { readonly use: "menu"; readonly kind: Menu["kind"]; readonly back: View | null }
  | { readonly use: "share"; readonly view: View };

export interface OwnedControl {
  /** Id of the user who asked: only they may use it. */
  readonly asker: string;
  readonly control: Control;
}

/** A custom id of at most 100 characters: all that a button needs to work, even after a restart. */
export function encodeCustomId({ asker, control }: OwnedControl): string {
  switch (control.use) {
    case "action":
      return [MARK, asker, control.name, viewCode(control.view)].join(":");
    case "menu":
      return [MARK, asker, `menu-${control.kind}`, viewCode(control.back)].join(":");
    case "share":
      return [MARK, asker, "share", viewCode(control.view)].join(":");
  }
}

/** What a custom id stands for, or null when it isn't one of ours. */
export function decodeCustomId(customId: string): OwnedControl | null {
  const [mark, asker = "", name = "", code = "", ...rest] = customId.split(":");
  if (mark !== MARK || rest.length > 0 || !/^\d{1,20}$/u.test(asker)) return null;
  const view = code === "-" ? null : decodeView(code);
  if (view === null && code !== "-") return null;
  const menu = /^menu-(matches|page|exchange)$/u.exec(name)?.[1];
  if (menu === "matches" || menu === "page" || menu === "exchange") {
    return { asker, control: { use: "menu", kind: menu, back: view } };
  }
  if (name === "share") return view && { asker, control: { use: "share", view } };
  return /^[a-z-]{1,20}$/u.test(name) ? { asker, control: { use: "action", name, view } } : null;
}

function viewCode(view: View | null): string {
  return view === null ? "-" : encodeView(view);
}
