/** One thing to go wrong, and when. */
export interface FaultRule {
  /** Only requests with this method; any if not given. */
  readonly method?: string;
  /** Only paths that contain this text or match this pattern, e.g. `/callback` or `@original`. */
  readonly path: string | RegExp;
  /** Answer with this HTTP status instead of the true one. */
  readonly status?: number;
  /** The JSON body of that answer; Discord's own words for the status if not given. */
  readonly body?: unknown;
  /** More headers for that answer; they win over the ones Discord would send. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How many requests meet it; 1 if not given. */
  readonly times?: number;
  /** Wait so long first, or with `afterEffect` before answering. */
  readonly delayMs?: number;
  /** No answer at all: the connection is reset (RST), or closed as if all were said (FIN). */
  readonly hangUp?: "reset" | "close";
  /** Do what was asked, then let the answer be lost: the sender can't know that it was done. */
  readonly afterEffect?: boolean;
  /** For status 429: after how many seconds to try again; 1 if not given. */
  readonly retryAfter?: number;
  /** For status 429: whether the limit is on all of the bot's requests. */
  readonly global?: boolean;
}

/** A fault that waits for its requests. */
export interface Fault {
  readonly rule: FaultRule;
  /** How many requests have met it. */
  readonly hits: number;
  /** Stops waiting. */
  cancel(): void;
}

interface WaitingFault extends Fault {
  hits: number;
}

/** The faults that are waiting for a request, oldest first. */
export class Faults {
  readonly #waiting = new Set<WaitingFault>();

  add(rule: FaultRule): Fault {
    const fault: WaitingFault = {
      rule,
      hits: 0,
      cancel: () => {
        this.#waiting.delete(fault);
      },
    };
    this.#waiting.add(fault);
    return fault;
  }

  /** The fault this request meets, if any. Counts the meeting. */
  take(method: string, path: string): FaultRule | undefined {
    if (this.#waiting.size === 0) return undefined;
    for (const fault of this.#waiting) {
      const { rule } = fault;
      if (rule.method !== undefined && rule.method.toUpperCase() !== method) continue;
      const matches = typeof rule.path === "string" ? path.includes(rule.path) : rule.path.test(path);
      if (!matches) continue;
      fault.hits += 1;
      if (fault.hits >= (rule.times ?? 1)) this.#waiting.delete(fault);
      return rule;
    }
    return undefined;
  }
}

/** The answer a fault gives in place of the true one. */
export function faultAnswer(rule: FaultRule): {
  status: number;
  body: unknown;
  headers: Record<string, string>;
} {
  const status = rule.status ?? 500;
  const headers: Record<string, string> = {};
  let body: unknown = { message: `${status}: ${reasons[status] ?? "Error"}`, code: 0 };
  if (status === 429) {
    const seconds = rule.retryAfter ?? 1;
    body = { message: "You are being rate limited.", retry_after: seconds, global: rule.global === true };
    // Discord's header has whole seconds, its body the fraction.
    headers["retry-after"] = String(Math.ceil(seconds));
    headers["x-ratelimit-remaining"] = "0";
    headers["x-ratelimit-reset-after"] = String(seconds);
    headers["x-ratelimit-scope"] = rule.global === true ? "global" : "user";
    if (rule.global === true) headers["x-ratelimit-global"] = "true";
  }
  return { status, body: rule.body ?? body, headers: { ...headers, ...rule.headers } };
}

const reasons: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};
