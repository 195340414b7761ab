import { type FolderListing, listFolder } from "./list-folder.ts";
import type { ReadFolder } from "./transcript-folder.ts";

/** A file counts as written once it has stayed as it is for so long; milliseconds. */
const STILL = 500;
/** The same where it has changed more than once already: whoever writes it, writes in pieces. */
const STILL_IN_PIECES = 900;
/** A folder without any transcript is being filled anew, more likely than not. */
const STILL_EMPTY = 1200;
/** What is done with may wait so long for what isn't, so that what belongs together is read together. */
const MOST_WAIT = 600;
/** What changes for so long without a rest is worth a word. */
const EVER = 15_000;
/** The file system's clock may tick so slowly that two versions have one stamp. Milliseconds. */
const COARSEST_TICK = 3000;

/** What a look at the folder has shown. */
export interface Look {
  readonly listing: FolderListing;
  /** All names that count now, in order: what is still being written counts as it was. */
  readonly names: readonly string[];
  /** The files to read again; they are done being written. Null where there is nothing to do yet. */
  readonly again: ReadonlySet<string> | null;
  /** Whether something changes just now: then one should look again soon. */
  readonly restless: boolean;
  /** Files that have been changing for so long that somebody should know why they aren't read. */
  readonly neverStill: readonly string[];
}

interface Change {
  /** Null: it isn't there. */
  readonly stamp: string | null;
  /** When it was first seen so; milliseconds of the monotonic clock. */
  readonly since: number;
  /** How often it was seen to change before, and since when. */
  readonly times: number;
  readonly first: number;
}

/**
 * Compares a folder with what was read of it, and waits for what changes to be done: a file that is written in pieces,
 * or taken away and put back under its name, as many editors do, is looked at until it stays as it is.
 */
export class FolderLooks {
  readonly #folder: string;
  readonly #changes = new Map<string, Change>();
  /** By name, the stamps that were read twice, far enough apart to be trusted. */
  readonly #assured = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * @param read what was read last.
   * @throws DiagnosticError when the folder can't be read.
   */
  async look(read: ReadFolder): Promise<Look> {
    const listing = await listFolder(this.#folder);
    const now = performance.now();
    const listed = new Set(listing.names);
    const known = new Set(read.names);
    const stillness = this.#stillness(listing, read);
    const again = new Set<string>();
    const waiting = new Set<string>();
    let longest = 0;
    for (const name of new Set([...listed, ...known])) {
      const there = listed.has(name) ? (listing.files.get(name)?.stamp ?? "") : null;
      const before = known.has(name) ? (read.reads.get(name)?.stamp ?? "") : null;
      if (there === before) {
        this.#changes.delete(name);
        if (there && this.#isDoubtful(name, there, read)) again.add(name);
        continue;
      }
      const change = this.#note(name, there, now);
      const still = now - change.since;
      if (still >= (change.times > 0 ? Math.max(STILL_IN_PIECES, stillness) : stillness)) {
        again.add(name);
        longest = Math.max(longest, still - stillness);
      } else {
        waiting.add(name);
      }
    }
    const isTime = again.size > 0 && (waiting.size === 0 || longest >= MOST_WAIT);
    const counts = (name: string) => (waiting.has(name) ? known : listed).has(name);
    return {
      listing,
      names: [...new Set([...listed, ...known])].filter(counts).sort(),
      again: isTime ? again : null,
      restless: waiting.size > 0 || (again.size > 0 && !isTime),
      neverStill: [...waiting].filter((name) => now - (this.#changes.get(name)?.first ?? now) > EVER),
    };
  }

  /** To be told once what a look has shown is read. */
  done(again: ReadonlySet<string>): void {
    for (const name of again) this.#changes.delete(name);
  }

  #note(name: string, stamp: string | null, now: number): Change {
    const before = this.#changes.get(name);
    if (before?.stamp === stamp) return before;
    // Taken away to be put back is one change, not two.
    const times = before && before.stamp !== null ? before.times + 1 : (before?.times ?? 0);
    const change = { stamp, since: now, times, first: before?.first ?? now };
    this.#changes.set(name, change);
    return change;
  }

  #stillness({ files }: FolderListing, read: ReadFolder): number {
    return files.size === 0 && read.files.size > 0 ? STILL_EMPTY : STILL;
  }

  /** A file read right after it changed may have changed once more within the same tick: it is read once again. */
  #isDoubtful(name: string, stamp: string, { reads }: ReadFolder): boolean {
    const read = reads.get(name);
    if (!read || this.#assured.get(name) === stamp) return false;
    const isYoung = read.at - read.changed < COARSEST_TICK;
    if (isYoung && Date.now() - read.at < COARSEST_TICK) return false;
    this.#assured.set(name, stamp);
    return isYoung;
  }
}
