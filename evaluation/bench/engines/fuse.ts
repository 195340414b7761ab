import type { Engine } from "./engine.ts";

/** https://fusejs.io/api/options.html: `ignoreLocation` for texts longer than a title. Apache-2.0. */
export const fuse: Engine = {
  name: "Fuse.js",
  async build(passages) {
    const { default: Fuse } = await import("fuse.js");
    const index = new Fuse(passages, { keys: ["text"], ignoreLocation: true });
    return (text, limit) => index.search(text, { limit }).map(({ refIndex }) => refIndex);
  },
};

/** https://fusejs.io/token-search: words matched each for itself, weighed by their rarity. */
export const fuseTokens: Engine = {
  name: "Fuse.js, token search",
  async build(passages) {
    const { default: Fuse } = await import("fuse.js");
    const index = new Fuse(passages, { keys: ["text"], ignoreLocation: true, useTokenSearch: true });
    return (text, limit) => index.search(text, { limit }).map(({ refIndex }) => refIndex);
  },
};
