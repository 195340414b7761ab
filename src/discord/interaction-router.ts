import { randomBytes } from "node:crypto";
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Interaction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  RESTJSONErrorCodes,
} from "discord.js";
import { AuditFault } from "../audit/audit-fault.ts";
import { checkTyped } from "../command/check-typed.ts";
import type { Command, MessageCommand, Typed } from "../command/definition.ts";
import type { Desk } from "../command/desk.ts";
import { refusal } from "../reply/notices.ts";
import { openView } from "../reply/open-view.ts";
import type { Reply } from "../reply/reply.ts";
import { isReturnable } from "../reply/view.ts";
import type { Answer, Answerable } from "./answer.ts";
import { readCarried } from "./carried-state.ts";
import type { Cooldown } from "./cooldown.ts";
import { type Control, decodeCustomId } from "./custom-id.ts";
import { discordSurface } from "./discord-surface.ts";
import type { Log } from "./log.ts";
import { messageText } from "./message-text.ts";
import { SeenInteractions } from "./seen-interactions.ts";

export interface RouterParts {
  readonly commands: readonly Command[];
  readonly messageCommands: readonly MessageCommand[];
  /** The desk as it is now; asked for once an interaction, so that a reload is never seen half done. */
  readonly desk: () => Desk;
  readonly answer: Answer;
  readonly cooldown: Cooldown;
  readonly log: Log;
}

/** Takes every interaction to what answers it. Whatever goes wrong on the way ends here, in one place. */
export class InteractionRouter {
  readonly #parts: RouterParts;
  readonly #commands: ReadonlyMap<string, Command>;
  readonly #messageCommands: ReadonlyMap<string, MessageCommand>;
  readonly #seen = new SeenInteractions();

  constructor(parts: RouterParts) {
    this.#parts = parts;
    this.#commands = new Map(parts.commands.map((command) => [command.definition.name, command]));
    this.#messageCommands = new Map(
      parts.messageCommands.map((command) => [command.definition.name, command]),
    );
  }

  /** Never rejects. */
  async handle(interaction: Interaction): Promise<void> {
    if (!this.#seen.isNew(interaction.id)) return;
    try {
      if (interaction.isAutocomplete()) await this.#complete(interaction);
      else if (interaction.isChatInputCommand()) await this.#run(interaction);
      else if (interaction.isMessageContextMenuCommand()) await this.#runOnMessage(interaction);
      else if (interaction.isMessageComponent()) await this.#press(interaction);
      else if (interaction.isRepliable()) {
        await this.#refuse(interaction, "This isn’t something I know", "Type / to see the commands.");
      }
    } catch (error) {
      await this.#fail(interaction, error);
    }
  }

  async #complete(interaction: AutocompleteInteraction): Promise<void> {
    const command = this.#commands.get(interaction.commandName);
    const focused = interaction.options.getFocused(true);
    const typed = typedOptions(interaction.options.data);
    const choices = command?.complete(
      focused.name,
      { ...typed, [focused.name]: focused.value },
      this.#parts.desk(),
    );
    await interaction.respond([...(choices ?? [])].slice(0, 25));
  }

  async #run(interaction: ChatInputCommandInteraction): Promise<void> {
    const wait = this.#parts.cooldown.take(interaction.user.id);
    if (wait > 0) return this.#refuseForNow(interaction, wait);
    const command = this.#commands.get(interaction.commandName);
    if (!command) {
      return this.#refuse(interaction, "This command is no longer there", "Type / to see those that are.");
    }
    const typed = typedOptions(interaction.options.data);
    const problem = checkTyped(command.definition, typed);
    if (problem !== null) return this.#refuse(interaction, "This can’t be answered as it is", problem);
    const reply = command.run(typed, this.#parts.desk(), discordSurface);
    await this.#parts.answer.send(interaction, reply, { hidden: typed.hide === true });
  }

  /** Only the asker sees the answer, and may share it: to doubt a message in public is to shame its author. */
  async #runOnMessage(interaction: MessageContextMenuCommandInteraction): Promise<void> {
    const wait = this.#parts.cooldown.take(interaction.user.id);
    if (wait > 0) return this.#refuseForNow(interaction, wait);
    const command = this.#messageCommands.get(interaction.commandName);
    if (!command) {
      return this.#refuse(interaction, "This command is no longer there", "Type / to see those that are.");
    }
    const content = messageText(interaction.targetMessage);
    if (content === null) {
      return this.#refuse(
        interaction,
        "There is nothing to read in this message",
        "It has no text: words in pictures, recordings and files can’t be read.",
      );
    }
    const reply = command.run({ content }, this.#parts.desk(), discordSurface);
    await this.#parts.answer.send(interaction, reply, { hidden: true });
  }

  async #press(interaction: MessageComponentInteraction): Promise<void> {
    const wait = this.#parts.cooldown.take(interaction.user.id);
    if (wait > 0) return this.#refuseForNow(interaction, wait);
    const owned = decodeCustomId(interaction.customId);
    if (!owned) {
      return this.#refuse(
        interaction,
        "This button no longer works",
        "Ask again: the new reply’s buttons will.",
      );
    }
    const { control } = owned;
    // Whoever sees a quote may have its proof: it is shown to them alone, and changes nothing for anybody else.
    const isReceipt = control.use === "action" && control.name === "receipt";
    if (owned.asker !== interaction.user.id && !isReceipt) {
      return this.#refuse(
        interaction,
        "Only the person who asked can turn these pages",
        "Ask the same yourself with /ask, /quote or /topic; hide: True keeps it between us.",
      );
    }
    const reply = this.#open(interaction, control);
    const { answer } = this.#parts;
    if (control.use === "share") return answer.send(interaction, reply, { hidden: false, shared: true });
    return reply.quiet || isReceipt
      ? answer.send(interaction, reply, { hidden: true })
      : answer.update(interaction, reply);
  }

  #open(interaction: MessageComponentInteraction, control: Control): Reply {
    const opening = {
      ...this.#parts.desk(),
      surface: discordSurface,
      carried: readCarried(interaction.message.components),
    };
    if (control.use !== "menu") {
      return control.view
        ? openView(control.view, opening)
        : refusal("There is nothing further this way", "");
    }
    const id = interaction.isStringSelectMenu() ? (interaction.values[0] ?? "") : "";
    const back = isReturnable(control.back) ? control.back : null;
    return openView({ show: "context", id, part: 0, back }, opening);
  }

  #refuseForNow(interaction: Answerable, seconds: number): Promise<void> {
    const wait = seconds === 1 ? "1 second" : `${seconds} seconds`;
    return this.#refuse(interaction, "A little slower, please", `You can ask again in ${wait}.`);
  }

  #refuse(interaction: Answerable, what: string, advice: string): Promise<void> {
    return this.#parts.answer.send(interaction, refusal(what, advice), { hidden: true });
  }

  /** Logs what went wrong under an id, and tells the user that id and what to do; never a stack. */
  async #fail(interaction: Interaction, error: unknown): Promise<void> {
    const { log } = this.#parts;
    const fault = randomBytes(4).toString("hex");
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownInteraction) {
      log.warn({ fault, interaction: interaction.id }, "Discord no longer waits for this interaction");
      return;
    }
    log.error(
      { fault, interaction: interaction.id, type: interaction.type, err: error },
      "an interaction failed",
    );
    if (!interaction.isRepliable() || interaction.replied || interaction.deferred) return;
    const what =
      error instanceof AuditFault
        ? "This reply failed its own check against the source, so it isn’t shown"
        : "Something went wrong here";
    const advice = `Try again; if it happens again, tell whoever runs this bot the fault ${fault}.`;
    try {
      await this.#refuse(interaction, what, advice);
    } catch (second) {
      log.error({ fault, err: second }, "the failure could not be told either");
    }
  }
}

/** The options as plain values; subcommands, which we don't have, are left out. */
function typedOptions(options: ChatInputCommandInteraction["options"]["data"]): Typed {
  return Object.fromEntries(
    options.flatMap(({ name, value }) =>
      typeof value === "string" || typeof value === "boolean" ? [[name, value]] : [],
    ),
  );
}
