import { ReadingBuilder } from "../../reading.ts";
import type { Passage, Scan } from "../labelled/passage.ts";
import { startUnvoicedTurns } from "../labelled/unvoiced-turns.ts";
import type { JsonTranscript, Said } from "./json-transcript.ts";
import { isSpaced, type Neighbour, writesOwnSpaces } from "./spacing.ts";

/** How many texts a [mark] of the transcriber may be spread over. */
const LONGEST_MARK = 12;

/** A mark, whole or broken off. */
const MARK = /^\[[^[\]]*(?:\]\p{P}*)?$/u;

/** A passage that may still grow. */
interface Growing {
  passage: Passage;
  /** How many texts it is of. */
  texts: number;
  /** How many brackets are open at its end. */
  open: number;
}

/** Reads the words that were found, with the spaces that belong between them, as passages of one voice each. */
export function passagesOf(found: JsonTranscript): Scan {
  const { file, said } = found;
  const texts = said.map(({ words, part }): Neighbour & { readonly from: number } => ({
    text: part ? words.text.slice(part.start, part.end) : words.text,
    from: part?.start ?? 0,
  }));
  const ownSpaces = writesOwnSpaces(texts);
  const silence = namesOnlyChanges(said) ? "goes on" : "is somebody else";
  const builder = new ReadingBuilder(file.text);
  const grown: Passage[] = [];
  let last: Growing | undefined;
  let before: Neighbour | undefined;
  said.forEach((one, index) => {
    const { text, from } = texts[index] ?? { text: "", from: 0 };
    const trimmed = text.trim();
    if (trimmed === "") {
      // White space that stands alone parts what is before it from what is after.
      if (before) before = { text: `${before.text} ` };
      return;
    }
    const startsTurn = beginsTurn(one, last?.passage, silence);
    const goesOn = one.voice === null && silence === "goes on";
    const isNewVoice = last !== undefined && (startsTurn || (one.voice !== last.passage.voice && !goesOn));
    if (isNewVoice) builder.gap("\n");
    else if (before && (one.apart || isSpaced(before, { text }, ownSpaces))) builder.gap(" ");
    const start = builder.length;
    const begins = from + text.length - text.trimStart().length;
    one.words.readInto(builder, { start: begins, end: begins + trimmed.length });
    const end = builder.length;
    if (last && !isNewVoice && belongsTo(last, one, trimmed)) {
      last.passage = { ...last.passage, span: { ...last.passage.span, end }, time: until(last.passage, one) };
      last.texts += 1;
      last.open = openAfter(last.open, trimmed);
    } else {
      if (last) grown.push(last.passage);
      const passage: Passage = {
        kind: "speech",
        voice: one.voice,
        startsTurn,
        span: { start, end },
        time: one.time,
      };
      last = { passage, texts: 1, open: openAfter(0, trimmed) };
    }
    before = { text };
  });
  if (last) grown.push(last.passage);
  const reading = builder.build();
  return {
    reading,
    passages: startUnvoicedTurns(grown, reading.text),
    labels: found.labels,
    diagnostics: found.diagnostics,
  };
}

/**
 * Elements of a monologue, punctuation that stands alone and what a bracket was opened for belong to the words before;
 * so does a [mark] in what somebody named says, which would else part it in two.
 */
function belongsTo({ passage, open, texts }: Growing, said: Said, text: string): boolean {
  if (said.continues || /^\p{P}+$/u.test(text) || (open > 0 && texts < LONGEST_MARK)) return true;
  return passage.voice !== null && MARK.test(text);
}

function openAfter(before: number, text: string): number {
  let open = before;
  for (const character of text) {
    if (character === "[") open += 1;
    if (character === "]") open = Math.max(0, open - 1);
  }
  return open;
}

function until({ time }: Passage, said: Said): Passage["time"] {
  if (!time) return said.time;
  return { start: time.start, end: Math.max(time.end, said.time?.end ?? time.end) };
}

/** Where others are named and one voice isn't, it is nobody that was named before, nor is who speaks after it. */
function beginsTurn(
  said: Said,
  before: Passage | undefined,
  silence: "goes on" | "is somebody else",
): boolean {
  if (said.startsTurn) return true;
  const isSilent = said.voice === null;
  return silence === "is somebody else" && before !== undefined && isSilent !== (before.voice === null);
}

/**
 * True for a file that names a voice only where it changes: none twice in a row, and at least as many texts without
 * a name as with one. Then a text without a name goes on with the voice before; elsewhere it is of an unknown voice.
 */
function namesOnlyChanges(said: readonly Said[]): boolean {
  let named = 0;
  for (const [index, { voice }] of said.entries()) {
    if (voice === null) continue;
    named += 1;
    if (said[index - 1]?.voice === voice) return false;
  }
  return named * 2 <= said.length;
}
