import { type OpenedDesk, reopenDesk } from "./open-desk.ts";
import { type ReloadNote, reloadNotes } from "./reload-notes.ts";
import { DiagnosticError, formatDiagnostic } from "./transcript/diagnostic.ts";
import { FolderLooks } from "./transcript/folder/folder-looks.ts";
import { FolderNudges } from "./transcript/folder/folder-nudges.ts";
import { readAgain } from "./transcript/folder/transcript-folder.ts";

/** How soon one looks after a hint, and again while something is being written; milliseconds. */
const SOON = 100;
/** How often one looks unasked, and that looking may take a twentieth of the time, as long as that isn't too seldom. */
const UNASKED = 1000;
const LEISURE = 20;
const MOST_UNASKED = 10_000;
/** After a fault of the program, which will most likely come again. */
const AFTER_FAULT = 10_000;

/**
 * The desk of a folder that may change: whoever asks for the current one gets the latest that was read whole, and may
 * go on with it whatever comes after. A transcript that can't be read any more is served as it last could.
 */
export class LiveDesk {
  readonly #folder: string;
  readonly #note: (note: ReloadNote) => void;
  readonly #looks: FolderLooks;
  readonly #nudges: FolderNudges;
  #current: OpenedDesk;
  #timer: NodeJS.Timeout | null = null;
  /** When the timer is due, by the monotonic clock. */
  #due = Number.POSITIVE_INFINITY;
  #looking = false;
  #nudged = false;
  #closed = false;
  /** Why the folder can't be read just now. */
  #trouble: string | null = null;
  /** Files of which it was told that they never come to rest. */
  #restlessFiles: ReadonlySet<string> = new Set();

  /** @param note told of everything that comes of a change, in short lines for whoever runs this. */
  constructor(folder: string, opened: OpenedDesk, note: (note: ReloadNote) => void) {
    this.#folder = folder;
    this.#current = opened;
    this.#note = note;
    this.#looks = new FolderLooks(folder);
    this.#nudges = new FolderNudges(folder, () => this.#onNudge());
    this.#wait(0);
  }

  /** To be asked once for each answer, so that an answer is made from one desk and its own evidence. */
  get current(): OpenedDesk {
    return this.#current;
  }

  /** Looks no more. The current desk stays. */
  close(): void {
    this.#closed = true;
    this.#nudges.close();
    if (this.#timer) clearTimeout(this.#timer);
  }

  #onNudge(): void {
    this.#nudged = true;
    // Hints may come thick and fast: they hasten a look, and never put it off.
    if (!this.#looking && performance.now() + SOON < this.#due) this.#wait(SOON);
  }

  #wait(ms: number): void {
    if (this.#closed) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#due = performance.now() + ms;
    // The process may end although somebody looks.
    this.#timer = setTimeout(() => void this.#look(), ms).unref();
  }

  /** Never rejects: whatever goes wrong is told, and one looks again. */
  async #look(): Promise<void> {
    this.#looking = true;
    this.#nudged = false;
    let next = UNASKED;
    try {
      next = await this.#takeUp();
      if (this.#trouble !== null) {
        this.#trouble = null;
        this.#tell({ level: "info", message: "The folder of transcripts can be read again." });
      }
    } catch (error) {
      if (!(error instanceof DiagnosticError)) next = AFTER_FAULT;
      this.#troubled(error);
    }
    this.#looking = false;
    this.#wait(this.#nudged ? SOON : next);
  }

  /** Looks once and takes up what has changed. Returns when to look next. */
  async #takeUp(): Promise<number> {
    const before = this.#current;
    const begun = performance.now();
    const { listing, names, again, restless, neverStill } = await this.#looks.look(before.made.folder);
    const unasked = Math.min(MOST_UNASKED, Math.max(UNASKED, LEISURE * (performance.now() - begun)));
    if (this.#closed) return unasked;
    this.#nudges.listen(listing.identity);
    this.#noteRestless(neverStill);
    if (!again) return restless ? SOON : unasked;
    const folder = await readAgain(this.#folder, before.made.folder, { listing, names, again });
    this.#looks.done(again);
    const opened = await reopenDesk(before, folder);
    if (this.#closed) return unasked;
    this.#current = opened;
    for (const note of reloadNotes(before, opened)) this.#tell(note);
    return SOON;
  }

  #noteRestless(files: readonly string[]): void {
    for (const file of files) {
      if (this.#restlessFiles.has(file)) continue;
      const message = "the file changes all the time; it is read once it comes to rest.";
      const advice = "Check what writes to it.";
      this.#tell({
        level: "warn",
        message: formatDiagnostic({ severity: "warning", file, message, advice }),
      });
    }
    this.#restlessFiles = new Set(files);
  }

  #troubled(error: unknown): void {
    const isExpected = error instanceof DiagnosticError;
    const trouble = isExpected ? error.diagnostics.map(formatDiagnostic).join("\n") : String(error);
    if (trouble === this.#trouble) return;
    this.#trouble = trouble;
    const count = this.#current.desk.archive.interviews.length;
    const served = `What was read before is served on: ${count} ${count === 1 ? "interview" : "interviews"}.`;
    const what = isExpected ? trouble : `the changed transcripts could not be taken up (${trouble}).`;
    this.#tell({ level: "error", message: `${what} ${served}` });
  }

  /** Whoever listens must not end the looking. */
  #tell(note: ReloadNote): void {
    try {
      this.#note(note);
    } catch {
      // Nobody is left to be told: the terminal is gone.
    }
  }
}
