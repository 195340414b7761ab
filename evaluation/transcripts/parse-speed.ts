import type { ParseSpeed } from "./dialogue-speed.ts";

/**
 * How fast each kind of transcript is read beside a mature parser of that kind, in turns in this run. The parsers are
 * loaded here and not before: only this measurement needs them.
 */
export async function measureParseSpeed(): Promise<readonly ParseSpeed[]> {
  const [{ measureCaptionSpeed }, { measureDialogueSpeed }, { htmlSpeed }, { measureJsonSpeed }] =
    await Promise.all([
      import("./caption-speed.ts"),
      import("./dialogue-speed.ts"),
      import("./html-speed.ts"),
      import("./json-speed.ts"),
    ]);
  const captions = await measureCaptionSpeed();
  const pages = await htmlSpeed();
  return [
    ...captions.flatMap(({ format, ours, oursCuesOnly, mediaCaptions: peers }) => [
      { format, ours, peer: "media-captions", peers },
      { format: `${format}, cues only`, ours: oursCuesOnly, peer: "media-captions", peers },
    ]),
    ...measureJsonSpeed().map(({ format, ours, plain }) => ({
      format,
      ours,
      peer: "JSON.parse and a loop, without places",
      peers: plain,
    })),
    ...pages.map((row) => ({
      format: row.format,
      ours: row["ours MB/s"],
      peer: row["peer name"],
      peers: row["peer MB/s"],
    })),
    ...(await measureDialogueSpeed()),
  ];
}
