export interface Sample {
  readonly values: Float64Array;
  readonly isPositive: boolean;
  readonly weight: number;
}

export interface Logistic {
  readonly bias: number;
  readonly weights: Float64Array;
}

const STEPS = 600;
const RATE = 0.03;
const RIDGE = 1e-3;

/**
 * Logistic regression by gradient descent (Adam), each weight kept to the sign it is given: 1 for at least 0, -1 for
 * at most 0. Deterministic.
 */
export function learnLogistic(samples: readonly Sample[], signs: readonly number[]): Logistic {
  const size = signs.length;
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  const parameters = new Float64Array(size + 1);
  const first = new Float64Array(size + 1);
  const second = new Float64Array(size + 1);
  for (let step = 1; step <= STEPS; step += 1) {
    const gradient = new Float64Array(size + 1);
    const now = { bias: parameters[size] ?? 0, weights: parameters.subarray(0, size) };
    for (const { values, isPositive, weight } of samples) {
      const error = ((isPositive ? 1 : 0) - sigmoid(values, now)) * weight;
      for (let at = 0; at < size; at += 1) gradient[at] = (gradient[at] ?? 0) + error * (values[at] ?? 0);
      gradient[size] = (gradient[size] ?? 0) + error;
    }
    for (let at = 0; at <= size; at += 1) {
      const slope = (gradient[at] ?? 0) / total - (at < size ? RIDGE * (parameters[at] ?? 0) : 0);
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * slope;
      second[at] = 0.999 * (second[at] ?? 0) + 0.001 * slope * slope;
      const mean = (first[at] ?? 0) / (1 - 0.9 ** step);
      const spread = Math.sqrt((second[at] ?? 0) / (1 - 0.999 ** step));
      parameters[at] = (parameters[at] ?? 0) + (RATE * mean) / (spread + 1e-8);
      if (at < size && (parameters[at] ?? 0) * (signs[at] ?? 1) < 0) parameters[at] = 0;
    }
  }
  return { bias: parameters[size] ?? 0, weights: parameters.slice(0, size) };
}

export function sigmoid(values: Float64Array, { bias, weights }: Logistic): number {
  let sum = bias;
  for (let at = 0; at < weights.length; at += 1) sum += (weights[at] ?? 0) * (values[at] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
