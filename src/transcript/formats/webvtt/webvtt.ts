import { captionFormat } from "../captions/scan-captions.ts";
import { findWebVttCaptions, SIGNATURE } from "./webvtt-captions.ts";

/**
 * WebVTT, the captions of the web.
 * @see https://www.w3.org/TR/webvtt1/
 */
export const webvtt = captionFormat(
  {
    name: "WebVTT",
    key: "webvtt",
    extensions: [".vtt", ".srt", ".txt"],
    recognises: ({ file, text }) =>
      SIGNATURE.test(text) || (/\.vtt$/iu.test(file.name) && text.includes("-->")),
  },
  findWebVttCaptions,
);
