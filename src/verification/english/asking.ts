/** Verbs by which English text says whose words it quotes. */
const SAYING =
  "say|says|said|saying|tell|tells|told|claim|claims|claimed|state|states|stated|reply|replies|replied|answer|answers|answered|ask|asks|asked|write|writes|wrote|tweet|tweets|tweeted|declare|declares|declared|announce|announced|insist|insists|insisted|admit|admits|admitted|argue|argues|argued|add|adds|added|warn|warns|warned|promise|promised|respond|responded|explain|explained";
/** A name of up to five parts, with capitals; what only begins a sentence is sorted out by its word. */
const NAME =
  "\\p{Lu}[\\p{L}\\p{M}'’.-]*(?:\\s+(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*|de|da|di|van|von|der|bin|ibn|al|el|of)){0,4}";
const ANY = "[\\p{L}\\p{M}'’.-]+(?:\\s+[\\p{L}\\p{M}'’.-]+)??";
const ADVERBS = "(?:(?:really|ever|actually|just|once|also|even|then|not|never|literally|ever really)\\s+)*";

/** Before a quote: whose it is said to be is the group `name`. */
export const BEFORE_QUOTE: readonly RegExp[] = [
  new RegExp(`(?<name>${NAME})\\s*(?:\\([^)]{0,60}\\)\\s*)?:\\s*$`, "u"),
  new RegExp(
    `\\b(?:did|does|has|have|do|is|was)\\s+(?<name>${ANY})\\s+${ADVERBS}(?:${SAYING})\\b[^.?!]{0,40}$`,
    "iu",
  ),
  new RegExp(
    `(?<name>${NAME})(?:\\s+(?:has|had|have|is|was))?\\s+(?:\\p{Ll}+ly\\s+)?(?:${SAYING}|quoted)\\b[^.?!]{0,60}$`,
    "u",
  ),
  new RegExp(`\\b[Aa]ccording\\s+to\\s+(?<name>${NAME})[^.?!]{0,30}$`, "u"),
  new RegExp(`\\b(?:[Qq]uot(?:e|ing)\\s+(?:from|by)?|[Qq]uoting)\\s+(?<name>${NAME})[^.?!]{0,30}$`, "u"),
];

/** After a quote. */
export const AFTER_QUOTE: readonly RegExp[] = [
  new RegExp(`^[\\s,.]*(?:[—–―~]|--?)\\s*(?<name>${NAME})`, "u"),
  new RegExp(`^[\\s,]*\\((?<name>${NAME})(?:,[^)]*)?\\)`, "u"),
  new RegExp(`^[\\s,]*(?:${SAYING})\\s+(?<name>${NAME})`, "u"),
  new RegExp(`^[\\s,]*(?<name>${NAME})\\s+(?:\\p{Ll}+ly\\s+)?(?:${SAYING})\\b`, "u"),
  new RegExp(`^[\\s,.]*[Dd]id\\s+(?<name>${ANY})\\s+${ADVERBS}(?:${SAYING})\\b`, "u"),
];

/** What stands for a name there and is none. */
export const NO_NAMES: ReadonlySet<string> = new Set(
  `i you he she it we they u someone somebody anyone anybody everyone everybody who people this that these those the a
  an did does do has have had is was are were in on at to and or but so if when where what why how real fake verify
  quote check fact true legit twitter someone's his her their there here please pls hey ok not no yes`.split(
    /\s+/u,
  ),
);

/** What people put before a colon and a quote that is nobody's name. */
export const ANNOUNCING: ReadonlySet<string> = new Set(
  `breaking source sources wow omg lol look listen watch update updated note edit quote quoted quotation news reminder
  exclusive fact facts claim claims claimed question answer original transcript headline caption tweet text message
  statement summary context example proof evidence interview today yesterday tldr btw fyi verify check`.split(
    /\s+/u,
  ),
);

const PLEASANTRIES = "(?:(?:hey|hi|so|ok|okay|pls|please|um|and|but)[\\s,]+)*";

/** What people type before words they doubt, where no marks tell it apart. Who is named is the group `name`. */
export const LEADS: readonly RegExp[] = [
  new RegExp(
    `^\\s*${PLEASANTRIES}(?:is\\s+it\\s+true\\s+(?:that\\s+)?)?(?:did|does|has|have)\\s+(?<name>${ANY})\\s+${ADVERBS}(?:say|said|tell|told|claim|claimed|state|stated)(?:\\s+(?:me|us|them|you|reporters))?(?:\\s+that)?\\s*[:,]?\\s+`,
    "iu",
  ),
  new RegExp(
    `^\\s*${PLEASANTRIES}(?:is\\s+it\\s+true\\s+(?:that\\s+)?)?(?<name>he|she|they|${NAME})\\s+${ADVERBS}(?:said|says|claimed|claims|stated|told\\s+\\p{L}+)(?:\\s+that)?\\s*[:,]?\\s+`,
    "u",
  ),
  new RegExp(`^\\s*(?<name>${NAME})\\s*:\\s+`, "u"),
  new RegExp(
    `^\\s*${PLEASANTRIES}(?:verify|(?:quote|fact)[\\s-]*check|check|quote|is\\s+(?:this|it)\\s+(?:legit|real|true|right|a\\s+real\\s+quote)|real\\s+or\\s+fake|true\\s+or\\s+false)(?:\\s+(?:this|that|pls|please))*\\s*[:,?-]?\\s+`,
    "iu",
  ),
];

/** And after them. */
export const TAILS: readonly RegExp[] = [
  new RegExp(`[\\s,.]+(?:[—–―~]|--?)\\s*(?<name>${NAME})\\s*$`, "u"),
  new RegExp(
    `[\\s,.?!]+(?:did|has)\\s+(?<name>${ANY})\\s+${ADVERBS}(?:say|said)\\s+(?:this|that|it|so)\\s*[?!.]*\\s*$`,
    "iu",
  ),
  /[\s,.?!]+(?:is\s+(?:this|that|it)\s+(?:a\s+)?)?(?:real|right|true|legit|correct|accurate|fake)(?:\s+qu?ou?te)?\s*\?+\s*$/iu,
];
