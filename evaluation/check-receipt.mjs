// Checks a receipt of On the Record against the file it is about. It needs Node.js and nothing else, least of all
// the program that wrote the receipt: node evaluation/check-receipt.mjs RECEIPT.json FILE
// RECEIPT.json may be - for standard input. Exit code: 0 genuine, 1 not, 2 nothing that could be checked.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const isQuote = ({ type }) => type === "TextQuoteSelector";
const [receiptPath, filePath, ...others] = process.argv.slice(2);
if (!receiptPath || !filePath || others.length > 0) {
  stop("Usage: node evaluation/check-receipt.mjs RECEIPT.json FILE");
}
const receipt = parsed(read(receiptPath === "-" ? 0 : receiptPath).toString("utf8"));
const bytes = read(filePath);
const { place, spoken, lines, selector } = receipt;
const { exact, prefix, suffix } = selector.find(isQuote);
const position = selector.find(({ type }) => type === "TextPositionSelector");
const { start, end } = place.utf16;

// A byte order mark is no text: the decoder drops it.
const decoder = new TextDecoder("utf-8", { fatal: true });
const text = check("the file is UTF-8 text", () => decoder.decode(bytes)) ? decoder.decode(bytes) : "";
const characters = Array.from(text);
const sha256 = (data) => createHash("sha256").update(data).digest("hex");
const lineAt = (unit) => text.slice(0, unit).split(/\r\n|\n|\r/).length;
const [before, after] = [text.slice(0, start), text.slice(end)];
check("the file has the SHA-256 of the receipt", () => sha256(bytes) === receipt.sha256);
check("the words have the SHA-256 of the receipt", () => sha256(exact) === receipt.wordsSha256);
check("the words stand where the UTF-16 units say", () => cut(text, place.utf16) === exact);
check("the words stand where the code points say", () => cut(characters, place.codePoints) === exact);
check("the words stand at the W3C position", () => cut(characters, position) === exact);
check("the prefix stands right before them", () => before.endsWith(prefix) && (prefix || !before));
check("the suffix stands right after them", () => after.startsWith(suffix) && (suffix || !after));
check("the words stand on these lines", () => lines[0] === lineAt(start) && lines[1] === lineAt(end - 1));
check("what was spoken stands among them, by both units", () =>
  spoken.every(({ utf16, codePoints }) => {
    const isWithin = utf16.start >= start && utf16.end <= end;
    return isWithin && cut(text, utf16) !== null && cut(text, utf16) === cut(characters, codePoints);
  }),
);
process.stdout.write(`Left to a reader of the file: whether ${JSON.stringify(receipt.speaker)} says it.\n`);
process.stdout.write(process.exitCode === 1 ? "not genuine\n" : "genuine\n");

function check(what, holds) {
  let passed = false;
  try {
    passed = Boolean(holds());
  } catch {} // What can't even be looked at doesn't hold.
  process.stdout.write(`${passed ? "ok     " : "FAILED "} ${what}\n`);
  if (!passed) process.exitCode = 1;
  return passed;
}

/** A piece of a text, or of the list of its characters; null where there is no such place in it. */
function cut(whole, { start: from, end: to }) {
  const piece = whole.slice(from, to);
  const isPlace = Number.isInteger(from) && Number.isInteger(to) && from >= 0 && piece.length > 0;
  return isPlace && piece.length === to - from ? Array.from(piece).join("") : null;
}

function read(path) {
  try {
    return readFileSync(path);
  } catch (error) {
    return stop(`${path} can't be read (${error.code}).`);
  }
}

function parsed(json) {
  try {
    const found = JSON.parse(json);
    const isKnown = found.format === "on-the-record/receipt" && found.version === 1;
    if (isKnown && found.place.utf16 && found.selector.some(isQuote)) return found;
  } catch {} // The same is to be said of it.
  return stop("This is no receipt of version 1, so there is nothing to check.");
}

function stop(why) {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}
