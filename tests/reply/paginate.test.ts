import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paginate } from "../../src/reply/paginate.ts";
import { costOfStatement, quotesOfStatement, ROOM_FOR_NOTES } from "../../src/reply/show-statement.ts";
import type { Surface } from "../../src/reply/surface.ts";
import type { Statement } from "../../src/transcript/interview.ts";
import { interviewOf } from "../search/archives.ts";

const { statements } = interviewOf(
  "lengths",
  Array.from(
    { length: 12 },
    (_, at) => `“${"word ".repeat(1 + at * 40)}so,” Mira Oduya said.\n“So?” I asked.`,
  ).join("\n"),
);

const surface: Surface = {
  capacity: 2500,
  cost: (text) => text.length,
  statementsPerPage: 4,
  quotesPerPage: 7,
};

const some = fc.array(fc.constantFrom(null, ...statements), { maxLength: 40 });

function costOf(statement: Statement | null | undefined): number {
  return statement ? costOfStatement(statement, surface) : 100;
}

function quotesOn(page: readonly (Statement | null)[]): number {
  return page.reduce((sum, statement) => sum + (statement ? quotesOfStatement(statement) : 0), 0);
}

describe("pages of statements", () => {
  it("hold every statement once, in order", () => {
    fc.assert(
      fc.property(some, fc.nat({ max: 500 }), (list, head) => {
        const pages = paginate(list, head, surface);
        expect(pages.flatMap(({ from, to }) => list.slice(from, to))).toEqual(list);
        pages.forEach(({ from, to }, index) => {
          expect(from).toBe(index === 0 ? 0 : pages[index - 1]?.to);
          expect(to).toBeGreaterThan(from);
        });
      }),
    );
  });

  it("hold as many as fit, never more, and no more than a page may list", () => {
    fc.assert(
      fc.property(some, fc.nat({ max: 500 }), (list, head) => {
        const room = surface.capacity - ROOM_FOR_NOTES - head;
        const pages = paginate(list, head, surface);
        pages.forEach(({ from, to }, index) => {
          const used = list.slice(from, to).reduce((sum, statement) => sum + costOf(statement), 0);
          expect(to - from).toBeLessThanOrEqual(surface.statementsPerPage);
          if (to - from > 1) expect(used).toBeLessThanOrEqual(room);
          const quotes = quotesOn(list.slice(from, to));
          if (to - from > 1) expect(quotes).toBeLessThanOrEqual(surface.quotesPerPage);
          const another =
            index + 1 < pages.length &&
            to - from < surface.statementsPerPage &&
            quotes + quotesOn(list.slice(to, to + 1)) <= surface.quotesPerPage;
          if (another) expect(used + costOf(list[to])).toBeGreaterThan(room);
        });
      }),
    );
  });

  it("are none where there is nothing", () => {
    expect(paginate([], 0, surface)).toEqual([]);
  });

  it("are one where a surface has no end", () => {
    const endless = {
      ...surface,
      capacity: Number.POSITIVE_INFINITY,
      statementsPerPage: Number.POSITIVE_INFINITY,
      quotesPerPage: Number.POSITIVE_INFINITY,
    };
    expect(paginate(statements, 0, endless)).toEqual([{ from: 0, to: statements.length }]);
  });
});
