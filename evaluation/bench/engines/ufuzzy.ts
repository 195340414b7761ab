import type { Engine } from "./engine.ts";

/** https://github.com/leeoniya/uFuzzy: single-error mode, words in any order; every word must be there. MIT. */
export const uFuzzy: Engine = {
  name: "uFuzzy",
  async build(passages) {
    const { default: UFuzzy } = await import("@leeoniya/ufuzzy");
    const matcher = new UFuzzy({ intraMode: 1 });
    const texts = passages.map(({ text }) => text);
    return (text, limit) => {
      const [found, info, order] = matcher.search(texts, text, 5);
      if (!found) return [];
      if (!info || !order) return found.slice(0, limit);
      return order.slice(0, limit).map((at) => info.idx[at] ?? -1);
    };
  },
};
