import type { JsonNode } from "./json-document.ts";
import { firstObject, jsonFormat } from "./json-format.ts";
import { readSegments, type SegmentNames } from "./segments.ts";

const NAMES: SegmentNames = {
  text: "body",
  start: "startTime",
  end: "endTime",
  voice: "speaker",
  perSecond: 1,
};

/**
 * The JSON transcript of Podcasting 2.0, with a sentence or a word a segment; some hosts give the segments without the
 * object around them. https://github.com/Podcastindex-org/podcast-namespace
 */
export const podcastingJson = jsonFormat({
  name: "Podcasting 2.0 JSON",
  key: "podcasting",
  shape: "it has no “segments” whose words are in their “body”",
  grade: null,
  recognises: (root) => firstObject(segmentsOf(root))?.get("body") !== undefined,
  read: (root, found) => {
    const segments = segmentsOf(root);
    if (segments) readSegments(segments, NAMES, found, "segment");
  },
});

function segmentsOf(root: JsonNode): JsonNode | undefined {
  return root.isArray ? root : root.get("segments");
}
