import { GatewayDispatchEvents } from "discord.js";

interface Tree {
  [field: string]: unknown;
}

/**
 * Tells every poll in an interaction which message and channel it stands in. The library (14.28) asks the channel
 * it knows for that, and knows none without intents: it would throw, and a command used on a poll, or on a message
 * that forwards one, would never be answered. Anything else is left as it is.
 * @param dispatch what the gateway received; polls in it are completed in place.
 */
export function placePolls(dispatch: unknown): void {
  if (!isTree(dispatch) || dispatch.t !== GatewayDispatchEvents.InteractionCreate) return;
  const { d: interaction } = dispatch;
  const data = isTree(interaction) ? interaction.data : undefined;
  const resolved = isTree(data) ? data.resolved : undefined;
  const messages = isTree(resolved) && isTree(resolved.messages) ? Object.values(resolved.messages) : [];
  for (const message of messages) {
    if (!isTree(message)) continue;
    placePoll(message, message);
    const snapshots = Array.isArray(message.message_snapshots) ? message.message_snapshots : [];
    for (const snapshot of snapshots) placePoll(isTree(snapshot) ? snapshot.message : undefined, message);
  }
}

function placePoll(message: unknown, { id, channel_id }: Tree): void {
  if (!isTree(message) || !isTree(message.poll)) return;
  message.poll = { message_id: id, channel_id, ...message.poll };
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null;
}
