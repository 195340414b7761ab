import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
} from "discord.js";
import { type Claim, claimOf } from "../audit/claim.ts";
import { clip } from "../reply/clip.ts";
import type { Action, Block, Menu, Reply } from "../reply/reply.ts";
import type { Verbatim } from "../transcript/source-text.ts";
import { encodeCustomId } from "./custom-id.ts";
import { blockQuote, ownWords } from "./markdown.ts";

/** Id of the component that holds what was asked; a button's press reads it back from the message. */
export const ASKED_COMPONENT = 900;
/** Id of the component that credits who shared a reply. */
export const SHARED_COMPONENT = 901;
/** Ids of the components that show quotes: this and up. */
const FIRST_QUOTE_COMPONENT = 1000;

/** What a component claims to show: these units of the source with that hash. */
export interface QuoteClaim extends Claim {
  readonly component: number;
}

export interface RenderedMessage {
  readonly components: readonly APIContainerComponent[];
  readonly claims: readonly QuoteClaim[];
}

export interface Presentation {
  /** Id of the user who asked. */
  readonly asker: string;
  /** True when only the asker will see it: then it can be shared. */
  readonly hidden: boolean;
  /** True when the asker shares it with everyone; the reply then says who did. */
  readonly shared: boolean;
}

/** Colours of the bar beside a reply, by what it is. */
const ACCENTS = { answer: 0x2d7d46, closest: 0xb5830f, none: 0x6d6f78, unusable: 0x6d6f78 } as const;

/** A reply as Discord's components (version 2), with a claim for each quote it shows. */
export function renderMessage(reply: Reply, presentation: Presentation): RenderedMessage {
  const claims: QuoteClaim[] = [];
  const quote = (verbatim: Verbatim): APITextDisplayComponent => {
    const component = FIRST_QUOTE_COMPONENT + claims.length;
    claims.push({ component, ...claimOf(verbatim.source, verbatim.span) });
    return { type: ComponentType.TextDisplay, id: component, content: blockQuote(verbatim.text) };
  };
  const components: APIComponentInContainer[] = [];
  if (presentation.shared)
    components.push({ ...text(`-# Shared by <@${presentation.asker}>`), id: SHARED_COMPONENT });
  components.push(...joinNotes(reply.blocks.flatMap((block) => renderBlock(block, quote))));
  components.push(...controls(reply, presentation));
  const container: APIContainerComponent = {
    type: ComponentType.Container,
    accent_color: ACCENTS[reply.record.outcome],
    components,
  };
  return { components: [container], claims };
}

function renderBlock(
  block: Block,
  quote: (verbatim: Verbatim) => APITextDisplayComponent,
): APIComponentInContainer | [] {
  switch (block.block) {
    case "asked":
      return { ...text(`${ASKED_PREFIX}${ownWords(block.text)}`), id: ASKED_COMPONENT };
    case "heading":
      return text(`### ${ownWords(block.text)}`);
    case "note":
      return text(ownWords(block.text));
    case "byline":
      return text(`**${ownWords(block.name)}**${block.detail === "" ? "" : ` ${ownWords(block.detail)}`}`);
    case "quote":
      return quote(block.verbatim);
    case "place":
      return text(`-# ${ownWords(block.text)}`);
    case "list":
      return text(block.items.map((item) => `- ${ownWords(item)}`).join("\n"));
    case "divider":
      return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small };
    case "link":
      // Among the buttons, all in one row: see controls.
      return [];
  }
}

/** What stands before the reader's own words. */
export const ASKED_PREFIX = "-# Asked: ";

function text(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

/** Neighbouring texts of our own share a component: there may be only 40, and quotes need one each. */
function joinNotes(components: readonly APIComponentInContainer[]): readonly APIComponentInContainer[] {
  const joined: APIComponentInContainer[] = [];
  for (const component of components) {
    const last = joined.at(-1);
    if (isNote(component) && last && isNote(last) && !isList(component) && !isList(last)) {
      joined[joined.length - 1] = text(`${last.content}\n${component.content}`);
    } else {
      joined.push(component);
    }
  }
  return joined;
}

function isNote(component: APIComponentInContainer): component is APITextDisplayComponent {
  return component.type === ComponentType.TextDisplay && component.id === undefined;
}

/** A line after a list would be read as part of its last item. */
function isList({ content }: APITextDisplayComponent): boolean {
  return content.startsWith("- ");
}

function controls(reply: Reply, presentation: Presentation): readonly APIComponentInContainer[] {
  const { asker } = presentation;
  const buttons: APIButtonComponent[] = reply.actions.map((action) => button(action, asker));
  if (presentation.hidden && reply.view) {
    buttons.push({
      type: ComponentType.Button,
      style: ButtonStyle.Primary,
      label: "Share",
      custom_id: encodeCustomId({ asker, control: { use: "share", view: reply.view } }),
    });
  }
  buttons.push(...reply.blocks.flatMap((block) => (block.block === "link" ? linkButton(block) : [])));
  const rows: APIActionRowComponent<APIComponentInMessageActionRow>[] = [];
  for (let at = 0; at < buttons.length; at += MOST_IN_ROW)
    rows.push(row(buttons.slice(at, at + MOST_IN_ROW)));
  if (reply.menu) rows.push(row([select(reply.menu, asker)]));
  return rows;
}

const MOST_IN_ROW = 5;

/** It opens in the reader's browser; we are told nothing of it. */
function linkButton({ label, url }: Extract<Block, { block: "link" }>): APIButtonComponent {
  return { type: ComponentType.Button, style: ButtonStyle.Link, label: clip(label, 80), url };
}

function row(
  components: APIComponentInMessageActionRow[],
): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components };
}

function button({ name, label, view }: Action, asker: string): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label,
    custom_id: encodeCustomId({ asker, control: { use: "action", name, view } }),
    ...(view ? {} : { disabled: true }),
  };
}

function select(menu: Menu, asker: string): APIStringSelectComponent {
  const back = menu.back;
  return {
    type: ComponentType.StringSelect,
    custom_id: encodeCustomId({ asker, control: { use: "menu", kind: menu.kind, back } }),
    placeholder: clip(menu.prompt, 150),
    options: menu.choices.map(({ id, label, description }, index) => ({
      label: clip(menu.kind === "matches" ? `${index + 1}. ${label}` : label, 100),
      description: clip(description, 100),
      value: id,
    })),
  };
}
