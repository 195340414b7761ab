/** True when words end with a question: its mark, and at most a closing mark behind it. */
export function endsAsking(words: string): boolean {
  return /[?？؟;][!?…]*["'”’»)\]*_]*\s*$/u.test(words.slice(-60));
}
