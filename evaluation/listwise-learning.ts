import { dot } from "../src/search/dot-product.ts";

/** A question's candidates. */
export interface Group {
  /** Features of each. */
  readonly candidates: readonly Float64Array[];
  /** Which of them answer. */
  readonly right: readonly boolean[];
  /** How much it counts beside others. */
  readonly weight: number;
}

const STEPS = 300;
const RATE = 0.1;
const DECAY_FIRST = 0.9;
const DECAY_SECOND = 0.999;
/** Weights are kept small, most of all where the data say little. */
const RIDGE = 2e-4;

/**
 * Weights of a linear ranking: the likelihood that a right candidate is drawn when the odds are the exponentials of
 * the scores (ListNet's top-one probability, Cao et al. 2007) is raised by gradient ascent (Adam, Kingma & Ba 2015).
 * Groups without a right candidate teach nothing. Deterministic.
 */
export function learnWeights(groups: readonly Group[], size: number): Float64Array {
  const useful = groups.filter(({ right }) => right.includes(true) && right.includes(false));
  const total = useful.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const gradient = new Float64Array(size);
  for (let step = 1; step <= STEPS; step += 1) {
    gradient.fill(0);
    for (const group of useful) addGradient(gradient, group, weights);
    const rate = RATE * (1 - (step - 1) / STEPS);
    for (let at = 0; at < size; at += 1) {
      const slope = (gradient[at] ?? 0) / total - RIDGE * (weights[at] ?? 0);
      first[at] = DECAY_FIRST * (first[at] ?? 0) + (1 - DECAY_FIRST) * slope;
      second[at] = DECAY_SECOND * (second[at] ?? 0) + (1 - DECAY_SECOND) * slope * slope;
      const mean = (first[at] ?? 0) / (1 - DECAY_FIRST ** step);
      const spread = Math.sqrt((second[at] ?? 0) / (1 - DECAY_SECOND ** step));
      weights[at] = (weights[at] ?? 0) + (rate * mean) / (spread + 1e-8);
    }
  }
  return weights;
}

function addGradient(gradient: Float64Array, group: Group, weights: Float64Array): void {
  const { candidates, right } = group;
  const odds = candidates.map((values) => dot(values, weights));
  const highest = Math.max(...odds);
  let all = 0;
  let rightOnes = 0;
  for (const [at, score] of odds.entries()) {
    const odd = Math.exp(score - highest);
    odds[at] = odd;
    all += odd;
    if (right[at]) rightOnes += odd;
  }
  // So far behind that no odds are left: the others' pull is all there is.
  if (rightOnes === 0) rightOnes = Number.MIN_VALUE;
  for (const [at, values] of candidates.entries()) {
    const odd = odds[at] ?? 0;
    const pull = group.weight * ((right[at] ? odd / rightOnes : 0) - odd / all);
    for (let feature = 0; feature < gradient.length; feature += 1)
      gradient[feature] = (gradient[feature] ?? 0) + pull * (values[feature] ?? 0);
  }
}
