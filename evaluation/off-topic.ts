/**
 * The unanswerable questions of interview-dev.json that have nothing to do with the interview. The file doesn't
 * label them; the other unanswerable ones are near misses: their topic is there, the fact asked for is not.
 */
export const OFF_TOPIC: ReadonlySet<string> = new Set([
  "yo hows it going",
  "tell me a joke",
  "best recipe for potato pancakes",
  "who won the champions league last year",
  "can you write me a python script that renames files",
  "wat do you think about bitcoin",
  "do you still play hokey",
  "gm everyone, happy friday",
  "is minsk nice in summer? thinking of visiting with my gf",
  "favorite movie?",
]);
