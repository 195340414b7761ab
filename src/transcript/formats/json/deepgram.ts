import type { JsonNode } from "./json-document.ts";
import { firstObject, jsonFormat } from "./json-format.ts";
import type { JsonTranscript } from "./json-transcript.ts";
import { JsonWords } from "./json-words.ts";
import { readSegments, readWholeText, type SegmentNames, sayWords } from "./segments.ts";

const NAMES: SegmentNames = {
  text: "transcript",
  start: "start",
  end: "end",
  voice: "speaker",
  perSecond: 1,
  words: "words",
  word: ["punctuated_word", "word"],
};

/** Where nobody told voices apart, but each has a channel of its own. */
const BY_CHANNEL: SegmentNames = { ...NAMES, voice: "channel", voiceIs: "Channel" };

/**
 * Deepgram's answer: utterances where they were asked for, else the first alternative of each channel, by its
 * paragraphs or its words. https://developers.deepgram.com/docs/utterances and …/paragraphs
 */
export const deepgramJson = jsonFormat({
  name: "Deepgram JSON",
  key: "deepgram",
  shape: "its “results” have neither “utterances” nor “channels”",
  grade: "automatic",
  recognises: (root) => {
    const results = root.get("results");
    return (
      firstObject(results?.get("utterances"))?.get("transcript") !== undefined ||
      firstObject(results?.get("channels"))?.get("alternatives") !== undefined
    );
  },
  read: (root, found) => {
    const results = root.get("results");
    const utterances = results?.get("utterances");
    if (utterances && firstObject(utterances)) {
      const byChannel = !firstObject(utterances)?.get("speaker") && countOf(results?.get("channels")) > 1;
      readSegments(utterances, byChannel ? BY_CHANNEL : NAMES, found, "utterance");
    } else {
      readChannels(results?.get("channels"), found);
    }
  },
});

function countOf(array: JsonNode | undefined): number {
  return [...(array?.items() ?? [])].length;
}

function readChannels(channels: JsonNode | undefined, found: JsonTranscript): void {
  const several = countOf(channels) > 1;
  let number = 0;
  for (const channel of channels?.items() ?? []) {
    const alternative = firstObject(channel.get("alternatives"));
    if (alternative) readAlternative(alternative, found, several ? `Channel ${number}` : null);
    if (number === 1) {
      found.warn(
        channel,
        "this channel stands after another one, so answers are apart from their questions.",
        "Ask Deepgram for utterances (utterances=true), which come in order.",
      );
    }
    number += 1;
  }
}

/** @param channel the voice of who is told apart by nothing but the channel. */
function readAlternative(alternative: JsonNode, found: JsonTranscript, channel: string | null): void {
  const paragraphs = alternative.get("paragraphs")?.get("paragraphs");
  if (paragraphs && firstObject(paragraphs)) {
    for (const paragraph of paragraphs.items()) readParagraph(paragraph, found, channel);
    return;
  }
  const text = found.get(alternative, "transcript");
  const words = alternative.get("words");
  if (text?.isString) readWholeText(text, words, NAMES, found, channel);
  else if (words) sayWords(words, NAMES, found, channel);
}

/** A sentence is a passage. Its own number of the speaker stands after the sentences, and counts for all of them. */
function readParagraph(paragraph: JsonNode, found: JsonTranscript, channel: string | null): void {
  const voice = found.voice(paragraph.get("speaker")) ?? channel;
  for (const sentence of found.get(paragraph, "sentences")?.items() ?? []) {
    const text = found.get(sentence, "text");
    if (!text?.isString) {
      found.warn(
        sentence,
        "this sentence has no text as its “text”.",
        "It is left out; put its words there.",
      );
      continue;
    }
    const time = found.time(sentence.get("start"), sentence.get("end"), 1);
    found.say({ words: new JsonWords(found.file, text), voice, time });
  }
}
