import type { APIMessage } from "discord-api-types/v10";
import { expect, it } from "vitest";
import type { InteractionPayload } from "../../src/loopback/loopback-discord.ts";
import { describeInChromium } from "./browser.ts";
import { openWindow } from "./open-window.ts";

const options = ["one", "two", "three"].map((value) => ({
  value,
  label: `Number ${value}`,
  description: `as in ${value}`,
}));

/** What other bots send, and ours might one day. */
const components = [
  {
    type: 17,
    id: 1,
    accent_color: 0xb5830f,
    components: [
      {
        type: 9,
        id: 2,
        components: [{ type: 10, id: 3, content: "**In** a section" }],
        accessory: { type: 2, id: 4, style: 1, label: "Beside it", custom_id: "beside" },
      },
      { type: 14, id: 5, divider: false, spacing: 2 },
      { type: 12, id: 6, items: [] },
      {
        type: 1,
        id: 7,
        components: [
          { type: 2, id: 8, style: 4, label: "Disabled", custom_id: "disabled", disabled: true },
          { type: 2, id: 9, style: 5, label: "Elsewhere", url: "https://news.example/" },
        ],
      },
      {
        type: 1,
        id: 10,
        components: [{ type: 3, id: 11, custom_id: "several", min_values: 1, max_values: 2, options }],
      },
    ],
  },
] as unknown as APIMessage["components"];

describeInChromium("a payload", () => {
  it("is drawn whole: what can't be drawn is said to be missing, and what can be used sends what Discord sends", async () => {
    const { discord, page } = await openWindow("transcripts");
    const sent: InteractionPayload[] = [];
    discord.events.on("interaction", (payload) => sent.push(payload));
    const { id } = discord.postMessage(components ? { components } : {});
    const message = page.locator(`#message-${id}`);
    expect(await message.locator(".section strong").innerText()).toBe("In");
    expect(await message.innerText()).toContain("A component of type 12, which isn’t drawn here.");
    expect(await message.getByRole("button", { name: "Disabled" }).isDisabled()).toBe(true);
    const link = message.getByRole("link", { name: "Elsewhere" });
    expect(await link.getAttribute("href")).toBe("https://news.example/");
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
    const accent = await page.evaluate(
      `getComputedStyle(document.querySelector("#message-${id} .container"), "::before").backgroundColor`,
    );
    expect(accent).toBe("rgb(181, 131, 15)");

    await message.getByRole("button", { name: "Beside it" }).click();
    await expect.poll(() => sent.map(({ data }) => data.custom_id)).toEqual(["beside"]);

    // Of several, each is put on or off; leaving the list sends them.
    const select = message.getByRole("combobox");
    await select.focus();
    for (const key of ["Enter", "Enter", "ArrowDown", "ArrowDown", "Enter", "ArrowUp", "Enter", "Escape"]) {
      await page.keyboard.press(key);
    }
    await expect
      .poll(() => sent.at(-1)?.data)
      .toMatchObject({ custom_id: "several", values: ["one", "three"] });
    expect(sent.at(-1)).toMatchObject({ type: 3, message: { id } });
  });

  it("that is awaited is said to be thought about", async () => {
    const { discord, page } = await openWindow("transcripts");
    const { id } = discord.postMessage({ author: discord.bot, flags: 1 << 7 });
    await page.locator(`#message-${id}`).getByText("On the Record is thinking…").waitFor();
  });
});
