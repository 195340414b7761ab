/** What Discord's client makes of a text with mark-up: a tree, drawn by render.ts. */
export type Markdown = readonly MarkdownNode[];

export type MarkdownNode =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "break" }
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly content: Markdown }
  | { readonly kind: "small"; readonly content: Markdown }
  | { readonly kind: "quote"; readonly content: Markdown }
  | {
      readonly kind: "list";
      /** The number of its first item; null for bullets. */
      readonly start: number | null;
      readonly items: readonly Markdown[];
    }
  | { readonly kind: "codeBlock"; readonly language: string; readonly code: string }
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: Style; readonly content: Markdown }
  | { readonly kind: "link"; readonly address: string; readonly title: string; readonly content: Markdown }
  | { readonly kind: "mention"; readonly of: Mentioned; readonly id: string; readonly name: string }
  | {
      readonly kind: "emoji";
      readonly name: string;
      /** The character, or null for one of a server's own, which is a picture. */
      readonly character: string | null;
    }
  | { readonly kind: "timestamp"; readonly seconds: number; readonly style: string };

export type Style = "strong" | "emphasis" | "underline" | "strike" | "spoiler";

export type Mentioned = "user" | "role" | "channel" | "everyone" | "command" | "guide";
