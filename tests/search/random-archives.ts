import fc from "fast-check";
import { interviewOfTurns } from "../../evaluation/bench/speech-archive.ts";
import { Archive } from "../../src/transcript/archive.ts";
import type { Topic } from "../../src/transcript/interview.ts";

/** Few words, so that they meet; grammar, ordinary words, kin of one family and names among them. */
const WORDS =
  "the of did he say think bridge bridges river russia russian russians war conflict anna lund tram trams 1902 fire".split(
    " ",
  );

export const someWords = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength }).map((words) => words.join(" "));

const turn = fc.record({
  speaker: fc.constantFrom(null, "Anna Lund", "Boris"),
  text: someWords(9),
  /** Whether it begins an exchange. */
  begins: fc.boolean(),
  /** How many turns before it the question stands that it answers; 0 for none. */
  back: fc.constantFrom(0, 0, 1, 2, 6),
});

const interview = fc.record({
  turns: fc.array(turn, { minLength: 1, maxLength: 24 }),
  topics: fc.array(fc.record({ name: someWords(3), at: fc.array(fc.nat(), { maxLength: 4 }) }), {
    maxLength: 2,
  }),
});

/** Archives with everything a statement can be found by: questions, exchanges, speakers and topics. */
export const archives: fc.Arbitrary<Archive> = fc
  .array(interview, { minLength: 1, maxLength: 3 })
  .map((interviews) => {
    const read = interviews.map(({ turns, topics }, which) => {
      let exchange = 0;
      const said = turns.map(({ speaker, text, begins, back }, at) => {
        if (begins) exchange += 1;
        return { speaker, text, exchange, answers: back > 0 && at >= back ? at - back : null };
      });
      const filed = topics.map(
        ({ name, at }): Topic => ({
          name,
          aliases: [],
          statements: [...new Set(at.map((place) => place % turns.length))].sort((a, b) => a - b),
        }),
      );
      return { ...interviewOfTurns({ id: `i${which}`, turns: said, questions: [] }), topics: filed };
    });
    return new Archive(read);
  });
