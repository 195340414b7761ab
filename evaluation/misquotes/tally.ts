import type { HonestJudgement, MisquoteJudgement } from "./judgement.ts";
import { PEERS } from "./peers.ts";

/** How many of those counted hold. */
export interface Count {
  readonly holds: number;
  readonly of: number;
}

/** How one mutation, or all of them, fared. */
export interface MisquoteFigures {
  readonly falseAccepts: Count;
  readonly verdictRight: Count;
  readonly kindRight: Count;
  readonly statementRight: Count;
  /** By peer: misquotes it accepts, of those it was asked. */
  readonly peerAccepts: readonly Count[];
}

/** How one honest damage, or all of them, fared. */
export interface HonestFigures {
  readonly falseRejects: Count;
  readonly statementRight: Count;
  readonly spellingNamed: Count;
  /** By peer: true words it doesn't accept, of those it was asked. */
  readonly peerRejects: readonly Count[];
}

class Counter implements Count {
  holds = 0;
  of = 0;

  /** Nothing is counted where nothing was to be said. */
  add(holds: boolean | null): void {
    if (holds === null) return;
    this.of += 1;
    if (holds) this.holds += 1;
  }
}

/** Counts how misquotes fared; what the peers said stays out where they weren't asked. */
export class MisquoteTally implements MisquoteFigures {
  readonly falseAccepts = new Counter();
  readonly verdictRight = new Counter();
  readonly kindRight = new Counter();
  readonly statementRight = new Counter();
  readonly peerAccepts: readonly Counter[] = PEERS.map(() => new Counter());

  add(judged: MisquoteJudgement, peersAccept: readonly boolean[] | null): void {
    this.falseAccepts.add(judged.isAccepted);
    this.verdictRight.add(judged.isVerdictRight);
    this.kindRight.add(judged.isKindRight);
    this.statementRight.add(judged.isStatementRight);
    for (const [at, counter] of this.peerAccepts.entries()) counter.add(peersAccept?.[at] ?? null);
  }
}

export class HonestTally implements HonestFigures {
  readonly falseRejects = new Counter();
  readonly statementRight = new Counter();
  readonly spellingNamed = new Counter();
  readonly peerRejects: readonly Counter[] = PEERS.map(() => new Counter());

  add(judged: HonestJudgement, peersAccept: readonly boolean[] | null): void {
    this.falseRejects.add(judged.isRejected);
    this.statementRight.add(judged.isStatementRight);
    this.spellingNamed.add(judged.isSpellingNamed);
    for (const [at, counter] of this.peerRejects.entries()) {
      const accepts = peersAccept?.[at];
      counter.add(accepts === undefined ? null : !accepts);
    }
  }
}
