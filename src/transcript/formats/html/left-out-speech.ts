import type { Diagnostic } from "../../diagnostic.ts";
import type { SourceText } from "../../source-text.ts";
import { isLabelled } from "../../unread-speech.ts";
import { compose } from "./compose.ts";
import type { Page } from "./page.ts";
import { readLabel } from "./voice-names.ts";

/**
 * Warns where words that were left out as no part of the page's content look like speech of the interview: labels of
 * its voices stand before them, or labels that come again.
 *
 * @param voices as the interview names them, in small letters.
 */
export function warnOfLeftOut(
  page: Page,
  left: Uint8Array,
  voices: ReadonlySet<string>,
  file: SourceText,
): readonly Diagnostic[] {
  if (!left.includes(1)) return [];
  const { reading, lines } = compose(
    page,
    left.map((state) => 1 - state),
    [],
  );
  const seen = new Map<string, { times: number; readonly at: number }>();
  for (const { span, at } of lines) {
    const text = reading.text.slice(span.start, Math.min(span.end, span.start + 200));
    const written = /^[^:：]{1,70}[:：](?=\s|$)/u.exec(text)?.[0];
    const voice = (written === undefined ? null : readLabel(written))?.voice.toLowerCase();
    if (voice === undefined || !(voices.has(voice) || isLabelled(text))) continue;
    const before = seen.get(voice) ?? { times: 0, at };
    before.times += 1;
    seen.set(voice, before);
  }
  const first = [...seen].find(([voice, { times }]) => voices.has(voice) || times > 1)?.[1];
  if (!first) return [];
  return [
    {
      severity: "warning",
      file: file.file.name,
      ...file.positionAt(first.at),
      message:
        "words that look like speech of the interview stand outside of what was taken for the page’s content, and weren’t read.",
      advice: "Move them into the page’s <main> or <article>, or save the interview alone, as text.",
    },
  ];
}
