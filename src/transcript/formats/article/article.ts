import type { Cast } from "../../cast.ts";
import type { Diagnostic } from "../../diagnostic.ts";
import type { Speaker } from "../../interview.ts";
import type { SourceText, Span } from "../../source-text.ts";
import type { Part, Utterance } from "../../utterance.ts";
import type { Format } from "../format.ts";
import { isLedInto, readAttributionAfter, standsAlone } from "./around-quotation.ts";
import { readActor, readLeadIn } from "./attribution.ts";
import { Descriptions } from "./descriptions.ts";
import { withoutInsertions } from "./editorial-insertions.ts";
import { Mentions } from "./mentions.ts";
import { findParagraphs, trimSpan } from "./paragraphs.ts";
import { readPlainAttribution } from "./plain-attribution.ts";
import { findMarks, findQuotations, marksOf, type Quotation } from "./quotations.ts";
import { reportsQuestion } from "./reported-question.ts";
import { firstClause, lastSentenceStart } from "./sentences.ts";
import type { Named, Pronoun } from "./subject.ts";
import { warnOfUnread } from "./unread.ts";

/**
 * Newspaper prose: narration with direct speech in quotation marks. What is speech, and whose, follows the
 * conventions papers print by; each rule stands beside the function that applies it.
 */
export const article: Format = {
  name: "article",
  key: "article",
  extensions: [".txt"],
  recognises: () => true,
  read: (source, cast) => ({ source, ...new ArticleReader(source, cast).read(), labels: [] }),
};

/** How far back, in UTF-16 code units, quotations that are no speech are looked over for who speaks. */
const LONGEST_LEAD_IN = 1000;

/** A quotation that is speech, with whoever the narration around it names. */
interface Speech {
  readonly quotation: Quotation;
  readonly named: Named | null;
  /** True when an attribution of its own names them, rather than the sentence before. */
  readonly attributed: boolean;
  /** How much of the narration after it is its attribution. */
  readonly attributionEnd: number;
  /** True when another voice must be meant: two quotations with nothing between them. */
  readonly repartee: boolean;
  /** Where the sentence begins that leads into it; the opening mark when none does. */
  readonly from: number;
}

/** Whom an attribution means. */
interface Meant {
  readonly speaker: Speaker | null;
  readonly basis: "stated" | "pronoun";
  /** Without a speaker: true when it can't be anybody we know of, so that the words stay narration. */
  readonly nobody?: boolean;
}

/** Quotations of one speaker that stand together. */
interface Group {
  readonly speeches: Speech[];
  readonly start: number;
  meant: Meant | null;
}

class ArticleReader {
  readonly #source: SourceText;
  readonly #text: string;
  readonly #cast: Cast;
  readonly #utterances: Utterance[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  readonly #mentions: Mentions;
  #descriptions: Descriptions | undefined;
  /** The quotation that the paragraph before left open. */
  #open: Quotation | null = null;

  constructor(source: SourceText, cast: Cast) {
    this.#source = source;
    this.#text = source.text;
    this.#cast = cast;
    this.#mentions = new Mentions(cast);
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
    this.#diagnostics.push(...warnOfUnread(this.#source, this.#utterances));
    return { utterances: this.#utterances, diagnostics: this.#diagnostics };
  }

  #readParagraph(paragraph: Span, quotations: readonly Quotation[]): void {
    const speeches = this.#findSpeeches(paragraph, quotations);
    if (speeches.length === 0) {
      this.#mentions.note(this.#slice(paragraph));
      this.#addNarration(paragraph, quotations);
      return;
    }

    // Speech of one speaker within a paragraph is one utterance, however often an attribution splits it.
    let group: Group = { speeches: [], start: paragraph.start, meant: null };
    this.#mentions.note(this.#text.slice(paragraph.start, speeches[0]?.quotation.outer.start));
    speeches.forEach((speech, index) => {
      const previous = group.speeches.at(-1);
      const meant = speech.named && this.#meantBy(speech.named, speech, group);
      // A pronoun in an attribution of its own is weighed on its own; joinTurns puts one speaker's words together again.
      const differs = meant && group.meant && meant.speaker !== group.meant.speaker;
      const weighed = meant?.basis === "pronoun" && speech.attributed && group.meant;
      const changes = speech.repartee || differs || weighed;
      if (previous && changes) {
        this.#addSpeech(group, speech.from);
        group = { speeches: [], start: speech.from, meant: null };
      }
      group.speeches.push(speech);
      group.meant ??= meant;
      const nextStart = speeches[index + 1]?.quotation.outer.start ?? paragraph.end;
      this.#noteAfter(this.#text.slice(speech.quotation.outer.end, nextStart), speech);
    });
    this.#addSpeech(group, paragraph.end);
  }

  /** The narration after a quotation is read for people, but for its attribution, which tells only who is asked. */
  #noteAfter(narration: string, { attributionEnd }: Speech): void {
    this.#mentions.noteAsked(narration.slice(0, attributionEnd));
    const rest = narration.slice(attributionEnd);
    if (/\p{L}/u.test(rest)) this.#mentions.note(rest);
  }

  #addNarration(span: Span, quotations: readonly Quotation[]): void {
    const narration = this.#slice(span);
    const parts = quotations.map((quotation) => this.#partOf(quotation, quotation.outer.start));
    this.#utterances.push({
      span,
      spoken: [],
      quoted: parts.flatMap(({ spoken }) => spoken),
      parts,
      kind: "narration",
      speaker: null,
      basis: "none",
      runsOn: false,
      asks: reportsQuestion(narration),
      endsWithAttribution: false,
    });
  }

  #addSpeech({ speeches, start, meant }: Group, end: number): void {
    const span = trimSpan(this.#text, { start, end });
    const first = speeches[0];
    const last = speeches.at(-1);
    if (!span || !first || !last) return;
    if (meant?.nobody) {
      this.#addNarration(
        span,
        speeches.map(({ quotation }) => quotation),
      );
      return;
    }
    const parts = speeches.map(({ quotation, from }) => this.#partOf(quotation, from));
    this.#utterances.push({
      span,
      spoken: parts.flatMap(({ spoken }) => spoken),
      quoted: [],
      parts,
      kind: "speech",
      speaker: meant?.speaker ?? null,
      basis: meant?.speaker ? meant.basis : null,
      ...(meant && !meant.speaker ? { notAuthor: true } : {}),
      runsOn: first.quotation.runsOn,
      asks: parts.at(-1)?.asks ?? false,
      endsWithAttribution: /\p{L}/u.test(this.#text.slice(last.quotation.outer.end, span.end)),
    });
  }

  #partOf({ inner }: Quotation, start: number): Part {
    return {
      start,
      spoken: withoutInsertions(this.#text, inner),
      asks: /[?？؟][!?]*[\p{Pf}\p{Pe}"'\s]*$/u.test(this.#slice(inner)),
    };
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
      const isContinental = /[„«»]/u.test(this.#text.charAt(quotation.outer.start));
      const plain =
        isContinental && !quotation.runsOn && !leadIn && !following
          ? readPlainAttribution(after, before, knows)
          : null;
      const named = leadIn ?? following ?? plain;
      if (!quotation.runsOn && !named && !standsAlone(words, before, after, quotation, paragraph, this.#text))
        return;

      const actor = quotation.runsOn || named ? null : readActor(free, knows);
      const sentence = lastSentenceStart(narration);
      // The sentence began before what was looked over: no place within it is a start.
      const beganEarlier = sentence <= 1 && from > speechEnd && from < previousEnd;
      const start = (leadIn || actor) && !beganEarlier ? sentence : narration.length;
      speeches.push({
        quotation,
        named: named ?? actor,
        attributed: named !== null,
        attributionEnd: following ? firstClause(after).end : 0,
        repartee: speeches.length > 0 && before.trim() === "",
        from: from + start,
      });
      speechEnd = quotation.outer.end;
    });
    return speeches;
  }

  #meantBy(named: Named, speech: Speech, group: Group): Meant {
    switch (named.who) {
      case "author":
        return { speaker: this.#cast.interviewer(), basis: "stated" };
      case "pronoun":
        return this.#meantByPronoun(named.pronoun, speech, group);
      case "name": {
        const sharing = this.#cast.sharing(named.name);
        if (sharing.length > 0) return this.#meantByShared(named.name, sharing, speech);
        return this.#stated(this.#cast.named(named.name, named.definite && "other"), named.name);
      }
      case "described": {
        const noun = named.description.replace(/^the\s+/iu, "");
        const listed = this.#cast.find(named.description) ?? this.#cast.find(noun);
        if (listed) return this.#stated(listed, named.description);
        this.#descriptions ??= new Descriptions(this.#text, this.#cast);
        const guest = this.#descriptions.find(named.description);
        if (guest) return { ...this.#stated(guest, named.description), basis: "pronoun" };
        return this.#stated(this.#cast.bystander(named.description), named.description);
      }
      case "bystander":
        return this.#stated(this.#cast.bystander(named.description), named.description);
    }
  }

  #stated(speaker: Speaker, words: string): Meant {
    this.#mentions.speaks(speaker, words);
    return { speaker, basis: "stated" };
  }

  #meantByPronoun(pronoun: Pronoun, speech: Speech, { meant, speeches }: Group): Meant {
    if (pronoun === "they" || pronoun === "it") {
      const speaker = this.#mentions.body();
      return { speaker, basis: "pronoun", nobody: speaker === null };
    }
    const before = meant?.speaker ?? null;
    const previous = speeches.at(-1);
    // “She is late,” said Tom. “I am not,” she said. – whoever has spoken is not named anew by a pronoun in the same
    // paragraph, unless the text calls that person so.
    if (before && previous && speech.attributed && before.role !== "interviewer") {
      const spokenOf = new RegExp(pronoun === "she" ? "\\b(?:she|her)\\b" : "\\b(?:he|him|his)\\b", "iu");
      const doubtful = before.role === "other" || spokenOf.test(this.#slice(previous.quotation.inner));
      if (doubtful && !this.#mentions.isKnownAs(before, pronoun)) {
        const other = this.#mentions.resolve(pronoun, before) ?? this.#otherGuest(before);
        // The only guest is likelier to go on than somebody beside the interview to begin.
        const goesOn = this.#cast.listed && before.role === "guest" && other?.role !== "guest";
        if (!goesOn) return { speaker: other, basis: "pronoun", nobody: other === null };
      }
    }
    return { speaker: this.#mentions.resolve(pronoun), basis: "pronoun" };
  }

  /** Of two guests the one who isn't this. */
  #otherGuest(guest: Speaker): Speaker | null {
    const { guests } = this.#cast;
    if (guests.length !== 2 || guest.role !== "guest") return null;
    return guests.find((one) => one !== guest) ?? null;
  }

  /** A surname of two people means the guest, if only one of them is that; we say that we don't know. */
  #meantByShared(name: string, sharing: readonly Speaker[], { quotation }: Speech): Meant {
    const guest = sharing.find(({ role }) => role === "guest");
    const another = sharing.find((one) => one.role === "guest" && one !== guest);
    const speaker = guest && !another ? guest : null;
    if (speaker) this.#mentions.speaks(speaker, name);
    this.#diagnostics.push({
      severity: "warning",
      file: this.#source.file.name,
      ...this.#source.positionAt(quotation.outer.start),
      message: `“${name}” may be any of ${sharing.length} people, such as ${sharing[0]?.name} and ${sharing[1]?.name}; the words were taken to be ${speaker ? `${speaker.name}’s` : "the guest’s"}.`,
      advice: "Correct the speaker in the yaml, or give one of them the name as an alias.",
    });
    return { speaker, basis: "pronoun" };
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
