import { type FSWatcher, watch } from "node:fs";

/**
 * Tells when something in a folder may have changed. It is a hint that comes early, not one to rely on: network
 * folders tell nothing of what others write, links lead elsewhere, and a folder made anew is another one. Whoever
 * listens must look now and then unasked.
 */
export class FolderNudges {
  readonly #folder: string;
  readonly #nudge: () => void;
  #watcher: FSWatcher | null = null;
  #identity: string | null = null;

  constructor(folder: string, nudge: () => void) {
    this.#folder = folder;
    this.#nudge = nudge;
  }

  /** Listens to the folder that is there now. Does nothing where it does already, and can't where the system won't. */
  listen(identity: string): void {
    if (identity === this.#identity) return;
    this.close();
    this.#identity = identity;
    try {
      // The process may end although somebody listens.
      this.#watcher = watch(this.#folder, { persistent: false }, this.#nudge);
      this.#watcher.on("error", () => this.close());
    } catch {
      // Too many are watched on this machine, or the file system can't: looking now and then must do.
    }
  }

  close(): void {
    this.#watcher?.close();
    this.#watcher = null;
    this.#identity = null;
  }
}
