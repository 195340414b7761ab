import { Client, Events } from "discord.js";

/** The least that a bot on discord.js can be: it answers every command with "ok". What ours is measured against. */
const client = new Client({ intents: [], rest: { api: process.env.DISCORD_API_URL ?? "" } });
client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isChatInputCommand()) await interaction.reply("ok");
});
process.on("SIGTERM", () => void client.destroy().then(() => process.exit(0)));
await client.login(process.env.DISCORD_TOKEN);
