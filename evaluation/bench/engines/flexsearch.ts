import type { Engine } from "./engine.ts";

/** https://github.com/nextapps-de/flexsearch: `suggest` returns what holds some of the words. Apache-2.0. */
function flexSearch(name: string, tokenize: "strict" | "tolerant"): Engine {
  return {
    name,
    async build(passages) {
      const { default: FlexSearch } = await import("flexsearch");
      const index = new FlexSearch.Index({ tokenize });
      passages.forEach(({ text }, id) => {
        index.add(id, text);
      });
      return (text, limit) => (index.search(text, { limit, suggest: true }) as readonly number[]).map(Number);
    },
  };
}

export const flexSearchStrict = flexSearch("FlexSearch, strict", "strict");
export const flexSearchTolerant = flexSearch("FlexSearch, tolerant", "tolerant");
