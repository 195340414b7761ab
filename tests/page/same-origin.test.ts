import { describe, expect, it } from "vitest";
import { refusalOf } from "../../src/page/same-origin.ts";

const host = "127.0.0.1:4850";
const origin = "http://127.0.0.1:4850";
const json = { "content-type": "application/json" };

describe("a request", () => {
  it.each([
    ["to open the page", "GET", "/", { host }],
    [
      "to open it from a link elsewhere",
      "GET",
      "/",
      { host, "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" },
    ],
    ["to open it by hand", "GET", "/", { host, "sec-fetch-site": "none", "sec-fetch-mode": "navigate" }],
    ["under the machine's other name", "GET", "/", { host: "localhost:4850" }],
    ["of the page", "GET", "/events", { host, "sec-fetch-site": "same-origin" }],
    [
      "of the page that does something",
      "POST",
      "/act",
      { host, origin, ...json, "sec-fetch-site": "same-origin" },
    ],
    [
      "of the page under the other name",
      "POST",
      "/act",
      { host: "localhost:4850", origin: "http://localhost:4850", ...json },
    ],
  ])("%s is answered", (_what, method, url, headers) => {
    expect(refusalOf({ method, url, headers }, 4850)).toBeNull();
  });

  it.each([
    ["by a name that was made to lead here", "GET", "/", { host: "evil.example:4850" }, 421],
    ["by our address without the port", "GET", "/", { host: "127.0.0.1" }, 421],
    ["by another address of this machine", "GET", "/", { host: "0.0.0.0:4850" }, 421],
    ["without a host", "GET", "/", {}, 421],
    ["of another origin", "GET", "/events", { host, origin: "https://evil.example" }, 403],
    ["of no origin, as from a sandboxed frame", "POST", "/act", { host, origin: "null", ...json }, 403],
    [
      "of our origin under the other name",
      "POST",
      "/act",
      { host, origin: "http://localhost:4850", ...json },
      403,
    ],
    ["of another port", "POST", "/act", { host, origin: "http://127.0.0.1:3000", ...json }, 403],
    [
      "of another site that names no origin",
      "GET",
      "/page.css",
      { host, "sec-fetch-site": "cross-site" },
      403,
    ],
    [
      "to navigate elsewhere than to the page",
      "GET",
      "/events",
      { host, "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" },
      403,
    ],
    ["to do something without an origin", "POST", "/act", { host, ...json }, 403],
    ["to do something by a form", "POST", "/act", { host, origin, "content-type": "text/plain" }, 415],
    ["to do something without a type", "POST", "/act", { host, origin }, 415],
  ])("%s isn't", (_what, method, url, headers, status) => {
    expect(refusalOf({ method, url, headers }, 4850)).toMatchObject({ status });
  });

  it("at the usual port of the web names none, as browsers do", () => {
    const ours = { host: "127.0.0.1", origin: "http://127.0.0.1", ...json };
    expect(refusalOf({ method: "POST", url: "/act", headers: ours }, 80)).toBeNull();
    const other = { ...ours, origin: "http://127.0.0.1:4850" };
    expect(refusalOf({ method: "POST", url: "/act", headers: other }, 80)).toMatchObject({ status: 403 });
    const evil = { host: "evil.example" };
    expect(refusalOf({ method: "GET", url: "/", headers: evil }, 80)).toMatchObject({ status: 421 });
  });
});
