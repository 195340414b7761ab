/**
 * Goes through a file's text line by line; "\r\n", "\n" and "\r" each end a line. One object is moved along, so that
 * a million lines take no memory.
 */
export class FileLines {
  readonly #text: string;
  /** Where the line begins and ends, its line break left out. */
  start = 0;
  end = 0;
  #next = 0;
  #arrow = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** Moves to the next line; false when there is none. */
  advance(): boolean {
    const text = this.#text;
    if (this.#next > text.length) return false;
    let at = this.#next;
    while (at < text.length) {
      const unit = text.charCodeAt(at);
      if (unit === 0x0a || unit === 0x0d) break;
      at += 1;
    }
    this.start = this.#next;
    this.end = at;
    const isPair = text.charCodeAt(at) === 0x0d && text.charCodeAt(at + 1) === 0x0a;
    this.#next = at >= text.length ? text.length + 1 : at + (isPair ? 2 : 1);
    return true;
  }

  /** True when the line has the arrow that stands between two times. */
  get hasArrow(): boolean {
    // Looked for once from arrow to arrow, not once a line.
    if (this.#arrow < this.start) {
      const found = this.#text.indexOf("-->", this.start);
      this.#arrow = found < 0 ? this.#text.length : found;
    }
    return this.#arrow < this.end;
  }
}
