import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { DiscordWindow } from "./discord-window.ts";
import { type PageFile, readPageFiles } from "./page-files.ts";
import { readAct } from "./read-act.ts";
import { refusalOf } from "./same-origin.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";
import type { Inspection } from "./wire.ts";

/** What the server shows; of the bot it knows nothing else. */
export interface PageParts {
  readonly window: DiscordWindow;
  /** What the panel shows of a message a person sees; `undefined` where they see none of this id. */
  readonly inspect: (user: string, message: string) => Inspection | undefined;
}

const HOST = "127.0.0.1";

/** No act is longer. */
const MOST_BYTES = 64 * 1024;

/** How often a quiet connection is written to, so that neither side takes it for dead, in milliseconds. */
const HEARTBEAT = 20_000;

/** Serves the page on this machine alone. */
export class PageServer {
  readonly #parts: PageParts;
  readonly #files: ReadonlyMap<string, PageFile>;
  readonly #server: Server;
  #port = 0;

  private constructor(parts: PageParts) {
    this.#parts = parts;
    this.#files = readPageFiles();
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => fail(response, error));
    });
  }

  /**
   * @param port 0 for any that is free.
   * @throws Error when the page isn't built, and what listening throws (`code`: EADDRINUSE, EACCES …).
   */
  static async start(port: number, parts: PageParts): Promise<PageServer> {
    const page = new PageServer(parts);
    await new Promise<void>((resolve, reject) => {
      page.#server.once("error", reject);
      page.#server.listen(port, HOST, resolve);
    });
    page.#port = (page.#server.address() as AddressInfo).port;
    return page;
  }

  get address(): string {
    return new URL(`http://${HOST}:${this.#port}/`).href;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    const refused = refusalOf(request, this.#port);
    if (refused) {
      send(response, refused.status, "text/plain; charset=utf-8", `${refused.why}\n`);
      return;
    }
    const asked = addressOf(request, this.address);
    if (!asked) return send(response, 400, "text/plain; charset=utf-8", "This is no address of a page.\n");
    const { pathname, searchParams } = asked;
    const user = searchParams.get("user") ?? "";
    const way = `${request.method} ${pathname}`;
    if (way === "POST /act") return this.#act(request, response);
    if (way === "GET /events") return this.#stream(user, response);
    if (way === "GET /inspection") {
      return sendJson(response, 200, this.#parts.inspect(user, searchParams.get("message") ?? ""));
    }
    const file = this.#files.get(pathname);
    if (file && (request.method === "GET" || request.method === "HEAD")) {
      return send(response, 200, file.type, file.body);
    }
    send(response, 404, "text/plain; charset=utf-8", "There is nothing here.\n");
  }

  async #act(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const act = readAct(await bodyOf(request));
      sendJson(response, 200, await this.#parts.window.carryOut(act));
    } catch (error) {
      sendJson(response, 400, { error: error instanceof Error ? error.message : String(error) });
    }
  }

  /** Server-sent events: first all there is, then whatever happens. */
  #stream(user: string, response: ServerResponse): void {
    const { window } = this.#parts;
    const snapshot = window.snapshotFor(user);
    if (!snapshot) {
      sendJson(response, 404, undefined);
      return;
    }
    response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
    const tell = (event: string, data: unknown): void => {
      response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    };
    tell("snapshot", snapshot);
    const stop = window.follow(snapshot.you, tell);
    const heartbeat = setInterval(() => response.write(": still here\n\n"), HEARTBEAT);
    response.on("close", () => {
      clearInterval(heartbeat);
      stop();
    });
  }
}

/** What was asked for, at this server whatever it says; null for what can't be read, such as `//`. */
function addressOf({ url = "/" }: IncomingMessage, base: string): URL | null {
  if (!url.startsWith("/")) return null;
  return URL.canParse(`${base.slice(0, -1)}${url}`) ? new URL(`${base.slice(0, -1)}${url}`) : null;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Error(`more than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body) });
  response.end(body);
}

/** What went wrong in the server itself; the page is for whoever runs it, so they are told. */
function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) response.end();
  else sendJson(response, 500, { error: error instanceof Error ? error.message : String(error) });
}

/** `undefined` says that there is nothing of the kind. */
function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const found = body === undefined ? 404 : status;
  send(
    response,
    found,
    "application/json",
    JSON.stringify(body ?? { error: "There is nothing of this id." }),
  );
}
