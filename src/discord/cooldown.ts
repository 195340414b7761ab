/** How many requests someone may make at once, and how fast more become possible. */
export interface CooldownRate {
  readonly burst: number;
  /** Requests a second. */
  readonly refill: number;
}

/** Room for people who browse quickly; a script that floods is held to one request a second. */
export const DEFAULT_RATE: CooldownRate = { burst: 20, refill: 1 };

/**
 * A token bucket for each user (https://en.wikipedia.org/wiki/Token_bucket). Only ids and numbers are kept, and
 * those of full buckets are dropped.
 */
export class Cooldown {
  readonly #rate: CooldownRate;
  readonly #now: () => number;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  /** @param now the time in milliseconds; must not run backwards. */
  constructor(rate: CooldownRate = DEFAULT_RATE, now: () => number = () => performance.now()) {
    this.#rate = rate;
    this.#now = now;
  }

  /** Takes one request. @returns 0 when it may go ahead, else the whole seconds to wait. */
  take(user: string): number {
    const { burst, refill } = this.#rate;
    const now = this.#now();
    const bucket = this.#buckets.get(user) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * refill);
    if (tokens < 1) {
      this.#buckets.set(user, { tokens, at: now });
      return Math.ceil((1 - tokens) / refill);
    }
    this.#buckets.set(user, { tokens: tokens - 1, at: now });
    if (this.#buckets.size > MOST_REMEMBERED) this.#forgetFull(now);
    return 0;
  }

  #forgetFull(now: number): void {
    for (const [user, { tokens, at }] of this.#buckets) {
      if (tokens + ((now - at) / 1000) * this.#rate.refill >= this.#rate.burst) this.#buckets.delete(user);
    }
  }
}

const MOST_REMEMBERED = 10_000;
