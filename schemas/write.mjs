/** Writes schemas/interview.schema.json from the schema that the program checks a yaml by: `npm run schema`. */
import { writeFileSync } from "node:fs";
import { sidecarJsonSchema } from "../dist/src/transcript/sidecar/sidecar-json-schema.js";

const path = new URL("interview.schema.json", import.meta.url);
writeFileSync(path, `${JSON.stringify(sidecarJsonSchema(), null, 2)}\n`);
