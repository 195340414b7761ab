import { checkTyped } from "../command/check-typed.ts";
import type { Command } from "../command/definition.ts";
import type { Desk } from "../command/desk.ts";
import { refusal } from "../reply/notices.ts";
import { openView } from "../reply/open-view.ts";
import type { Menu, Reply } from "../reply/reply.ts";
import { choose, looksLikeChoice } from "./choices.ts";
import { nearestName } from "./nearest-name.ts";
import { parseOptions } from "./parse-options.ts";
import { promptHelp, promptOnly } from "./prompt-help.ts";
import { promptSurface } from "./surface.ts";

/** What a line at the prompt comes to. */
export type Turn =
  | { readonly turn: "reply"; readonly reply: Reply }
  | { readonly turn: "menu"; readonly menu: Menu }
  | { readonly turn: "nothing" }
  | { readonly turn: "leave" };

/** What a line without a slash is. */
const BARE = "ask";

/** One sitting at a prompt: lines in, turns out. It remembers the reply on show, for choices lead on from it. */
export class Conversation {
  readonly #desk: () => Desk;
  readonly #commands: readonly Command[];
  #onShow: Reply | null = null;

  constructor(desk: () => Desk, commands: readonly Command[]) {
    this.#desk = desk;
    this.#commands = commands;
  }

  take(typed: string): Turn {
    const line = typed.trim();
    if (line === "") return { turn: "nothing" };
    if (looksLikeChoice(line)) return this.#choose(line);
    const [, name, rest = ""] = /^\/(\S*)\s*(.*)$/su.exec(line) ?? [];
    if (name === undefined) return this.#run(BARE, line);
    const wanted = name.toLowerCase();
    if (wanted === "quit" || wanted === "exit") return { turn: "leave" };
    if (wanted === "help") return this.#show(promptHelp(this.#commands));
    return this.#run(wanted, rest);
  }

  #run(name: string, rest: string): Turn {
    const command = this.#commands.find(({ definition }) => definition.name === name);
    if (!command) return this.#show(this.#unknown(name));
    const options = parseOptions(command.definition, rest);
    const problem = options.ok ? checkTyped(command.definition, options.typed) : options.problem;
    if (!options.ok || problem !== null) {
      return this.#show(refusal(problem ?? "This can’t be read.", "/help shows what you can type."));
    }
    return this.#show(command.run(options.typed, this.#desk(), promptSurface));
  }

  #choose(typed: string): Turn {
    const reply = this.#onShow;
    const chosen = choose(reply, typed);
    if (chosen.chosen === "menu" && reply?.menu) return { turn: "menu", menu: reply.menu };
    if (chosen.chosen === "view" && reply) {
      return this.#show(
        openView(chosen.view, { ...this.#desk(), surface: promptSurface, carried: reply.carried }),
      );
    }
    const problem = chosen.chosen === "nothing" ? chosen.problem : "There is nothing to choose from.";
    return this.#show(refusal(problem, "Ask something, or type one of the choices below an answer."));
  }

  #show(reply: Reply): Turn {
    // After a slip, help or a receipt, one can still choose from what was there before it.
    const leadsOn = reply.view !== null && reply.view.show !== "receipt";
    if (leadsOn || reply.record.outcome === "none") this.#onShow = reply;
    return { turn: "reply", reply };
  }

  #unknown(name: string): Reply {
    const names = [...this.#commands.map(({ definition }) => definition.name), ...Object.keys(promptOnly)];
    const near = nearestName(name, names);
    return refusal(
      name === "" ? "A command has a name" : `There is no command called /${name}`,
      near === undefined ? "/help shows what there is." : `Did you mean /${near}? /help shows what there is.`,
    );
  }
}
