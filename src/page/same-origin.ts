import type { IncomingMessage } from "node:http";

/** Why a request isn't answered: a status and a line for whoever sent it. */
export interface Refused {
  readonly status: 403 | 415 | 421;
  readonly why: string;
}

/**
 * Whether a request comes from our own page, or from someone who opens it; the server listens on this machine alone,
 * but any page open in the browser can reach that.
 *
 * - The host must be a name of this machine: a page whose own name was made to lead here (DNS rebinding) has another.
 * - The origin, where the browser names one, must be ours, and so must the site (Fetch Metadata); only opening the
 *   page itself by a link is let through.
 * - What does something must name its origin, and be JSON, which no form can send.
 *
 * @param port the port we listen on.
 * @returns null for one that may be answered.
 */
export function refusalOf(
  request: Pick<IncomingMessage, "method" | "headers" | "url">,
  port: number,
): Refused | null {
  const { host = "", origin } = request.headers;
  // Of the usual port of the web no browser says which it is.
  const ending = port === 80 ? "" : `:${port}`;
  if (host !== `127.0.0.1${ending}` && host !== `localhost${ending}`) {
    return { status: 421, why: `This page is at http://127.0.0.1${ending}/ and under no other name.` };
  }
  if (origin !== undefined && origin !== `http://${host}`) {
    return { status: 403, why: "Another page can’t use this one." };
  }
  const site = request.headers["sec-fetch-site"];
  const opensPage =
    request.method === "GET" && request.url === "/" && request.headers["sec-fetch-mode"] === "navigate";
  if (site !== undefined && site !== "same-origin" && site !== "none" && !opensPage) {
    return { status: 403, why: "Another page can’t use this one." };
  }
  if (request.method !== "POST") return null;
  if (origin === undefined) return { status: 403, why: "Name the origin: only the page itself can do this." };
  if (!/^application\/json(?:;|$)/u.test(request.headers["content-type"] ?? "")) {
    return { status: 415, why: "Only application/json is read here." };
  }
  return null;
}
