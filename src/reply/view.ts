/**
 * What a reply shows, as a value small enough to travel in a button. A view and what the message carries are
 * enough to make the reply again: there is no session.
 */
export type View = MatchView | ListView | TopicView | ContextView | InterviewsView | ClaimView | ReceiptView;

/** One match, with the question it answers. */
export interface MatchView {
  readonly show: "match";
  /** Index among the carried matches. */
  readonly at: number;
  /** Part of a statement too long for one page, from 0. */
  readonly part: number;
}

/** Several of the carried matches, from index `at` on. */
export interface ListView {
  readonly show: "list";
  /** Why they are listed: they were looked for, or only come near; or only come closest to a question. */
  readonly as: "found" | "similar" | "closest" | "subject";
  readonly at: number;
  readonly part: number;
}

/** The statements of a curated topic, from the one at index `at` on. */
export interface TopicView {
  readonly show: "topic";
  /** The topic's reference: see topicReference. */
  readonly topic: string;
  readonly at: number;
  readonly part: number;
}

/** A statement between its neighbours. */
export interface ContextView {
  readonly show: "context";
  readonly id: string;
  readonly part: number;
  /** Where the reader came from. */
  readonly back: MatchView | ListView | TopicView | ClaimView | null;
}

/** What verification says of one of the claims in what was asked. */
export interface ClaimView {
  readonly show: "claim";
  /** Index among the claims. */
  readonly at: number;
  readonly part: number;
}

/** The interviews there are, from index `at` on. */
export interface InterviewsView {
  readonly show: "interviews";
  readonly at: number;
}

/** What proves a statement's words. */
export interface ReceiptView {
  readonly show: "receipt";
  readonly id: string;
  readonly part: number;
}

const LIST_LETTERS = { found: "f", similar: "n", closest: "c", subject: "s" } as const;

const LIST_KINDS = ["found", "similar", "closest", "subject"] as const;

/** A view as at most 50 characters of `[a-z0-9./]`. */
export function encodeView(view: View): string {
  switch (view.show) {
    case "match":
      return `m${view.at}.${view.part}`;
    case "list":
      return `l${LIST_LETTERS[view.as]}${view.at}.${view.part}`;
    case "topic":
      return `t${view.topic}.${view.at}.${view.part}`;
    case "interviews":
      return `i${view.at}`;
    case "claim":
      return `v${view.at}.${view.part}`;
    case "context":
      return `c${view.id.replaceAll("-", "")}.${view.part}${view.back ? `/${encodeView(view.back)}` : ""}`;
    case "receipt":
      return `r${view.id.replaceAll("-", "")}.${view.part}`;
  }
}

/** The view that `encodeView` encoded, or null where the text isn't one. */
export function decodeView(encoded: string): View | null {
  const [head = "", ...rest] = encoded.split("/");
  const context = /^c([0-9a-z]{12})\.(\d{1,5})$/u.exec(head);
  if (context) {
    const [, id = "", part] = context;
    const back = rest.length > 0 ? decodeView(rest.join("/")) : null;
    if (rest.length > 0 && !isReturnable(back)) return null;
    return {
      show: "context",
      id: grouped(id),
      part: Number(part),
      back: isReturnable(back) ? back : null,
    };
  }
  if (rest.length > 0) return null;
  const match = /^m(\d{1,5})\.(\d{1,5})$/u.exec(head);
  if (match) return { show: "match", at: Number(match[1]), part: Number(match[2]) };
  const list = /^l([fncs])(\d{1,5})\.(\d{1,5})$/u.exec(head);
  if (list) {
    const as = LIST_KINDS.find((kind) => LIST_LETTERS[kind] === list[1]) ?? "found";
    return { show: "list", as, at: Number(list[2]), part: Number(list[3]) };
  }
  const claim = /^v(\d{1,5})\.(\d{1,5})$/u.exec(head);
  if (claim) return { show: "claim", at: Number(claim[1]), part: Number(claim[2]) };
  const receipt = /^r([0-9a-z]{12})\.(\d{1,5})$/u.exec(head);
  if (receipt) return { show: "receipt", id: grouped(receipt[1] ?? ""), part: Number(receipt[2]) };
  const interviews = /^i(\d{1,5})$/u.exec(head);
  if (interviews) return { show: "interviews", at: Number(interviews[1]) };
  const topic = /^t([0-9a-z]{12})\.(\d{1,5})\.(\d{1,5})$/u.exec(head);
  if (topic) return { show: "topic", topic: topic[1] ?? "", at: Number(topic[2]), part: Number(topic[3]) };
  return null;
}

const RETURNABLE: ReadonlySet<View["show"]> = new Set(["match", "list", "topic", "claim"]);

/** Whether a view is one that a statement in its context can lead back to. */
export function isReturnable(view: View | null): view is NonNullable<ContextView["back"]> {
  return view !== null && RETURNABLE.has(view.show);
}

/** An id of 12 characters with its dashes. */
function grouped(id: string): string {
  return `${id.slice(0, 4)}-${id.slice(4, 8)}-${id.slice(8)}`;
}
