import { oneOf } from "./chance.ts";
import { lettersByWord, type Mutation } from "./mutation.ts";

/** Longer rows of words than this in common, or a greater share, and a sentence is no longer from elsewhere. */
const MOST_IN_COMMON = 4;
const MOST_SHARE = 0.4;

/** A sentence of other texts, which shares no more than a turn of phrase with anything said here. */
export const unrelated: Mutation = (_, { words, unrelated: sentences }, random) => {
  const sentence = oneOf(sentences, random);
  if (sentence === undefined) return null;
  const letters = lettersByWord(sentence);
  const common = words.longestRunOf(letters);
  if (common > MOST_IN_COMMON || common / letters.length > MOST_SHARE) return null;
  return { words: sentence, verdicts: ["absent"], kinds: null, sources: [] };
};

/** Speeches that are everybody's: Lincoln at Gettysburg (1863) and his second inaugural (1865), Roosevelt's first (1933), Kennedy's (1961). */
export const FAMOUS_SPEECHES: readonly string[] = [
  "Four score and seven years ago our fathers brought forth on this continent a new nation.",
  "Now we are engaged in a great civil war, testing whether that nation can long endure.",
  "We are met on a great battlefield of that war.",
  "The world will little note, nor long remember what we say here, but it can never forget what they did here.",
  "It is for us the living, rather, to be dedicated here to the unfinished work.",
  "That government of the people, by the people, for the people, shall not perish from the earth.",
  "Both parties deprecated war, but one of them would make war rather than let the nation survive.",
  "Neither party expected for the war the magnitude or the duration which it has already attained.",
  "Both read the same Bible and pray to the same God, and each invokes His aid against the other.",
  "With malice toward none, with charity for all, let us strive on to finish the work we are in.",
  "Fondly do we hope, fervently do we pray, that this mighty scourge of war may speedily pass away.",
  "The only thing we have to fear is fear itself.",
  "This is preeminently the time to speak the truth, the whole truth, frankly and boldly.",
  "This great nation will endure as it has endured, will revive and will prosper.",
  "Plenty is at our doorstep, but a generous use of it languishes in the very sight of the supply.",
  "The money changers have fled from their high seats in the temple of our civilization.",
  "Happiness lies not in the mere possession of money; it lies in the joy of achievement.",
  "Our greatest primary task is to put people to work.",
  "Restoration calls, however, not for changes in ethics alone.",
  "We observe today not a victory of party but a celebration of freedom.",
  "The torch has been passed to a new generation of Americans.",
  "If a free society cannot help the many who are poor, it cannot save the few who are rich.",
  "Let us never negotiate out of fear, but let us never fear to negotiate.",
  "All this will not be finished in the first one hundred days.",
  "Ask not what your country can do for you; ask what you can do for your country.",
  "Let both sides explore what problems unite us instead of belaboring those problems which divide us.",
  "Civility is not a sign of weakness, and sincerity is always subject to proof.",
  "In the long history of the world, only a few generations have been granted the role of defending freedom.",
];
