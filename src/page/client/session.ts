import type { APIApplicationCommand, APIMessage, APIUser } from "discord-api-types/v10";
import type { Act, Outcome } from "../wire.ts";
import type { Reader } from "./markdown/render.ts";
import { carryOut } from "./server.ts";

type Distribute<T> = T extends unknown ? Omit<T, "user" | "locale"> : never;

/** What someone does, whoever that is. */
export type Deed = Distribute<Act>;

/** Who one is, in which language, and what there is to use. */
export class Session implements Reader {
  user = "";
  locale = "en-US";
  bot: APIUser | null = null;
  people: readonly APIUser[] = [];
  commands: readonly APIApplicationCommand[] = [];

  do(deed: Deed): Promise<Outcome> {
    return carryOut({ ...deed, user: this.user, locale: this.locale } as Act);
  }

  nameOf(user: string): string | undefined {
    const found = [...this.people, ...(this.bot ? [this.bot] : [])].find(({ id }) => id === user);
    return found && displayName(found);
  }

  slashCommands(): readonly APIApplicationCommand[] {
    return this.commands.filter(({ type }) => type === 1);
  }

  messageCommands(): readonly APIApplicationCommand[] {
    return this.commands.filter(({ type }) => type === 3);
  }

  /** A name or a description in the language one has, where the bot gives it. */
  localized(text: string, localizations: Partial<Record<string, string | null>> | null | undefined): string {
    return localizations?.[this.locale] ?? text;
  }

  isOurs({ author }: APIMessage): boolean {
    return author.id === this.bot?.id;
  }
}

export function displayName({ global_name, username }: APIUser): string {
  return global_name ?? username;
}
