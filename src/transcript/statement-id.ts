import { createHash } from "node:crypto";

/**
 * Crockford's base 32: no I, L, O or U, so an id survives being read aloud or typed from a screenshot
 * (https://www.crockford.com/base32.html).
 */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const HASH_LENGTH = 11;

/** What an id is made from: change any of it and the id no longer names the statement. */
export interface StatementIdentity {
  readonly interview: string;
  /** The statement's own words. */
  readonly words: string;
  /** The words of the statement before it: the same "Never." after another question is another quote. */
  readonly before: string;
  /** Counts statements of the same words after the same words, from 0. */
  readonly occurrence: number;
}

/**
 * A statement's id, such as `k7f3-q2mz-81xd`: 55 bits of SHA-256 over its identity and a check character.
 * It holds no position, so it stays the same when other statements or interviews come and go; and it is made
 * from the words, so it can't come to name others. Among a million statements two share an id with a
 * probability of 1.4e-5; the archive refuses the second.
 */
export function statementId(identity: StatementIdentity): string {
  const { interview, before, words, occurrence } = identity;
  const digest = createHash("sha256")
    .update(JSON.stringify([interview, before, words, occurrence]))
    .digest();
  let bits = digest.readBigUInt64BE(0);
  let hash = "";
  for (let i = 0; i < HASH_LENGTH; i += 1) {
    hash += ALPHABET[Number(bits & 31n)];
    bits >>= 5n;
  }
  return grouped(hash + checkCharacter(hash));
}

/**
 * The id someone typed, in its standard form, or null where it can't be one: wrong length or a slip that the
 * check character shows. Case, spaces and dashes don't matter; O reads as 0, I and L as 1.
 */
export function parseStatementId(typed: string): string | null {
  const plain = typed
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, "")
    .replace(/o/g, "0")
    .replace(/[il]/g, "1");
  if (plain.length !== HASH_LENGTH + 1) return null;
  if ([...plain].some((character) => !ALPHABET.includes(character))) return null;
  const hash = plain.slice(0, HASH_LENGTH);
  return checkCharacter(hash) === plain.slice(HASH_LENGTH) ? grouped(plain) : null;
}

function grouped(plain: string): string {
  return `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8)}`;
}

/**
 * Luhn's algorithm modulo 32 (ISO/IEC 7812-1, Annex B, carried over to 32 symbols): finds every single
 * mistyped character and nearly every swap of two neighbours.
 */
function checkCharacter(hash: string): string {
  let sum = 0;
  let factor = 2;
  for (let i = hash.length - 1; i >= 0; i -= 1) {
    const addend = factor * ALPHABET.indexOf(hash.charAt(i));
    sum += Math.floor(addend / ALPHABET.length) + (addend % ALPHABET.length);
    factor = factor === 2 ? 1 : 2;
  }
  return ALPHABET.charAt((ALPHABET.length - (sum % ALPHABET.length)) % ALPHABET.length);
}
