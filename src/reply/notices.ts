import type { Block, Reply } from "./reply.ts";

/** A reply in our own words only. */
export function notice(blocks: readonly Block[], outcome: Reply["record"]["outcome"], asked = ""): Reply {
  return {
    blocks: asked === "" ? blocks : [{ block: "asked", text: asked }, ...blocks],
    actions: [],
    menu: null,
    carried: { asked, matches: [] },
    view: null,
    quiet: outcome === "unusable",
    record: { outcome, confidence: 0, results: [] },
  };
}

/** Something about the request itself doesn't work: what, and what to do. Only the asker sees it. */
export function refusal(what: string, advice: string): Reply {
  return notice(
    [
      { block: "heading", text: what },
      { block: "note", text: advice },
    ],
    "unusable",
  );
}

export function goneReply(): Reply {
  return refusal(
    "This quote has changed or gone",
    "The source no longer has these words in this place, so nothing is shown for them. Search for them with /quote.",
  );
}
