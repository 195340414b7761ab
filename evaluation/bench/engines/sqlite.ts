import { z } from "zod";
import { type Engine, wordsIn } from "./engine.ts";

const rows = z.array(z.object({ rowid: z.number() }));

interface Statement {
  run(...values: readonly unknown[]): unknown;
  all(...values: readonly unknown[]): unknown;
}

interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  transaction(run: () => void): () => void;
}

/**
 * https://www.sqlite.org/fts5.html with the Porter stemmer and its bm25(). Through better-sqlite3 (MIT), which is
 * compiled at installation and therefore no dependency: `npm install --no-save better-sqlite3` to measure it.
 */
function sqlite(name: string, contextWeight: number): Engine {
  return {
    name,
    async build(passages) {
      const packageName: string = "better-sqlite3";
      const { default: Sqlite }: { default: new (path: string) => Database } = await import(packageName);
      const database = new Sqlite(":memory:");
      database.exec("CREATE VIRTUAL TABLE passages USING fts5(text, context, tokenize = 'porter unicode61')");
      const insert = database.prepare("INSERT INTO passages(rowid, text, context) VALUES (?, ?, ?)");
      database.transaction(() => {
        passages.forEach(({ text, context }, at) => {
          insert.run(at + 1, text, contextWeight > 0 ? context : "");
        });
      })();
      const select = database.prepare(
        `SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY bm25(passages, 1, ${contextWeight}) LIMIT ?`,
      );
      return (text, limit) => {
        const words = wordsIn(text).map((word) => `"${word}"`);
        return words.length === 0
          ? []
          : rows.parse(select.all(words.join(" OR "), limit)).map(({ rowid }) => rowid - 1);
      };
    },
  };
}

export const sqliteFts5 = sqlite("SQLite FTS5", 0);
export const sqliteFts5WithContext = sqlite("SQLite FTS5, context", 0.3);
