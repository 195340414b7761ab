/**
 * What a front door can show at once. Replies are composed to fit it, so that nothing has to be cut later:
 * what doesn't fit is left to another page, whole.
 */
export interface Surface {
  /** How much one reply may cost. */
  readonly capacity: number;
  /** What it costs to show a text there, mark-up included; in the same unit as `capacity`. */
  cost(text: string): number;
  /** How many statements one page may list. */
  readonly statementsPerPage: number;
  /** How many quotes they may show together with what they carry, such as the questions they answer. */
  readonly quotesPerPage: number;
}
