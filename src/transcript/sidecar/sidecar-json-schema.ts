import { z } from "zod";
import { sidecarSchema } from "./sidecar-schema.ts";

/**
 * The JSON Schema of an interview's yaml, by which editors complete and check it. Draft 7 is the one they all know.
 * It lets through everything the yaml may hold, and some of what it may not: which names are taken, for instance,
 * can't be said in it.
 */
export function sidecarJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(sidecarSchema, { io: "input", target: "draft-7" });
  return {
    $schema,
    title: "An interview of On the Record",
    description: "What the yaml beside a transcript says about it. Every setting may be left out.",
    ...rest,
  };
}
