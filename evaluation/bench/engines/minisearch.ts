import type { Engine } from "./engine.ts";

/** https://lucaong.github.io/minisearch/: prefix search and `fuzzy: 0.2`, as its documentation shows. MIT. */
export const miniSearch: Engine = {
  name: "MiniSearch",
  async build(passages) {
    const { default: MiniSearch } = await import("minisearch");
    const index = new MiniSearch({ fields: ["text"], searchOptions: { prefix: true, fuzzy: 0.2 } });
    index.addAll(passages.map(({ text }, id) => ({ id, text })));
    return (text, limit) =>
      index
        .search(text)
        .slice(0, limit)
        .map(({ id }) => Number(id));
  },
};

/** With the statements around as a second field, its own words boosted. */
export const miniSearchWithContext: Engine = {
  name: "MiniSearch, context",
  async build(passages) {
    const { default: MiniSearch } = await import("minisearch");
    const index = new MiniSearch({
      fields: ["text", "context"],
      searchOptions: { prefix: true, fuzzy: 0.2, boost: { text: 3 } },
    });
    index.addAll(passages.map(({ text, context }, id) => ({ id, text, context })));
    return (text, limit) =>
      index
        .search(text)
        .slice(0, limit)
        .map(({ id }) => Number(id));
  },
};
