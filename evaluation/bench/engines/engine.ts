/** What an engine indexes: a statement's words, and those around it for engines that take a second field. */
export interface Passage {
  readonly text: string;
  readonly context: string;
}

/** A search library at the settings its own documentation advises. */
export interface Engine {
  readonly name: string;
  /** Indexes passages; the search returns their positions, best first. */
  build(passages: readonly Passage[]): Promise<Search>;
}

export type Search = (text: string, limit: number) => readonly number[] | Promise<readonly number[]>;

/** Words as written, for engines whose query language needs them apart. */
export function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
