import type { Span } from "../../source-text.ts";
import type { CaptionLine, Piece, TaggedVoice } from "./caption.ts";

/** Makes a caption's lines of what a tokeniser finds in its text, from the front to the end. */
export class LineAssembler {
  readonly #file: string;
  readonly #markup: Span[];
  #lines: CaptionLine[] = [];
  #text = "";
  /** Where the text stands while it is one slice of the file; `#pieces` is empty then. */
  #from = 0;
  #to = 0;
  #pieces: Piece[] = [];
  #voice: TaggedVoice | null = null;
  /** True while no line has the voice yet. */
  #isNew = false;
  /** True once the line has words. */
  #hasWords = false;

  /**
   * @param file the file's text.
   * @param markup takes the places of all tags.
   */
  constructor(file: string, markup: Span[]) {
    this.#file = file;
    this.#markup = markup;
  }

  /** From here on what is found belongs to these lines, and to no voice yet. */
  begin(lines: CaptionLine[]): void {
    this.#lines = lines;
    this.#voice = null;
    this.#isNew = false;
    this.#hasWords = false;
  }

  /** Words that stand in the file as they are read. */
  words(from: number, to: number): void {
    if (from === to) return;
    if (this.#text === "" && this.#pieces.length === 0) {
      // Most lines are one slice of the file.
      this.#from = from;
      this.#to = to;
      this.#text = this.#file.slice(from, to);
      return;
    }
    this.#beginPieces();
    this.#pieces.push({ at: this.#text.length, from, to, copied: true });
    this.#text += this.#file.slice(from, to);
  }

  /** A character reference, and what it stands for. */
  decoded(from: number, to: number, text: string): void {
    this.#beginPieces();
    this.#pieces.push({ at: this.#text.length, from, to, copied: false });
    this.#text += text;
  }

  /** Mark-up that stands for no words. */
  tag(from: number, to: number): void {
    this.#markup.push({ start: from, end: to });
  }

  /** Who speaks from here on; null when no tag says so any more. */
  voice(voice: TaggedVoice | null): void {
    this.#endVoice();
    this.#voice = voice;
    this.#isNew = voice?.tag != null;
  }

  lineBreak(): void {
    this.#close();
    this.#hasWords = false;
  }

  /** Nothing more belongs to these lines. */
  finish(): void {
    this.#endVoice();
  }

  /** A voice that says nothing has an empty line, so that its tag isn't lost. */
  #endVoice(): void {
    this.#close();
    if (this.#isNew && this.#voice?.tag) this.#add("", this.#voice.tag.end, null);
  }

  #beginPieces(): void {
    if (this.#text === "" || this.#pieces.length > 0) return;
    this.#pieces.push({ at: 0, from: this.#from, to: this.#to, copied: true });
  }

  #close(): void {
    if (this.#text === "") return;
    const [first] = this.#pieces;
    this.#add(this.#text, first?.from ?? this.#from, first ? this.#pieces : null);
    this.#text = "";
    if (first) this.#pieces = [];
  }

  #add(text: string, from: number, pieces: readonly Piece[] | null): void {
    this.#isNew = false;
    this.#lines.push({ text, from, pieces, voice: this.#voice, sameLine: this.#hasWords, newFrom: 0 });
    this.#hasWords = true;
  }
}
