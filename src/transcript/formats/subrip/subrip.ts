import { captionFormat } from "../captions/scan-captions.ts";
import { findSubRipCaptions } from "./subrip-captions.ts";

/** How a SubRip file begins: a number, which may be missing, and times. */
const BEGINNING = /^\s*(?:\d{1,9}[ \t]*(?:\r\n?|\n)\s*)?\d{1,3}:\d{2}:\d{2}[,.]\d{1,3}[ \t]*-->[ \t]*\d/u;

/** SubRip, the subtitles of films. Nothing specifies it: it is read as players read it. */
export const subrip = captionFormat(
  {
    name: "SubRip",
    key: "subrip",
    extensions: [".srt", ".txt"],
    recognises: ({ file, text }) =>
      /\.srt$/iu.test(file.name) ? text.includes("-->") : BEGINNING.test(text.slice(0, 4096)),
  },
  findSubRipCaptions,
);
