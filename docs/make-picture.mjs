/**
 * Draws docs/reply.png: `node docs/make-picture.mjs`, from anywhere. The bot itself answers a question on a
 * loopback Discord, and the message it sends is drawn as Discord draws it. The words come from that message and
 * from nowhere else. Needs Chromium; CHROMIUM names it when it isn't called "chromium".
 */
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "discord-markdown-parser";

const QUESTION = "did putin ever ask for belarusian troops";
const WIDTH = 680;

const CONTAINER = 17;
const TEXT = 10;
const ACTION_ROW = 1;
const BUTTON = 2;
const SELECT = 3;
const SEPARATOR = 14;

const root = resolve(import.meta.dirname, "..");
const transcripts = join(root, "transcripts");

execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"], {
  cwd: root,
  stdio: "inherit",
});
const folder = mkdtempSync(join(tmpdir(), "otr-picture-"));
try {
  const message = await askTheBot();
  const page = join(folder, "reply.html");
  writeFileSync(page, pageOf(message));
  const [, height] = /data-height="(\d+)"/u.exec(chromium("--dump-dom", page)) ?? [];
  chromium(
    "--force-device-scale-factor=2",
    `--window-size=${WIDTH},${height}`,
    `--screenshot=${join(root, "docs", "reply.png")}`,
    page,
  );
} finally {
  rmSync(folder, { recursive: true });
}

/** The message that the bot sends, as Discord would hold it. */
async function askTheBot() {
  const loopback = join(root, "dist", "src", "loopback", "loopback-discord.js");
  const { LoopbackDiscord } = await import(pathToFileURL(loopback).href);
  const discord = await LoopbackDiscord.start();
  const { PATH = "" } = process.env;
  // Away from the project's folder, so that its .env doesn't count.
  const bot = spawn(process.execPath, [join(root, "dist", "src", "main.js")], {
    cwd: folder,
    env: {
      PATH,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      TRANSCRIPTS_DIR: transcripts,
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    await discord.ready({ timeoutMs: 20_000 });
    await discord.registered("ask");
    const { message } = await discord.slash("ask", { question: QUESTION });
    return message;
  } finally {
    bot.kill();
    await discord.close();
  }
}

function chromium(...options) {
  // --no-sandbox: without it Chromium won't run as root, as in a container. The page is our own.
  const always =
    "--headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run --disable-background-networking";
  return execFileSync(
    process.env.CHROMIUM ?? "chromium",
    [
      ...always.split(" "),
      `--user-data-dir=${join(folder, "profile")}`,
      `--window-size=${WIDTH},800`,
      ...options,
    ],
    { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], timeout: 60_000 },
  );
}

function componentOf(component) {
  switch (component.type) {
    case CONTAINER: {
      const colour = `#${component.accent_color.toString(16).padStart(6, "0")}`;
      return `<div class="container" style="--accent: ${colour}">${component.components.map(componentOf).join("")}</div>`;
    }
    case TEXT:
      return `<div class="text">${parse(component.content, "extended").map(nodeOf).join("")}</div>`;
    case ACTION_ROW:
      return `<div class="row">${component.components.map(componentOf).join("")}</div>`;
    case BUTTON:
      return `<button${component.disabled ? " disabled" : ""}>${plain(component.label)}</button>`;
    case SELECT: {
      const chosen = component.options.find((option) => option.default);
      return `<div class="select">${plain(chosen?.label ?? component.placeholder)}<i></i></div>`;
    }
    case SEPARATOR:
      return "<hr>";
    default:
      throw new Error(`there is no drawing for a component of type ${component.type}`);
  }
}

/** Mark-up as an independent parser of Discord's reads it. */
function nodeOf(node) {
  const inner = () => node.content.map(nodeOf).join("");
  switch (node.type) {
    case "text":
      return plain(node.content);
    case "br":
      return "<br>";
    case "strong":
      return `<strong>${inner()}</strong>`;
    case "subtext":
      return `<small>${inner()}</small>`;
    case "heading":
      return `<h3>${inner()}</h3>`;
    case "blockQuote":
      assertExact(node);
      return `<blockquote>${inner()}</blockquote>`;
    default:
      throw new Error(`there is no drawing for mark-up of type ${node.type}`);
  }
}

/** A picture of a quote keeps the promise too. */
function assertExact(quote) {
  const shown = quote.content.map((node) => (node.type === "br" ? "\n" : node.content)).join("");
  const source = readFileSync(join(transcripts, "lukashenko-brics.txt"), "utf8");
  if (!source.includes(shown))
    throw new Error(`the picture would show what the source doesn't say: ${shown}`);
}

function plain(text) {
  return text.replace(/[&<>"]/gu, (character) => `&#${character.charCodeAt(0)};`);
}

function pageOf({ author, interaction_metadata: { user }, interaction, components }) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>
  * { box-sizing: border-box; margin: 0 }
  body { width: ${WIDTH}px; padding: 18px 24px 22px 72px; position: relative; background: #313338; color: #dbdee1;
    font: 16px/22px "gg sans", "Noto Sans", "Helvetica Neue", Helvetica, Arial, sans-serif }
  .asked { font-size: 14px; line-height: 18px; color: #b5bac1; margin-bottom: 4px; position: relative }
  .asked::before { content: ""; position: absolute; left: -36px; top: 8px; width: 32px; height: 10px;
    border: solid #4e5058; border-width: 2px 0 0 2px; border-top-left-radius: 6px }
  .asked b { color: #dbdee1; font-weight: 500 } .asked code { font: inherit; color: #c9cdfb;
    background: #3c4070; border-radius: 3px; padding: 0 3px }
  .avatar { position: absolute; left: 16px; top: 46px; width: 40px; height: 40px; border-radius: 50%;
    background: #2d7d46; color: #fff; font: 700 44px/62px Georgia, serif; text-align: center; overflow: hidden }
  .author { font-weight: 600; color: #f2f3f5; margin-bottom: 4px }
  .author span { font-size: 11px; line-height: 15px; font-weight: 600; background: #5865f2; color: #fff;
    border-radius: 4px; padding: 1px 5px; margin-left: 4px; vertical-align: 2px }
  .container { position: relative; overflow: hidden; display: grid; gap: 8px; padding: 16px 16px 16px 20px;
    background: #2b2d31; border: 1px solid #3f4147; border-radius: 8px; max-width: 576px }
  .container::before { content: ""; position: absolute; inset: 0 auto 0 0; width: 4px; background: var(--accent) }
  strong { font-weight: 700; color: #f2f3f5 } h3 { font-size: 18px; line-height: 24px; color: #f2f3f5 }
  small { display: block; font-size: 13px; line-height: 18px; color: #949ba4 }
  blockquote { border-left: 4px solid #4e5058; border-radius: 4px; padding: 0 8px 0 12px }
  hr { border: 0; border-top: 1px solid #3f4147 }
  .row { display: flex; gap: 8px; flex-wrap: wrap }
  button { font: 500 14px/18px inherit; font-family: inherit; font-size: 14px; color: #fff; background: #4e5058;
    border: 0; border-radius: 8px; padding: 7px 16px; height: 32px } button:disabled { opacity: .5 }
  .select { position: relative; flex: 1; background: #1e1f22; border: 1px solid #3f4147; border-radius: 8px;
    padding: 8px 12px; line-height: 22px }
  .select i { position: absolute; right: 16px; top: 13px; width: 9px; height: 9px; rotate: 45deg;
    border: solid #b5bac1; border-width: 0 2px 2px 0 }
  </style><body>
  <div class="asked"><b>${plain(user.global_name ?? user.username)}</b> used <code>/${plain(interaction.name)}</code></div>
  <div class="avatar">“</div>
  <div class="author">${plain(author.username)} <span>APP</span></div>
  ${components.map(componentOf).join("")}
  <script>document.body.dataset.height = Math.ceil(document.body.getBoundingClientRect().height)</script>
  </body></html>`;
}
