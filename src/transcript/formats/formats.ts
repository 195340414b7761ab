import { article } from "./article/article.ts";
import type { Format } from "./format.ts";
import { html } from "./html/html.ts";

/** Every format there is. Of several that recognise a file the first reads it; the last takes whatever is left. */
export const formats: readonly Format[] = [html, article];
