import type { APIMessage } from "discord-api-types/v10";
import { reader } from "../../src/loopback/loopback-discord.ts";
import type { Inspection, Snapshot } from "../../src/page/wire.ts";

/** A person at the page's server, without a browser: what the page's own requests do and show. */
export function openPerson(address: string) {
  const act = async (deed: object): Promise<unknown> => {
    const response = await fetch(`${address}act`, {
      method: "POST",
      headers: { origin: address.slice(0, -1), "content-type": "application/json" },
      body: JSON.stringify({ user: reader.id, locale: "en-US", ...deed }),
    });
    return response.json();
  };
  const latest = async (): Promise<APIMessage> => {
    const message = (await snapshotOf(address)).messages.at(-1);
    if (!message) throw new Error("there are no messages");
    return message;
  };
  return {
    latest,
    ask: async (question: string): Promise<APIMessage> => {
      await act({ act: "slash", command: "ask", options: { question } });
      return latest();
    },
    press: (message: APIMessage, customId: string) => act({ act: "press", message: message.id, customId }),
    inspect: async ({ id }: APIMessage): Promise<Inspection> => {
      const response = await fetch(`${address}inspection?user=${reader.id}&message=${id}`);
      return (await response.json()) as Inspection;
    },
  };
}

/** The custom id of a message's button. @throws Error when it has none of this name. */
export function buttonIn(message: APIMessage, label: string): string {
  let found: string | undefined;
  JSON.stringify(message.components ?? [], (_key, value) => {
    if (value?.label === label && typeof value.custom_id === "string") found = value.custom_id;
    return value;
  });
  if (found === undefined) throw new Error(`there is no button “${label}”`);
  return found;
}

async function snapshotOf(address: string): Promise<Snapshot> {
  const controller = new AbortController();
  const response = await fetch(`${address}events?user=${reader.id}`, { signal: controller.signal });
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString("utf8");
    if (text.includes("\n\n")) break;
  }
  controller.abort();
  return JSON.parse(/^data: (.*)$/mu.exec(text)?.[1] ?? "null");
}
