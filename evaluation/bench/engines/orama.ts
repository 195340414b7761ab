import type { Engine } from "./engine.ts";

/** https://docs.orama.com/docs/orama-js/search: full text with a tolerance of one edit. Apache-2.0. */
export const orama: Engine = {
  name: "Orama",
  async build(passages) {
    const { create, insertMultiple, search } = await import("@orama/orama");
    const database = create({ schema: { text: "string" } as const });
    await insertMultiple(
      database,
      passages.map(({ text }, at) => ({ id: String(at), text })),
      1000,
    );
    return async (term, limit) => {
      const { hits } = await search(database, { term, limit, tolerance: 1 });
      return hits.map(({ id }) => Number(id));
    };
  },
};
