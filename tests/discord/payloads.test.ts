import { expect, it } from "vitest";
import {
  bystander,
  type LoopbackDiscord,
  makeUser,
  type RecordedRequest,
  type Seen,
} from "../../src/loopback/loopback-discord.ts";
import { startOnLoopback } from "./end-to-end/bot-process.ts";
import { shownIn } from "./end-to-end/shown-message.ts";
import { hostileText, hostileYaml, transcriptsFolder } from "./hostile-transcripts.ts";
import { openapi } from "./openapi/openapi-validator.ts";

/** Everyone asks a few times only: the cooldown is for people. */
let lastUser = 0;
function newUser() {
  lastUser += 1;
  return makeUser({
    id: String(1_200_000_000_000_000_000n + BigInt(lastUser)),
    username: `reader${lastUser}`,
  });
}

/** Presses a button as long as it is there, and no more often than `most`. */
async function pressOn(discord: LoopbackDiscord, seen: Seen, label: string, most: number): Promise<number> {
  const asker = seen.message?.interaction_metadata?.user;
  let count = 0;
  while (count < most && shownIn(seen).buttons.includes(label)) {
    const now = discord.messages.find(({ message }) => message.id === seen.message?.id)?.message;
    if (!now || !shownIn({ message: now }).buttons.includes(label)) break;
    await discord.press(now, label, asker ? { user: asker } : {});
    count += 1;
  }
  return count;
}

/** Uses everything the bot has on whatever interviews it serves. @returns how many parts of statements were turned to. */
async function useEverything(discord: LoopbackDiscord): Promise<number> {
  let parts = 0;
  const ask = async (question: string, more: Record<string, string | boolean> = {}) =>
    discord.slash("ask", { question, ...more }, { user: newUser() });

  await ask("best recipe for potato pancakes");
  const answered = await ask("What about crane number 3?");
  await ask("crane", { hide: true });
  await ask("did putin ever ask for belarusian troops");
  await ask("\\*_~`|<>[]()#-+.:@ <@1> @everyone ".repeat(8).slice(0, 300));
  await ask("漢".repeat(300));
  await ask("crane", { speaker: "Napoleon" });
  await ask("crane", { interview: "nothing like it" });

  for (const text of ["Crane number 4", "起重機在三月到達", "harbour", "zzzzzz"]) {
    const seen = await discord.slash("quote", { text }, { user: newUser() });
    await pressOn(discord, seen, "Next page", 12);
    const { menu } = shownIn({ message: discord.messages.at(-1)?.message } as Seen);
    const asker = seen.message?.interaction_metadata?.user;
    const [value] = menu?.values ?? [];
    if (menu && value) await discord.choose(seen, menu.id, value, asker ? { user: asker } : {});
  }

  const topics = await discord.autocomplete("topic", { name: "" }, { focused: "name" });
  for (const { value } of topics.slice(0, 3)) {
    const user = newUser();
    const seen = await discord.slash("topic", { name: String(value), hide: true }, { user });
    await pressOn(discord, seen, "Next page", 15);
    await discord.press(seen, "Share", { user });
  }

  const quotes = await discord.autocomplete("context", { quote: "" }, { focused: "quote" });
  for (const { value } of quotes) {
    const user = newUser();
    const seen = await discord.slash("context", { quote: String(value) }, { user });
    parts += await pressOn(discord, seen, "Next part", 8);
    const receipt = await discord.press(seen, "Receipt", { user });
    parts += await pressOn(discord, receipt, "Next part", 2);
    const shared = await discord.slash("context", { quote: String(value), hide: true }, { user });
    await discord.press(shared, "Share", { user });
  }
  await discord.slash("context", { quote: "0000-0000-0000" }, { user: newUser() });
  await discord.slash("interviews", {}, { user: newUser() });

  await discord.autocomplete("ask", { question: "x", speaker: "" }, { focused: "speaker" });
  await discord.autocomplete("ask", { question: "x", interview: "#" }, { focused: "interview" });
  await discord.autocomplete("context", { quote: "crane" }, { focused: "quote" });

  const [button] = shownIn(answered).buttons;
  if (button) await discord.press(answered, button, { user: bystander });
  const flood = await Promise.all(Array.from({ length: 25 }, () => discord.slash("interviews")));
  expect(flood.map((seen) => shownIn(seen).notes).join()).toContain("A little slower, please");
  return parts;
}

function problemsOf({ method, path, body }: RecordedRequest): readonly string[] {
  const problems = openapi?.validateRequest(method, path, body) ?? [
    "there is no description to hold it against",
  ];
  return problems.map((problem) => `${method} ${path}: ${problem}`);
}

it("sends nothing that the loopback refuses, whatever the interviews hold and however long they are", async () => {
  const folder = transcriptsFolder({ "hostile.txt": hostileText, "hostile.yaml": hostileYaml });
  const { discord, bot } = await startOnLoopback({ environment: { TRANSCRIPTS_DIR: folder } });
  expect(await useEverything(discord)).toBeGreaterThan(10);
  expect(bot.errors()).not.toContain("an interaction failed");
  const refused = discord.requests.filter(({ status }) => status === null || status >= 400);
  expect(refused).toEqual([]);
  expect(discord.requests.length).toBeGreaterThan(100);
}, 60_000);

// Set DISCORD_OPENAPI to Discord's API description (openapi.json) to run this.
it.skipIf(openapi === null)(
  "sends nothing but what Discord describes",
  async () => {
    const folder = transcriptsFolder({ "hostile.txt": hostileText, "hostile.yaml": hostileYaml });
    for (const environment of [{}, { TRANSCRIPTS_DIR: folder }]) {
      const { discord } = await startOnLoopback({ environment });
      await useEverything(discord);
      const bodies = discord.requests.filter(({ body }) => body !== undefined);
      const kinds = new Set(bodies.map(({ body }) => (body as { type?: number }).type));
      // Commands registered; a new message, an updated one, choices.
      expect(kinds).toEqual(new Set([undefined, 4, 7, 8]));
      expect(discord.requests.flatMap(problemsOf)).toEqual([]);
    }
  },
  60_000,
);
