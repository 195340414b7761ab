import type { Cast } from "../../cast.ts";
import type { SourceText } from "../../source-text.ts";
import type { Format, FoundTranscript } from "../format.ts";
import type { Scanner } from "./passage.ts";
import { utterancesOf } from "./utterances.ts";

/** A format whose files say by labels who speaks, made from what scans them. */
export function labelledFormat(
  about: Pick<Format, "name" | "key" | "extensions" | "recognises">,
  scan: Scanner,
): Format {
  return { ...about, read: (file, cast) => readLabelled(file, scan, cast) };
}

function readLabelled(file: SourceText, scan: Scanner, cast: Cast): FoundTranscript {
  const { reading, passages, labels, diagnostics } = scan(file);
  const source = reading ? file.readAs(reading) : file;
  return { source, utterances: utterancesOf(passages, source, cast), diagnostics, labels };
}
