import type { Cast } from "../../cast.ts";
import type { Diagnostic } from "../../diagnostic.ts";
import type { Speaker } from "../../interview.ts";
import type { SourceText, Span } from "../../source-text.ts";
import type { Utterance } from "../../utterance.ts";
import type { Format } from "../format.ts";
import { readActor, readFollowing, readLeadIn } from "./attribution.ts";
import { withoutInsertions } from "./editorial-insertions.ts";
import { findParagraphs, trimSpan } from "./paragraphs.ts";
import { findMarks, findQuotations, marksOf, type Quotation } from "./quotations.ts";
import { reportsQuestion } from "./reported-question.ts";
import { firstClause, lastSentenceStart } from "./sentences.ts";
import type { Named } from "./subject.ts";

/**
 * Newspaper prose: narration with direct speech in quotation marks. What is speech, and whose, follows the
 * conventions papers print by; each rule stands beside the function that applies it.
 */
export const article: Format = {
  name: "article",
  read: (source, cast) => new ArticleReader(source, cast).read(),
};

/** How far back, in UTF-16 code units, quotations that are no speech are looked over for who speaks. */
const LONGEST_LEAD_IN = 1000;

/** A quotation that is speech, with whoever the narration around it names. */
interface Speech {
  readonly quotation: Quotation;
  readonly named: Named | null;
  /** True when another voice must be meant: two quotations with nothing between them. */
  readonly repartee: boolean;
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
    const usual = findMarks(this.#text);
    for (const paragraph of findParagraphs(this.#source)) {
      const marks = marksOf(this.#slice(paragraph), usual);
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
        quoted: quotations.flatMap(({ inner }) => withoutInsertions(this.#text, inner)),
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
      if (group.length === 0) this.#noteMentioned(this.#slice({ start, end: speech.quotation.outer.start }));
      const next = speech.named && this.#resolve(speech.named);
      const changes = speech.repartee || (next && speaker && next !== speaker);
      if (group.length > 0 && changes) {
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
      quoted: [],
      kind: "speech",
      speaker,
      basis: speaker ? "stated" : null,
      runsOn: first.quotation.runsOn,
      asks: /[?？؟][!?]*[\p{Pf}\p{Pe}"'\s]*$/u.test(this.#slice(last.quotation.inner)),
      endsWithAttribution: /\p{L}/u.test(this.#text.slice(last.quotation.outer.end, span.end)),
    });
  }

  /** Tells speech from the other things that stand in quotation marks: a phrase, a title, a word held at arm's length. */
  #findSpeeches(paragraph: Span, quotations: readonly Quotation[]): readonly Speech[] {
    const knows = (name: string) => this.#cast.find(name) !== undefined;
    const speeches: Speech[] = [];
    /** How much of the narration before a quotation is the attribution of the one before that. */
    let taken = 0;
    let speechEnd = paragraph.start;
    quotations.forEach((quotation, index) => {
      const previousEnd = quotations[index - 1]?.outer.end ?? paragraph.start;
      const nextStart = quotations[index + 1]?.outer.start ?? paragraph.end;
      const before = this.#text.slice(previousEnd, quotation.outer.start);
      const after = this.#text.slice(quotation.outer.end, nextStart);
      // A sentence that leads in may hold a quotation that is no speech: She calls it “tight” and adds: “…”
      const from = Math.max(speechEnd, Math.min(previousEnd, quotation.outer.start - LONGEST_LEAD_IN));
      const narration = this.#text.slice(from, quotation.outer.start);
      const free = before.slice(taken);
      taken = 0;
      const words = this.#slice(quotation.inner).trim();
      if (words === "") return;

      const leadIn =
        quotation.runsOn || !isLedInto(words, after, quotation) ? null : readLeadIn(narration, knows);
      const following = quotation.runsOn ? null : readAttributionAfter(words, before, after);
      if (following) taken = firstClause(after).end;
      const named = leadIn ?? following;
      if (!quotation.runsOn && !named && !this.#standsAlone(words, before, after, quotation, paragraph))
        return;

      const actor = quotation.runsOn || named ? null : readActor(free, knows);
      const sentence = lastSentenceStart(narration);
      // The sentence began before what was looked over: no place within it is a start.
      const beganEarlier = sentence <= 1 && from > speechEnd && from < previousEnd;
      const start = (leadIn || actor) && !beganEarlier ? sentence : narration.length;
      speeches.push({
        quotation,
        named: named ?? actor,
        repartee: speeches.length > 0 && before.trim() === "",
        from: from + start,
      });
      speechEnd = quotation.outer.end;
    });
    return speeches;
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
    if (named.who !== "mentioned") {
      const speaker =
        named.who === "name" ? this.#cast.named(named.name) : this.#cast.bystander(named.description);
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

/** Words that a sentence leads into are spoken when they make a clause: a title or a single phrase doesn't. */
function isLedInto(words: string, after: string, quotation: Quotation): boolean {
  return !quotation.closed || /[.?!…,—–-][’'\])]*$/u.test(words) || /^\s*(?:$|[.?!])/u.test(after);
}

/** “…,” he said.  “…?” I asked.  ‘…’, she says. — the sentence goes on after the mark. */
function readAttributionAfter(words: string, before: string, after: string): Named | null {
  // The narration after a quotation is its attribution unless it leads into the next one.
  if (/:\s*$/u.test(after)) return null;
  const opensClause = /(?:^|[.?!:,…–—-][\p{Pf}\p{Pe}"']*)\s*$/u.test(before);
  if (!opensClause) return null;
  if (/^\s*[,–—-]/u.test(after) || /[,…–—-]$/u.test(words)) return readFollowing(after, false);
  // “…?” She shrugged. – a capital begins another sentence, unless it is that of a name.
  const beginsSentence =
    /^\s*(?:The|An?|H(?:e|is|er)|S(?:he)|They|Their|It|There|This|That|My|We|Our|But|And|Then)\b/u;
  if (/[?!]$/u.test(words)) return beginsSentence.test(after) ? null : readFollowing(after, false);
  if (/\.$/u.test(words) && !/^\s+\p{Ll}/u.test(after)) return null;
  return readFollowing(after, true);
}
