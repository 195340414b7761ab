/** A part of a weighed sum: its value times its weight is its share. */
export interface Share<Name extends string> {
  readonly name: Name;
  readonly value: number;
  readonly weight: number;
  readonly share: number;
}

/** Told of every part while a sum is added up. */
export type SeeShare<Name extends string> = (share: Share<Name>) => void;

/** Value × weight. Whoever wants the sum explained sees what it is made of; nothing is made for anybody else. */
export function weigh<Name extends string>(
  name: Name,
  value: number,
  weight: number,
  see?: SeeShare<Name>,
): number {
  const share = weight * value;
  see?.({ name, value, weight, share });
  return share;
}

/** What a sum is made of, what moves it most first. */
export function sharesOf<Name extends string>(addUp: (see: SeeShare<Name>) => void): readonly Share<Name>[] {
  const shares: Share<Name>[] = [];
  addUp((share) => shares.push(share));
  return shares.sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
}
