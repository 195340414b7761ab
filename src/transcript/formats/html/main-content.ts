import { type Elements, IN_LINK, IS_BESIDE, IS_MAIN, type Page } from "./page.ts";

/** Of the page's words outside links; what holds as many isn't beside the page but the page. */
const MOST = 0.5;
/** A block of which so much is links, and more than one, leads elsewhere. */
const MOSTLY_LINKS = 0.6;
const LISTS: ReadonlySet<string> = new Set(["ul", "ol", "div", "section", "table"]);

/**
 * Which elements of a page are not its content, by number: menus, adverts, footers, forms, what is hidden, and whatever
 * stands outside of its `<main>` or `<article>`. Where a page has no such element, all of its body is content but for
 * blocks that are mostly links. Nothing that holds most of the page's words is ever left out.
 */
export function leftOut(page: Page): Uint8Array {
  const { elements } = page;
  const count = elements.names.length;
  const all = weigh(page, null);
  const whole = all.prose[0] ?? 0;
  const left = new Uint8Array(count);
  for (let element = 1; element < count; element += 1) {
    const prose = all.prose[element] ?? 0;
    const around = left[elements.parents[element] ?? 0] ?? 0;
    const out =
      around === 1 ||
      (prose < whole * MOST &&
        (((elements.flags[element] ?? 0) & IS_BESIDE) !== 0 || leadsElsewhere(elements, all, element)));
    left[element] = out ? 1 : 0;
  }
  const read = weigh(page, left);
  const main = mainElement(page, left, read.prose);
  if (main === 0) return left;
  for (let element = 0; element < count; element += 1) {
    const inMain = element === main || (element > main && left[elements.parents[element] ?? 0] === 2);
    if (inMain && left[element] === 0) left[element] = 2;
    else left[element] = left[element] === 2 ? 2 : 1;
  }
  return left.map((state) => (state === 2 ? 0 : 1));
}

interface Weights {
  /** Letters and marks outside links, of each element with all it holds. */
  readonly prose: Float64Array;
  readonly linked: Float64Array;
  /** How many pieces of it are links. */
  readonly links: Float64Array;
}

function weigh({ elements, words, file }: Page, left: Uint8Array | null): Weights {
  const count = elements.names.length;
  const prose = new Float64Array(count);
  const linked = new Float64Array(count);
  const links = new Float64Array(count);
  for (let at = 0; at < words.from.length; at += 1) {
    const element = words.elements[at] ?? 0;
    if (left?.[element] === 1 || words.means[at] !== null) continue;
    const [from = 0, to = 0] = [words.from[at], words.to[at]];
    if (to - from < 8 && file.slice(from, to).trim() === "") continue;
    const isLink = ((elements.flags[element] ?? 0) & IN_LINK) !== 0;
    const weights = isLink ? linked : prose;
    weights[element] = (weights[element] ?? 0) + to - from;
    if (isLink) links[element] = (links[element] ?? 0) + 1;
  }
  for (let element = count - 1; element > 0; element -= 1) {
    const parent = elements.parents[element] ?? 0;
    for (const weights of [prose, linked, links]) {
      weights[parent] = (weights[parent] ?? 0) + (weights[element] ?? 0);
    }
  }
  return { prose, linked, links };
}

function leadsElsewhere({ names }: Elements, { prose, linked, links }: Weights, element: number): boolean {
  const inLinks = linked[element] ?? 0;
  return (
    (links[element] ?? 0) > 1 &&
    inLinks > ((prose[element] ?? 0) + inLinks) * MOSTLY_LINKS &&
    LISTS.has(names[element] ?? "")
  );
}

/** The `<main>` with most of the words, and in it, or without one, the one `<article>` that has them; else the page. */
function mainElement(page: Page, left: Uint8Array, prose: Float64Array): number {
  const { elements } = page;
  const heaviest = (within: number, isCalled: (element: number) => boolean): number => {
    const least = (prose[within] ?? 0) * MOST;
    let found = within;
    for (let element = within + 1; element < elements.names.length; element += 1) {
      if ((elements.starts[element] ?? 0) >= (elements.ends[within] ?? 0)) break;
      const weight = prose[element] ?? 0;
      if (left[element] === 1 || weight === 0 || weight < least || !isCalled(element)) continue;
      if (found === within || weight > (prose[found] ?? 0)) found = element;
    }
    return found;
  };
  const main = heaviest(0, (element) => ((elements.flags[element] ?? 0) & IS_MAIN) !== 0);
  return heaviest(main, (element) => elements.names[element] === "article");
}
