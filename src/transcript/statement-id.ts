import { hash } from "node:crypto";

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
  const digest = hash("sha256", JSON.stringify([interview, before, words, occurrence]), "hex");
  return idOfBits(Number.parseInt(digest.slice(0, 8), 16), Number.parseInt(digest.slice(8, 16), 16));
}

/** The id of 55 bits: all of the lower 32, and of the upper ones the lowest 23. The lowest five come first. */
function idOfBits(upper: number, lower: number): string {
  let plain = "";
  for (let shift = 0; shift < 30; shift += 5) plain += ALPHABET.charAt((lower >>> shift) & 31);
  plain += ALPHABET.charAt((lower >>> 30) | ((upper & 7) << 2));
  for (let shift = 3; shift < 23; shift += 5) plain += ALPHABET.charAt((upper >>> shift) & 31);
  return grouped(plain + checkCharacter(plain));
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
  return checkCharacter(plain.slice(0, HASH_LENGTH)) === plain.slice(HASH_LENGTH) ? grouped(plain) : null;
}

function grouped(plain: string): string {
  return `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8)}`;
}

/**
 * Luhn's algorithm modulo 32 (ISO/IEC 7812-1, Annex B, carried over to 32 symbols): finds every single
 * mistyped character and nearly every swap of two neighbours.
 */
function checkCharacter(plain: string): string {
  let sum = 0;
  let factor = 2;
  for (let i = plain.length - 1; i >= 0; i -= 1) {
    const addend = factor * ALPHABET.indexOf(plain.charAt(i));
    sum += Math.floor(addend / ALPHABET.length) + (addend % ALPHABET.length);
    factor = factor === 2 ? 1 : 2;
  }
  return ALPHABET.charAt((ALPHABET.length - (sum % ALPHABET.length)) % ALPHABET.length);
}
