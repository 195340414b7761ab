/**
 * English words by what it does to a statement when they come, go or change. Forms as verification compares them:
 * lower case, contractions written out. Grammars call most of these closed classes; of the adverbs of doubt and
 * degree they are the common ones.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

export const NEGATIONS = words(
  "not never no none nobody nothing neither nor nowhere hardly barely scarcely noone nope without",
);

export const CONDITIONS = words(
  "if unless until without provided providing otherwise except whether assuming lest supposing",
);

export const MODALS = words("will would can could may might must shall should ought able gonna");

export const HEDGES = words(
  `perhaps maybe probably possibly apparently presumably allegedly reportedly supposedly seemingly seems seem seemed
  likely unlikely almost nearly about around roughly approximately somewhat rather quite fairly largely mainly
  generally basically essentially arguably think believe guess suppose assume hope feel suspect doubt certainly
  definitely surely absolutely clearly obviously undoubtedly virtually practically relatively potentially
  conceivably hopefully sort kind tend tends tended appears appear appeared certain sure mostly usually`,
);

export const QUANTIFIERS = words(
  `all every each some any many much most more less fewer few several both either half whole entire always
  everyone everybody everything someone somebody something anyone anybody anything only just least lots lot plenty
  enough numerous various countless entirely completely partially partly mostly rarely seldom frequently often
  sometimes usually majority minority`,
);

export const PERSONS = words(
  `i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers
  herself they them their theirs themselves it its itself who whom whose u`,
);
