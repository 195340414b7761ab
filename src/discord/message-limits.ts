/** Characters of text that the components of one message may hold. */
export const MOST_TEXT = 4000;

/**
 * Bytes of text, in UTF-8, that they may hold: documented nowhere, but past 10,170, counting 12 for each text,
 * Discord answers with status 500 (discord/discord-api-docs, issue 8554).
 */
export const MOST_TEXT_BYTES = 9700;

/** Components of one message, nested ones counted. */
const MOST_COMPONENTS = 40;

/** A message that Discord would refuse; its message holds no quoted words. */
export class LimitFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = "LimitFault";
  }
}

/**
 * Holds a message's components against the limits that no builder checks, before Discord does.
 * @throws LimitFault naming the limit.
 */
export function checkMessageLimits(components: readonly object[]): void {
  let count = 0;
  let text = 0;
  let bytes = 0;
  const customIds = new Set<string>();
  const visit = (component: object): void => {
    count += 1;
    const { content, custom_id, url, components: nested }: ComponentFields = component;
    if (content !== undefined) {
      text += content.length;
      bytes += Buffer.byteLength(content) + 12;
      if (content.trim() === "") throw new LimitFault("a text is empty");
    }
    if (custom_id !== undefined) {
      if (custom_id.length > 100) throw new LimitFault(`a custom id has ${custom_id.length} characters`);
      if (customIds.has(custom_id)) throw new LimitFault("two components have the same custom id");
      customIds.add(custom_id);
    }
    if (url !== undefined && url.length > 512) throw new LimitFault(`a link has ${url.length} characters`);
    nested?.forEach(visit);
  };
  components.forEach(visit);
  if (count > MOST_COMPONENTS) throw new LimitFault(`${count} components are more than ${MOST_COMPONENTS}`);
  if (text > MOST_TEXT) throw new LimitFault(`${text} characters of text are more than ${MOST_TEXT}`);
  if (bytes > 10_170) throw new LimitFault(`${bytes} bytes of text are more than 10170`);
}

interface ComponentFields {
  readonly content?: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly components?: readonly object[];
}
