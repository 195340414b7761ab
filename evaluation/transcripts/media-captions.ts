import * as peer from "media-captions";

/** A cue as media-captions gives it. */
export interface PeerCue {
  readonly startTime: number;
  readonly endTime: number;
  /** With its tags and entities, lines joined by "\n". */
  readonly text: string;
}

/** A piece of a cue's text: words, or a tag with what is in it. */
export interface PeerToken {
  readonly type: string;
  readonly data?: string;
  readonly voice?: string;
  readonly children?: readonly PeerToken[];
}

interface MediaCaptions {
  parseTextStream(
    lines: ReadableStream<string>,
    options: { readonly type: "vtt" | "srt" },
  ): Promise<{ readonly cues: readonly PeerCue[] }>;
  tokenizeVTTCue(cue: PeerCue): readonly PeerToken[];
}

/** Its own declarations can't be resolved here: they import without endings. */
const mediaCaptions = peer as unknown as MediaCaptions;

/**
 * Reads captions with the parser ours is held against. It gets its lines one at a time: its own `parseText` queues them
 * all, and then takes time that grows with the square of the file.
 */
export async function readWithMediaCaptions(type: "vtt" | "srt", text: string): Promise<readonly PeerCue[]> {
  const lines = text.split(/\r?\n|\r/u);
  let next = 0;
  const stream = new ReadableStream<string>(
    {
      pull: (controller) => {
        if (next < lines.length) controller.enqueue(lines[next] ?? "");
        else controller.close();
        next += 1;
      },
    },
    { highWaterMark: 1 },
  );
  return (await mediaCaptions.parseTextStream(stream, { type })).cues;
}

/** What a cue's text says to a reader, and to whom its tags give it, by media-captions' own tokenizer. */
export function tokensOf(cue: PeerCue): readonly PeerToken[] {
  return mediaCaptions.tokenizeVTTCue(cue);
}
