/** Hosts that read a time from the query, as whole seconds: `youtu.be/ID?t=754s`. */
const YOUTUBE = /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be)$/u;
const VIMEO = /(?:^|\.)vimeo\.com$/u;

/**
 * The address of a recording that begins to play at a time.
 *
 * YouTube and Vimeo have ways of their own; everybody else gets a temporal dimension as in the W3C's Media Fragments
 * URI 1.0, 4.2.1, `#t=754`, which browsers obey for audio and video files and others leave alone. A fragment that the
 * address has already is kept where it is a list of names and values; one that is anything else is the page's own
 * business, so then the address stays as it is.
 *
 * @param media an address in ASCII.
 * @param seconds from the beginning of the recording; parts of a second are left out.
 */
export function recordingUrl(media: string, seconds: number): string {
  const at = Math.max(0, Math.floor(seconds));
  const url = new URL(media);
  if (YOUTUBE.test(url.hostname)) {
    // The embedded player has another name for it, and takes a bare number.
    if (url.pathname.startsWith("/embed/")) url.searchParams.set("start", `${at}`);
    else url.searchParams.set("t", `${at}s`);
    return url.href;
  }
  const unit = VIMEO.test(url.hostname) ? "s" : "";
  const others = url.hash
    .replace(/^#/u, "")
    .split("&")
    .filter((pair) => pair !== "" && !/^t=/u.test(pair));
  if (others.some((pair) => !/^[\w-]+=[^/]*$/u.test(pair))) return media;
  url.hash = [...others, `t=${at}${unit}`].join("&");
  return url.href;
}

/** "12:34", or "1:02:03" from an hour on; parts of a second are left out. */
export function clockTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (part: number) => String(part).padStart(2, "0");
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
