import type { Cast } from "../../cast.ts";
import type { Diagnostic } from "../../diagnostic.ts";
import type { Speaker } from "../../interview.ts";
import type { SourceText, Span } from "../../source-text.ts";
import type { Utterance } from "../../utterance.ts";
import type { Format } from "../format.ts";
import { type Named, readActor, readFollowing, readLeadIn, reportsQuestion } from "./attribution.ts";
import { withoutInsertions } from "./editorial-insertions.ts";
import { findParagraphs, trimSpan } from "./paragraphs.ts";
import { findMarks, findQuotations, type Quotation } from "./quotations.ts";

/**
 * Newspaper prose: narration with direct speech in quotation marks. What is speech, and whose, follows the
 * conventions papers print by; each rule stands beside the function that applies it.
 */
export const article: Format = {
  name: "article",
  read: (source, cast) => new ArticleReader(source, cast).read(),
};

/** A quotation that is speech, with whoever the narration around it names. */
interface Speech {
  readonly quotation: Quotation;
  readonly named: Named | null;
  /** Where the sentence begins that leads into it; the opening mark when none does. */
  readonly from: number;
}

class ArticleReader {
  readonly #source: SourceText;
  readonly #text: string;
  readonly #cast: Cast;
  readonly #utterances: Utterance[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  /** The person "he" or "she" means: whoever, the author aside, was named last. */
  #mentioned: Speaker | null = null;
  /** The quotation that the paragraph before left open. */
  #open: Quotation | null = null;

  constructor(source: SourceText, cast: Cast) {
    this.#source = source;
    this.#text = source.text;
    this.#cast = cast;
  }

  read() {
    const marks = findMarks(this.#text);
    for (const paragraph of findParagraphs(this.#source)) {
      const startsOpen = this.#text.startsWith(marks.open, paragraph.start);
      const running = this.#open !== null && startsOpen;
      if (!running) this.#reportUnclosed();
      const quotations = findQuotations(this.#text, paragraph, marks, running);
      this.#readParagraph(paragraph, quotations);
      const last = quotations.at(-1);
      this.#open = last && !last.closed ? last : null;
    }
    this.#reportUnclosed();
    return { utterances: this.#utterances, diagnostics: this.#diagnostics };
  }

  #readParagraph(paragraph: Span, quotations: readonly Quotation[]): void {
    const speeches = this.#findSpeeches(paragraph, quotations);
    if (speeches.length === 0) {
      const narration = this.#slice(paragraph);
      this.#noteMentioned(narration);
      this.#utterances.push({
        span: paragraph,
        spoken: [],
        kind: "narration",
        speaker: null,
        basis: "none",
        runsOn: false,
        asks: reportsQuestion(narration),
        endsWithAttribution: false,
      });
      return;
    }

    // Speech of one speaker within a paragraph is one utterance, however often an attribution splits it.
    let group: Speech[] = [];
    let speaker: Speaker | null = null;
    let start = paragraph.start;
    for (const speech of speeches) {
      const next = speech.named && this.#resolve(speech.named);
      if (group.length > 0 && next && speaker && next !== speaker) {
        this.#addSpeech({ start, end: speech.from }, group, speaker);
        start = speech.from;
        group = [];
        speaker = null;
      }
      group.push(speech);
      speaker ??= next;
    }
    this.#addSpeech({ start, end: paragraph.end }, group, speaker);
  }

  #addSpeech(extent: Span, group: readonly Speech[], speaker: Speaker | null): void {
    const span = trimSpan(this.#text, extent);
    const first = group[0];
    const last = group.at(-1);
    if (!span || !first || !last) return;
    const spoken = group.flatMap(({ quotation }) => withoutInsertions(this.#text, quotation.inner));
    this.#utterances.push({
      span,
      spoken,
      kind: "speech",
      speaker,
      basis: speaker ? "stated" : null,
      runsOn: first.quotation.runsOn,
      asks: /\?$/u.test(this.#slice(last.quotation.inner).trimEnd()),
      endsWithAttribution: /\p{L}/u.test(this.#text.slice(last.quotation.outer.end, span.end)),
    });
  }

  /** Tells speech from the other things that stand in quotation marks: a phrase, a title, a word held at arm's length. */
  #findSpeeches(paragraph: Span, quotations: readonly Quotation[]): readonly Speech[] {
    const speeches: Speech[] = [];
    quotations.forEach((quotation, index) => {
      const previousEnd = quotations[index - 1]?.outer.end ?? paragraph.start;
      const nextStart = quotations[index + 1]?.outer.start ?? paragraph.end;
      const before = this.#text.slice(previousEnd, quotation.outer.start);
      const after = this.#text.slice(quotation.outer.end, nextStart);
      const words = this.#slice(quotation.inner).trim();
      if (words === "") return;

      const leadIn = readLeadIn(before);
      // The narration after a quotation is its attribution unless it leads into the next one.
      const leadsOn = nextStart < paragraph.end && /:\s*$/u.test(after);
      const following = this.#attributes(words, after, leadsOn) ? readFollowing(after) : null;
      const named = quotation.runsOn ? null : (leadIn ?? following);
      if (quotation.runsOn || named || this.#standsAlone(words, before, after, quotation, paragraph)) {
        const actor = named ?? (before.trim() && speeches.length === 0 ? readActor(before) : null);
        const leadLength = leadIn ? sentenceLength(before) : 0;
        speeches.push({
          quotation,
          named: quotation.runsOn ? null : actor,
          from: quotation.outer.start - leadLength,
        });
      }
    });
    return speeches;
  }

  /** “…,” he said.  “…?” I asked.  ‘…’, she says. — the sentence goes on after the mark. */
  #attributes(words: string, after: string, leadsOn: boolean): boolean {
    if (leadsOn) return false;
    if (/^\s*[,–—-]/u.test(after)) return true;
    return /[,?!…–—-]$/u.test(words) || /^\s+\p{Ll}/u.test(after);
  }

  /** Speech without an attribution: a whole paragraph, or a whole sentence where a sentence may begin. */
  #standsAlone(words: string, before: string, after: string, quotation: Quotation, paragraph: Span): boolean {
    const endsSentence = /[.?!…—–][’'\])]*$/u.test(words);
    const opensParagraph = quotation.outer.start === paragraph.start;
    if (opensParagraph && (!quotation.closed || after.trim() === "")) return true;
    if (opensParagraph) return endsSentence && !/^\s*\p{Ll}/u.test(after);
    const afterSentence = /[.?!:][’”"»]?\s*$/u.test(before) || before.trim() === "";
    return endsSentence && afterSentence && /^[\p{Lu}\p{N}[…]/u.test(words);
  }

  #resolve(named: Named): Speaker | null {
    if (named.who === "author") return this.#cast.interviewer();
    if (named.who === "name") {
      const speaker = this.#cast.named(named.name);
      if (speaker.role !== "interviewer") this.#mentioned = speaker;
      return speaker;
    }
    if (this.#mentioned) return this.#mentioned;
    const guests = this.#cast.guests;
    return guests.length === 1 ? (guests[0] ?? null) : null;
  }

  /** Narration moves "he" to the guest it names last. */
  #noteMentioned(narration: string): void {
    for (const word of narration.match(/\p{Lu}[\p{L}\p{M}’-]*/gu) ?? []) {
      const speaker = this.#cast.find(word.replace(/[’']s$/u, ""));
      if (speaker?.role === "guest") this.#mentioned = speaker;
    }
  }

  #reportUnclosed(): void {
    if (!this.#open) return;
    this.#diagnostics.push({
      severity: "warning",
      file: this.#source.file.name,
      ...this.#source.positionAt(this.#open.outer.start),
      message: "the quotation opened here is never closed, so it was taken to end with its paragraph.",
      advice: "Check where the speech ends; a quotation that runs on opens the next paragraph with a mark.",
    });
    this.#open = null;
  }

  #slice({ start, end }: Span): string {
    return this.#text.slice(start, end);
  }
}

/** Length of the last sentence of a narration, with the white space after it. */
function sentenceLength(narration: string): number {
  const boundary = [...narration.matchAll(/[.!?]\s+(?=\S)/gu)].at(-1);
  return boundary ? narration.length - boundary.index - boundary[0].length : narration.trimStart().length;
}
