import type { Engine } from "./engine.ts";
import { wordsIn } from "./engine.ts";

/** https://lunrjs.com/guides/searching.html: exact words boosted above those one edit away. MIT. */
export const lunr: Engine = {
  name: "Lunr",
  async build(passages) {
    const { default: Lunr } = await import("lunr");
    const index = Lunr((builder) => {
      builder.ref("id");
      builder.field("text");
      passages.forEach(({ text }, id) => {
        builder.add({ id: String(id), text });
      });
    });
    return (text, limit) =>
      index
        .query((query) => {
          const words = wordsIn(text.toLowerCase());
          query.term(words as string[], { boost: 100 });
          query.term(words as string[], { boost: 1, editDistance: 1, usePipeline: false });
        })
        .slice(0, limit)
        .map(({ ref }) => Number(ref));
  },
};
