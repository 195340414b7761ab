import type { Act, Inspection, Outcome, PageEvents } from "../wire.ts";

const NOT_RUNNING = "The bot isn’t running: start it again with npm start.";

/** What happens on the server, as it happens. */
export type Listeners = { readonly [K in keyof PageEvents]: (data: PageEvents[K]) => void } & {
  /** Whether the server is there; told when that changes. */
  readonly connected: (isConnected: boolean) => void;
};

/** Follows what one person is told. The browser connects anew by itself when the server was away. @returns the end of it. */
export function follow(user: string, listeners: Listeners): () => void {
  const source = new EventSource(`/events?user=${encodeURIComponent(user)}`);
  for (const event of ["snapshot", "message", "deleted", "commands"] as const) {
    source.addEventListener(event, ({ data }: MessageEvent<string>) => {
      const listener = listeners[event] as (data: unknown) => void;
      listener(JSON.parse(data));
    });
  }
  source.addEventListener("open", () => listeners.connected(true));
  source.addEventListener("error", () => listeners.connected(false));
  return () => source.close();
}

/** Does something as a person; never rejects. */
export async function carryOut(act: Act): Promise<Outcome> {
  try {
    const response = await fetch("/act", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(act),
    });
    return (await response.json()) as Outcome;
  } catch {
    return { error: NOT_RUNNING };
  }
}

/** How a message came to be, and its receipts; why not, where that can't be said. Never rejects. */
export async function inspect(
  user: string,
  message: string,
): Promise<Inspection | { readonly error: string }> {
  const query = new URLSearchParams({ user, message });
  try {
    const response = await fetch(`/inspection?${query}`);
    return (await response.json()) as Inspection | { readonly error: string };
  } catch {
    return { error: NOT_RUNNING };
  }
}
