/** The closed classes of English: articles, pronouns, prepositions, conjunctions, auxiliaries, question words. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those
  i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself
  she her hers herself it its itself they them their theirs themselves one ones
  who whom whose which what when where why how whether
  someone somebody something anyone anybody anything everyone everybody everything noone nobody nothing none
  and or but nor so yet if then than because although though while until unless since as
  of in on at by to from with without within into onto out off over under up down about above below across
  after before again against along around among between beyond during for through throughout toward towards via upon per like
  am is are was were be been being do does did doing done have has had having
  will would shall should can could may might must ought
  not no yes never ever only also too very just even still else there here such own same other another
  all any both each either neither every few more most much many some several less least
  s t d ll m re ve don etc mr mrs ms`.split(/\s+/u),
);
