import { article } from "./article/article.ts";
import { dialogue } from "./dialogue/dialogue.ts";
import type { Format } from "./format.ts";
import { markdown } from "./markdown/markdown.ts";

/** Every format there is. Of several that recognise a file the first reads it; the last takes whatever is left. */
export const formats: readonly Format[] = [dialogue, markdown, article];
