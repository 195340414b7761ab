import { readFile } from "node:fs/promises";
import { Archive } from "../../src/transcript/archive.ts";
import type { Interview } from "../../src/transcript/interview.ts";
import { loadArchive } from "../../src/transcript/load-archive.ts";
import { readInterview } from "../../src/transcript/read-interview.ts";
import { emptySidecar, parseSidecar } from "../../src/transcript/sidecar/sidecar.ts";
import { sourceFileOf } from "../../src/transcript/source-file.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** An interview read from text as the project reads files. */
export function interviewOf(id: string, text: string, yaml?: string): Interview {
  const sidecar =
    yaml === undefined ? emptySidecar(`${id}.txt`) : parseSidecar(sourceFileOf(`${id}.yaml`, bytes(yaml)));
  return readInterview(id, sourceFileOf(`${id}.txt`, bytes(text)), sidecar).interview;
}

export function archiveOf(...interviews: readonly Interview[]): Archive {
  return new Archive(interviews);
}

/** The interviews that come with the project. */
export async function bundledArchive(): Promise<Archive> {
  const { archive } = await loadArchive("transcripts");
  return archive;
}

export async function bundledText(): Promise<string> {
  return readFile("transcripts/lukashenko-brics.txt", "utf8");
}

const speakers = (guest: string): string => `speakers:
  - name: ${guest}
    aliases: [${guest.split(" ").at(-1)}]
    role: guest
  - name: Interviewer
    role: interviewer
`;

/** A mayor on trams and libraries. */
export function mayor(): Interview {
  return interviewOf(
    "mayor",
    [
      "Anna Berg has been mayor of the harbour town since 2019.",
      "“Will the new tram line be built?” I asked.",
      "“Certainly. The council voted for it in May,” Berg replied.",
      "“How much does it cost?” I asked.",
      "“Forty million, and not a cent more,” she said.",
      "I ask her whether the old library will have to close.",
      "“No. Nobody in this town hall wants that. Books belong in the centre.”",
      "The library was founded in 1902 by fishermen.",
    ].join("\n"),
    `${speakers("Anna Berg")}topics:
  - name: Tram line
    aliases: [trams, public transport]
    lines: ["2-5"]
  - name: Library
    lines: ["6-8"]
`,
  );
}

/** A composer, who speaks of trams too. */
export function composer(): Interview {
  return interviewOf(
    "composer",
    [
      "Karl Lund writes music for small orchestras.",
      "“Where do you find your melodies?” I asked.",
      "“On the tram. Its brakes sing a minor third,” Lund replied.",
      "“Do you play the violin yourself?” I asked.",
      "“Never in public. My neighbours have suffered enough,” Lund said.",
    ].join("\n"),
    `${speakers("Karl Lund")}topics:
  - name: Tram line
    lines: [3]
  - name: Instruments
    aliases: [violin]
    lines: ["4-5"]
`,
  );
}
