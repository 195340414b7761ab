import { article } from "./article/article.ts";
import type { Format } from "./format.ts";
import { html } from "./html/html.ts";
import { assemblyAiJson } from "./json/assemblyai.ts";
import { deepgramJson } from "./json/deepgram.ts";
import { podcastingJson } from "./json/podcasting.ts";
import { revAiJson } from "./json/rev-ai.ts";
import { whisperJson, whisperXJson } from "./json/whisper.ts";
import { whisperCppJson } from "./json/whisper-cpp.ts";
import { subrip } from "./subrip/subrip.ts";
import { webvtt } from "./webvtt/webvtt.ts";

/** Every format there is. Of several that recognise a file the first reads it; the last takes whatever is left. */
export const formats: readonly Format[] = [
  webvtt,
  subrip,
  podcastingJson,
  revAiJson,
  assemblyAiJson,
  deepgramJson,
  whisperCppJson,
  whisperXJson,
  whisperJson,
  html,
  article,
];
