// Checks a receipt of On the Record against the file it is about. It needs Node.js and nothing else, least of all
// the program that wrote the receipt: node evaluation/check-receipt.mjs RECEIPT.json FILE
// RECEIPT.json may be - for standard input. Exit code: 0 genuine, 1 not, 2 nothing that could be checked.
import { hash } from "node:crypto";
import { readFileSync, writeSync } from "node:fs";

const stop = (why) => writeSync(2, `${why}\n`) && process.exit(2);
const read = (path) => attempt(() => readFileSync(path)) ?? stop(`${path} can't be read.`);
const [receiptPath, filePath, ...others] = process.argv.slice(2);
if (!filePath || others.length > 0) stop("Usage: node evaluation/check-receipt.mjs RECEIPT.json FILE");
const receipt = attempt(() => JSON.parse(read(receiptPath === "-" ? 0 : receiptPath))) ?? {};
const selected = (wanted) => attempt(() => receipt.selector.find(({ type }) => type === wanted));
const [quote, position] = ["TextQuoteSelector", "TextPositionSelector"].map(selected);
const { format, version, place, spoken, lines, shown } = receipt;
const isKnown = format === "on-the-record/receipt" && version === 1 && place?.utf16 && quote;
if (!isKnown) stop("This is no receipt of version 1, so there is nothing to check.");
const [{ exact, prefix, suffix }, { start, end }] = [quote, place.utf16];
const left = [`${JSON.stringify(receipt.speaker)} says it`];
const SPACE = /^(?:\s|<[^<>]*>|\\[nrtf]|\\u00(?:0[9a-d]|20)|&(?:nbsp|#(?:160|xa0|9|1[0-3]|32));?)*$/i;
const WINDOWS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ"; // What HTML takes 128 to 159 for.
const bytes = read(filePath);
const decoded = () => new TextDecoder("utf-8", { fatal: true }).decode(bytes); // A byte order mark is no text.
const text = check("the file is UTF-8 text", () => decoded() || true) ? decoded() : "";
const characters = Array.from(text);
const lineAt = (unit) => text.slice(0, unit).split(/\r\n|\n|\r/).length;
const isWithin = ({ start: from, end: to }) => from >= start && from <= to && to <= end;
const isPlace = ({ utf16, codePoints: at }) => isWithin(utf16) && cut(text, utf16) === cut(characters, at);
check("the file has the SHA-256 of the receipt", () => hash("sha256", bytes) === receipt.sha256);
check("the words have the SHA-256 of the receipt", () => hash("sha256", exact) === receipt.wordsSha256);
check("the words stand where the UTF-16 units say", () => cut(text, place.utf16) === exact);
check("the words stand where the code points say", () => cut(characters, place.codePoints) === exact);
check("the words stand at the W3C position", () => cut(characters, position) === exact);
check("the prefix stands right before them", () => text.endsWith(prefix, start) && (prefix || start === 0));
check("the suffix stands right after them", () => text.startsWith(suffix, end) && (suffix || !text[end]));
check("the words stand on these lines", () => lines[0] === lineAt(start) && lines[1] === lineAt(end - 1));
check("what was spoken stands among them, by both units", () => spoken.every(isPlace));
if (shown) check("the words shown are the file’s own, its mark-up read", () => isRead(shown));
for (const what of left) process.stdout.write(`Left to a reader of the file: whether ${what}.\n`);
process.stdout.write(process.exitCode === 1 ? "not genuine\n" : "genuine\n");

/** Whether the runs, each a piece of the file in its order, or what that stands for, make up the words. */
function isRead({ text: words, runs }) {
  const ends = [start, ...runs.map((run) => run.end)];
  const skipped = [...runs, { start: end }].map((next, at) => text.slice(ends[at], next.start));
  const others = skipped.filter((piece) => !SPACE.test(piece)).map((piece) => JSON.stringify(piece));
  if (others.length > 0) left.push(`this is mark-up, and no words were left out: ${others.join(", ")}`);
  const holds = (run, at) => run.start >= ends[at] && stands(text.slice(run.start, run.end), run.text);
  return runs.every(isWithin) && runs.every(holds) && runs.map((run) => run.text).join("") === words;
}

/** Whether a piece of the file, as it stands or as HTML, Markdown or JSON is read, is these words. */
function stands(written, words) {
  if (written === words || (words.trim() === "" && SPACE.test(written))) return true;
  if (/^<\/?q[\s/>]/i.test(written)) return words === (written[1] === "/" ? "”" : "“");
  if (written.startsWith("\\")) return words === (attempt(() => JSON.parse(`"${written}"`)) ?? written[1]);
  const [, code] = /^&(?:#(x?[\da-f]+)|\w+);?$/i.exec(written);
  const number = Number(`0${code}`);
  if (code) return words === (WINDOWS[number - 128] ?? String.fromCodePoint(number));
  left.push(`${written} stands for ${JSON.stringify(words)} in HTML`);
  return /^[^\w\s]{1,2}$/u.test(words);
}

function check(what, holds) {
  const passed = Boolean(attempt(holds));
  process.stdout.write(`${passed ? "ok     " : "FAILED "} ${what}\n`);
  if (!passed) process.exitCode = 1;
  return passed;
}
/** A piece of a text, or of the list of its characters; where there is no such place NaN, which equals nothing. */
function cut(whole, { start: from, end: to }) {
  const piece = whole.slice(from, to);
  const isThere = Number.isInteger(from) && from >= 0 && to > from && piece.length === to - from;
  return isThere ? Array.from(piece).join("") : Number.NaN;
}

function attempt(look) {
  try {
    return look();
  } catch {} // What can't even be looked at doesn't hold.
}
