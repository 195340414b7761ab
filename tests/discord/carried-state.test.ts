import type { Interaction } from "discord.js";
import { ComponentType } from "discord.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deskFor } from "../../src/command/desk.ts";
import { isShared, readCarried } from "../../src/discord/carried-state.ts";
import { toApiCommand } from "../../src/discord/command-registration.ts";
import { discordSurface } from "../../src/discord/discord-surface.ts";
import { renderMessage } from "../../src/discord/render-message.ts";
import { openView } from "../../src/reply/open-view.ts";
import type { Carried } from "../../src/reply/reply.ts";
import type { View } from "../../src/reply/view.ts";
import { startBot, startLoopback } from "../loopback/bot.ts";
import { HOSTILE } from "../reply/hostile-interviews.ts";
import { archiveOf, mayor } from "../search/archives.ts";

const archive = archiveOf(mayor());
const ids = [...archive.statements()].map(({ id }) => id);
const asker = "1100000000000000101";

/** What someone asked, as it stands in a message: on one line, in one direction. */
const asOneLine = (text: string) =>
  text
    .replace(/\p{Bidi_Control}/gu, "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();

const asked = fc
  .oneof(
    fc.constantFrom("", ...HOSTILE),
    fc.string({ unit: "binary", maxLength: 100 }).map((text) => text.replace(/\p{Cs}/gu, "")),
    fc.string({ unit: fc.constantFrom(..."\\*_~`|<>[]()#-+.:@ 1a"), maxLength: 100 }),
  )
  .map((text) => text.slice(0, 300));

function rendered(carried: Carried, view: View) {
  const reply = openView(view, { ...deskFor(archive), surface: discordSurface, carried });
  return renderMessage(reply, { asker, hidden: false, shared: false }).components;
}

/** The least that readCarried needs of the library's component objects. */
function asReceived(value: unknown): never {
  return JSON.parse(JSON.stringify(value).replaceAll('"custom_id"', '"customId"')) as never;
}

describe("what a message carries for its buttons", () => {
  it("is read back from it as it was, in every view", () => {
    const matches = fc.uniqueArray(fc.constantFrom(...ids, "0000-0000-0000"), { minLength: 1, maxLength: 9 });
    const views = fc.constantFrom<View>(
      { show: "match", at: 0, part: 0 },
      { show: "list", as: "found", at: 0, part: 0 },
      { show: "context", id: ids[3] ?? "", part: 0, back: { show: "match", at: 0, part: 0 } },
    );
    fc.assert(
      fc.property(asked, matches, views, (words, found, view) => {
        fc.pre(view.show !== "match" || found[0] !== "0000-0000-0000");
        const carried = readCarried(asReceived(rendered({ asked: words, matches: found }, view)));
        expect(carried).toEqual({ asked: asOneLine(words), matches: found });
      }),
      { numRuns: 500 },
    );
  });

  it("is nothing where nothing was asked and nothing matched, though there is a menu of another kind", () => {
    const view = { show: "context", id: ids[3] ?? "", part: 0, back: null } as const;
    const components = rendered({ asked: "", matches: [] }, view);
    expect(JSON.stringify(components)).toContain("menu-exchange");
    expect(readCarried(asReceived(components))).toEqual({ asked: "", matches: [] });
  });

  it("tells a shared reply from others", () => {
    const view = { show: "context", id: ids[3] ?? "", part: 0, back: null } as const;
    const reply = openView(view, {
      ...deskFor(archive),
      surface: discordSurface,
      carried: { asked: "", matches: [] },
    });
    for (const shared of [true, false]) {
      const { components } = renderMessage(reply, { asker, hidden: false, shared });
      expect(isShared(asReceived(components))).toBe(shared);
    }
  });

  it("isn't taken from someone else's menu or text", () => {
    const select = { type: ComponentType.StringSelect, customId: "other:1", options: [{ value: "x" }] };
    const row = { type: ComponentType.ActionRow, components: [select] };
    const text = { type: ComponentType.TextDisplay, id: 7, content: "-# Asked: something" };
    const container = { type: ComponentType.Container, components: [text, row] };
    expect(readCarried([container, row] as never)).toEqual({ asked: "", matches: [] });
  });

  it("is there after the way through Discord and the library, whatever was asked", async () => {
    const discord = await startLoopback();
    discord.preloadCommands([toApiCommand({ name: "ask", description: "Ask", options: [] }, true)]);
    const carried = HOSTILE.map((words) => ({ asked: words.slice(0, 300), matches: ids.slice(0, 5) }));
    const received: Carried[] = [];
    let next = 0;
    const { errors } = await startBot(discord, async (interaction: Interaction) => {
      if (interaction.isMessageComponent()) {
        received.push(readCarried(interaction.message.components));
        await interaction.deferUpdate();
      } else if (interaction.isChatInputCommand()) {
        const one = carried[next] ?? { asked: "", matches: [] };
        next += 1;
        const components = [...rendered(one, { show: "match", at: 1, part: 0 })];
        await interaction.reply({ components, flags: 1 << 15 });
      }
    });
    for (const _one of carried) {
      const seen = await discord.slash("ask");
      await discord.press(seen, "Earlier", { until: "acknowledged" });
    }
    expect(errors).toEqual([]);
    expect(received).toEqual(
      carried.map(({ asked: words, matches }) => ({ asked: asOneLine(words), matches })),
    );
  });
});
