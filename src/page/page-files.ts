import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";

/** A file of the page, as it is sent. */
export interface PageFile {
  readonly type: string;
  readonly body: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/**
 * The files of the page by the path they are asked for under, read once: nothing else on the disk can be asked for.
 * Markup and style stand among the sources, the modules where the compiler puts them.
 * @throws Error when the modules aren't built.
 */
export function readPageFiles(): ReadonlyMap<string, PageFile> {
  const root = projectFolder();
  const files = new Map<string, PageFile>();
  addFolder(files, join(root, "src", "page", "client"), "");
  addFolder(files, join(root, "dist", "src", "page", "client"), "");
  const page = files.get("/index.html");
  if (!page || !files.has("/main.js")) {
    throw new Error("the page isn’t built: run npm run build");
  }
  files.set("/", page);
  return files;
}

function addFolder(files: Map<string, PageFile>, folder: string, under: string): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const type = TYPES[extname(entry.name)];
    if (entry.isDirectory()) addFolder(files, path, `${under}/${entry.name}`);
    else if (type) files.set(`${under}/${entry.name}`, { type, body: readFileSync(path) });
  }
}

/** Where package.json is: above this file, in the sources as in dist/. */
function projectFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "package.json"))) {
    const above = dirname(folder);
    if (above === folder) throw new Error("the project’s folder can’t be found");
    folder = above;
  }
  return folder;
}
