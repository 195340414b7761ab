/** With the words of a quote behind it, an address must still fit a button of Discord, which takes 512. */
const LONGEST = 400;

/** Where a published interview can be read: the address as a browser would ask for it, or what is wrong with it. */
export type PageAddress =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads an address someone wrote down. It is shown to everyone, so it may hold no name and password, and it comes
 * out in ASCII (WHATWG URL), so that nothing in it can be taken for something else.
 */
export function readPageAddress(typed: string): PageAddress {
  if (!URL.canParse(typed)) return wrong("expected the address of a page, such as https://example.com/talk");
  const { protocol, username, password, href, hash } = new URL(typed);
  if (protocol !== "https:" && protocol !== "http:")
    return wrong("the address must begin with https or http");
  if (username !== "" || password !== "") return wrong("leave the user name and password out of the address");
  if (hash.includes(":~:"))
    return wrong("leave out what begins with “:~:”: links point at each quote anyway");
  if (href.length > LONGEST) {
    return wrong(`the address has ${href.length} characters when written out; at most ${LONGEST} will do`);
  }
  return { ok: true, url: href };
}

function wrong(problem: string): PageAddress {
  return { ok: false, problem };
}
