import { createHash } from "node:crypto";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { ApiError, apiErrors } from "./api-error.ts";
import { type FaultRule, type Faults, faultAnswer } from "./faults.ts";
import { type ApiAnswer, type ApiRequest, type Rest, refusal } from "./rest.ts";

/** A request as it came in, and how it was answered. */
export interface RecordedRequest {
  readonly method: string;
  /** The path after `/api/v10`, without the query. */
  readonly path: string;
  /** The query, without the question mark. */
  readonly query: string;
  readonly body: unknown;
  readonly headers: IncomingHttpHeaders;
  readonly authorization: "valid" | "wrong" | "none";
  /** When it came in: milliseconds since 1970. */
  readonly at: number;
  /** The status it was answered with; `null` while it waits, and when the connection was ended instead. */
  readonly status: number | null;
}

interface DoorRules {
  readonly token: string;
  readonly rest: Rest;
  readonly faults: Faults;
  readonly onConnection: (socket: WebSocket) => void;
  /** Takes each request as it comes in, for the record; not called when nothing is recorded. */
  readonly onRequest: ((request: RecordedRequest) => void) | null;
  readonly onAnswered: (request: RecordedRequest) => void;
}

/** The part of a path that says which version of the API is meant. */
const API_ROOT = /^\/api(?:\/v(\d+))?(?=\/)/;
const API_VERSION = "10";

/** The server itself: HTTP in and out, and the gateway's connections. */
export class HttpDoor {
  readonly #server: Server;
  readonly #rules: DoorRules;
  readonly #buckets = new Map<string, string>();
  readonly #delays = new Set<NodeJS.Timeout>();

  constructor(rules: DoorRules) {
    this.#rules = rules;
    // An idle connection that the server closes just as the client reuses it would look like a fault.
    this.#server = createServer({ keepAliveTimeout: 75_000 }, (incoming, outgoing) => {
      this.#receive(incoming, outgoing);
    });
    const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
    this.#server.on("upgrade", (request, socket, head) => {
      if (!/^\/gateway\/?(\?|$)/.test(request.url ?? "")) {
        socket.end("HTTP/1.1 404 Not Found\r\n\r\n");
        return;
      }
      sockets.handleUpgrade(request, socket, head, rules.onConnection);
    });
  }

  /** Starts to listen; resolves to the port. */
  async open(host: string, port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(port, host, () => {
        this.#server.off("error", reject);
        resolve();
      });
    });
    return (this.#server.address() as AddressInfo).port;
  }

  /** Ends all connections and stops listening. */
  async close(): Promise<void> {
    for (const delay of this.#delays) clearTimeout(delay);
    const closed = new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve();
      });
    });
    this.#server.closeAllConnections();
    await closed;
  }

  #receive(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
    });
    incoming.on("end", () => {
      this.#handle(incoming, outgoing, chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
    });
  }

  #handle(incoming: IncomingMessage, outgoing: ServerResponse, raw: Buffer | undefined): void {
    const url = incoming.url ?? "/";
    const questionMark = url.indexOf("?");
    const fullPath = questionMark === -1 ? url : url.slice(0, questionMark);
    const query = questionMark === -1 ? "" : url.slice(questionMark + 1);
    const method = incoming.method ?? "GET";
    const root = API_ROOT.exec(fullPath);
    const path = root === null ? fullPath : fullPath.slice(root[0].length);
    const { body, error } = readBody(incoming, raw);
    const authorization = this.#authorization(incoming.headers.authorization);
    const request: ApiRequest = { method, path, query: new URLSearchParams(query), body, authorization };

    const { onRequest } = this.#rules;
    let answered: ((status: number | null) => void) | undefined;
    if (onRequest !== null) {
      const { headers } = incoming;
      const recorded = { method, path, query, body, headers, authorization, at: Date.now(), status: null };
      onRequest(recorded);
      answered = (status) => {
        Object.assign(recorded, { status });
        this.#rules.onAnswered(recorded);
      };
    }

    const carryOut = (): ApiAnswer => {
      try {
        if (root === null) throw apiErrors.notFound();
        if (root[1] !== undefined && root[1] !== API_VERSION) throw apiErrors.invalidApiVersion();
        if (error !== undefined) throw error;
        return this.#rules.rest.answer(request);
      } catch (failure) {
        return refusal(failure instanceof ApiError ? failure : unexpected(failure));
      }
    };
    const fault = this.#rules.faults.take(method, path);
    if (fault === undefined) {
      const { status, body: answer } = carryOut();
      write(outgoing, status, answer, this.#rateLimit(method, path));
      answered?.(status);
    } else {
      this.#fail(fault, request, outgoing, carryOut, answered);
    }
  }

  #fail(
    rule: FaultRule,
    request: ApiRequest,
    outgoing: ServerResponse,
    carryOut: () => ApiAnswer,
    answered: ((status: number | null) => void) | undefined,
  ): void {
    const early = rule.afterEffect ? carryOut() : undefined;
    const finish = (): void => {
      if (rule.hangUp !== undefined) {
        if (rule.hangUp === "reset") outgoing.socket?.resetAndDestroy();
        else outgoing.socket?.end();
        answered?.(null);
        return;
      }
      const rateLimit = this.#rateLimit(request.method, request.path);
      if (rule.status === undefined && rule.body === undefined) {
        const { status, body } = early ?? carryOut();
        write(outgoing, status, body, { ...rateLimit, ...rule.headers });
        answered?.(status);
        return;
      }
      const { status, body, headers } = faultAnswer(rule);
      write(outgoing, status, body, { ...rateLimit, ...headers });
      answered?.(status);
    };
    if (rule.delayMs === undefined) {
      finish();
      return;
    }
    const delay = setTimeout(() => {
      this.#delays.delete(delay);
      finish();
    }, rule.delayMs);
    this.#delays.add(delay);
  }

  #authorization(header: string | undefined): "valid" | "wrong" | "none" {
    if (header === undefined) return "none";
    return header === `Bot ${this.#rules.token}` ? "valid" : "wrong";
  }

  /** Discord's rate-limit headers, with limits no test reaches; one bucket a method and kind of path. */
  #rateLimit(method: string, path: string): Record<string, string> {
    const kind = `${method} ${path.split("/", 2)[1] ?? ""}`;
    let bucket = this.#buckets.get(kind);
    if (bucket === undefined) {
      bucket = createHash("md5").update(kind).digest("hex");
      this.#buckets.set(kind, bucket);
    }
    return {
      "x-ratelimit-limit": "10000",
      "x-ratelimit-remaining": "9999",
      "x-ratelimit-reset": (Date.now() / 1000 + 1).toFixed(3),
      "x-ratelimit-reset-after": "1.000",
      "x-ratelimit-bucket": bucket,
    };
  }
}

function readBody(incoming: IncomingMessage, raw: Buffer | undefined): { body?: unknown; error?: ApiError } {
  if (raw === undefined || raw.length === 0) return {};
  const type = incoming.headers["content-type"] ?? "no content type";
  if (!type.startsWith("application/json")) return { error: apiErrors.unsupportedMediaType(type) };
  try {
    return { body: JSON.parse(raw.toString("utf8")) as unknown };
  } catch {
    return { error: apiErrors.invalidJson() };
  }
}

/** A mistake of the loopback's own: told to the bot as Discord would, with what it was for whoever looks. */
function unexpected(failure: unknown): ApiError {
  const words = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  return new ApiError(500, 0, `500: Internal Server Error (in the loopback itself: ${words})`);
}

function write(
  outgoing: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string>,
): void {
  if (body === undefined) {
    outgoing.writeHead(status, headers);
    outgoing.end();
    return;
  }
  const text = JSON.stringify(body);
  outgoing.writeHead(status, {
    ...headers,
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
  });
  outgoing.end(text);
}
