import type { TimeSpan } from "../../interview.ts";
import type { JsonNode } from "./json-document.ts";

/** 83.5, 1:23.5 or 00:01:23,500. */
const CLOCK = /^(?:(\d+):)?(\d+):(\d+(?:[.,]\d+)?)$/u;

/**
 * When something was said. Times come as numbers, and from some exporters as text ("12.5", "00:01:23,500"). One that
 * is missing, negative or no number is unknown: without a start there is no time; an end that is unknown or before
 * the start is the start.
 *
 * @param perSecond how many units of a bare number make a second; a clock's time is in seconds whatever that is.
 */
export function timeOf(
  start: JsonNode | undefined,
  end: JsonNode | undefined,
  perSecond: number,
): TimeSpan | null {
  const from = secondsOf(start, perSecond);
  if (from === undefined) return null;
  return { start: from, end: Math.max(from, secondsOf(end, perSecond) ?? from) };
}

function secondsOf(node: JsonNode | undefined, perSecond: number): number | undefined {
  const seconds =
    node?.number === undefined ? secondsWritten(node?.string, perSecond) : node.number / perSecond;
  return seconds !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

function secondsWritten(text: string | undefined, perSecond: number): number | undefined {
  const written = text?.trim() ?? "";
  if (/^\d+(?:\.\d+)?$/u.test(written)) return Number(written) / perSecond;
  const [, hours = "0", minutes, seconds] = CLOCK.exec(written) ?? [];
  if (minutes === undefined || seconds === undefined) return undefined;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(",", "."));
}
