import { Client, type ClientOptions, Events, type Interaction } from "discord.js";
import { onTestFinished } from "vitest";
import { LoopbackDiscord, type LoopbackOptions } from "../../src/loopback/loopback-discord.ts";

/** A loopback that is closed when the test is over. */
export async function startLoopback(options: LoopbackOptions = {}): Promise<LoopbackDiscord> {
  const discord = await LoopbackDiscord.start(options);
  onTestFinished(async () => {
    await discord.close();
  });
  return discord;
}

/** A real client, logged in to a loopback, and what went wrong in it. */
export interface Bot {
  readonly client: Client<true>;
  readonly errors: Error[];
}

/**
 * Logs a real client in to `discord`, with `onInteraction` as its one listener. What the listener throws
 * is kept in `errors`. The client is destroyed when the test is over.
 */
export async function startBot(
  discord: LoopbackDiscord,
  onInteraction: (interaction: Interaction) => Promise<unknown> | undefined = () => undefined,
  options: Partial<ClientOptions> = {},
): Promise<Bot> {
  const client = makeClient(discord, options);
  const errors: Error[] = [];
  client.on(Events.InteractionCreate, async (interaction) => {
    try {
      await onInteraction(interaction);
    } catch (error) {
      errors.push(error as Error);
    }
  });
  const ready = new Promise<void>((resolve) => {
    client.once(Events.ClientReady, () => {
      resolve();
    });
  });
  await client.login(discord.token);
  await ready;
  return { client: client as Client<true>, errors };
}

/** A real client that isn't logged in yet. It is destroyed when the test is over. */
export function makeClient(discord: LoopbackDiscord, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({ intents: [], ...options, rest: { api: discord.apiUrl, ...options.rest } });
  // An "error" nobody listens to would be thrown.
  client.on(Events.Error, () => {});
  client.on(Events.ShardError, () => {});
  onTestFinished(async () => {
    await client.destroy();
  });
  return client;
}
