import { article } from "./article/article.ts";
import type { Format } from "./format.ts";
import { assemblyAiJson } from "./json/assemblyai.ts";
import { deepgramJson } from "./json/deepgram.ts";
import { podcastingJson } from "./json/podcasting.ts";
import { revAiJson } from "./json/rev-ai.ts";
import { whisperJson, whisperXJson } from "./json/whisper.ts";
import { whisperCppJson } from "./json/whisper-cpp.ts";

/** Every format there is. Of several that recognise a file the first reads it; the last takes whatever is left. */
export const formats: readonly Format[] = [
  podcastingJson,
  revAiJson,
  assemblyAiJson,
  deepgramJson,
  whisperCppJson,
  whisperXJson,
  whisperJson,
  article,
];
