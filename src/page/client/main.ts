import type { APIMessage } from "discord-api-types/v10";
import { Composer } from "./composer.ts";
import { part } from "./element.ts";
import { MessageLog } from "./message-log.ts";
import { type MenuItem, openMenu } from "./message-menu.ts";
import type { MessageTools } from "./message-view.ts";
import { Panel } from "./panel.ts";
import { follow, inspect } from "./server.ts";
import { displayName, Session } from "./session.ts";
import { followTheme, Identity } from "./settings.ts";

/** The page: a window on the loopback Discord. Everything is put together here. */
followTheme();
const session = new Session();
const composer = new Composer(session);
const panel = new Panel(part("panel", HTMLElement));

const tools: MessageTools = {
  press: (message, customId) =>
    void composer.carryOut({ act: "press", message: message.id, customId }, "the button"),
  choose: (message, customId, values) =>
    void composer.carryOut({ act: "choose", message: message.id, customId, values }, "the choice"),
  inspect: (message, opener) =>
    void inspect(session.user, message.id).then((found) => panel.open(found, opener)),
  dismiss: (message) => log.dismiss(message.id),
  openMenu: (message, opener) =>
    openMenu(opener, `Message of ${displayName(message.author)}`, menuOf(message, opener)),
};

const messages = part("messages", HTMLElement);
// It scrolls, so the keyboard must be able to get there.
messages.tabIndex = 0;
const log = new MessageLog(messages, part("welcome", HTMLElement), session, tools);
let shown: readonly APIMessage[] = [];

/** The right button opens the same menu. */
messages.addEventListener("contextmenu", (event) => {
  const view = event.target instanceof Element ? event.target.closest("article") : null;
  const message = shown.find(({ id }) => view?.id === `message-${id}`);
  const opener = view?.querySelector<HTMLElement>('[data-use="more"]');
  // Who has marked words wants the browser's own menu, to copy them.
  if (!message || !opener || window.getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  tools.openMenu(message, opener);
});

function menuOf(message: APIMessage, opener: HTMLElement): readonly MenuItem[] {
  const commands = session.messageCommands().map(({ name, name_localizations }) => ({
    group: "Apps",
    label: session.localized(name, name_localizations),
    run: () =>
      void composer.carryOut({ act: "messageCommand", command: name, message: message.id }, `“${name}”`),
  }));
  if (!session.isOurs(message)) return commands;
  return [...commands, { label: "Payload and receipts", run: () => tools.inspect(message, opener) }];
}

const offline = part("trouble", HTMLElement);
const AWAY = "The bot isn’t running. Start it again with npm start; this page will find it.";

function connect(): () => void {
  return follow(session.user, {
    connected: (isConnected) => {
      if (!isConnected) offline.textContent = AWAY;
      else if (offline.textContent === AWAY) offline.textContent = "";
    },
    snapshot: ({ you, bot, people, locales, commands, messages: all }) => {
      Object.assign(session, { user: you, bot, people, commands });
      identity.offer(session, locales);
      shown = all;
      log.fill(all);
    },
    message: (message) => {
      const isNew = shown.every(({ id }) => id !== message.id);
      shown = isNew ? [...shown, message] : shown.map((old) => (old.id === message.id ? message : old));
      log.show(message);
    },
    deleted: ({ id }) => {
      shown = shown.filter((message) => message.id !== id);
      log.remove(id);
    },
    commands: (commands) => {
      session.commands = commands;
    },
  });
}

const identity = new Identity(
  session,
  () => {
    disconnect();
    panel.close();
    disconnect = connect();
  },
  () => log.fill(shown),
);
let disconnect = connect();
composer.focus();
