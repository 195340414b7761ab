import { article } from "./article/article.ts";
import type { Format } from "./format.ts";
import { subrip } from "./subrip/subrip.ts";
import { webvtt } from "./webvtt/webvtt.ts";

/** Every format there is. Of several that recognise a file the first reads it; the last takes whatever is left. */
export const formats: readonly Format[] = [webvtt, subrip, article];
