import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { runAdd } from "../../src/terminal/run-add.ts";
import { sidecarSchema } from "../../src/transcript/sidecar/sidecar-schema.ts";
import { type TestIo, testIo } from "./console-streams.ts";
import { contentsOf, folderWith } from "./files.ts";

const FERRY = [
  "The ferry at Holm",
  "",
  "“Why did you stay?” Tom Hale asked.",
  "“Because somebody has to,” Ada Reed said.",
  "“And in winter?” Tom Hale asked.",
  "“In winter we wait,” Ada Reed said.",
  "",
].join("\r\n");

async function add(argv: readonly string[], folder: string, io: TestIo = testIo()) {
  const code = await runAdd(argv, io, { folder });
  return { code, shown: io.shown(), complained: io.complained() };
}

/** At a terminal, where these lines are typed, and then Ctrl-D. */
function typing(...lines: readonly string[]): TestIo {
  return testIo({ terminal: true, input: lines.map((line) => `${line}\n`).join("") });
}

function given(content: string | Uint8Array = FERRY, name = "holm-ferry.txt"): string {
  return join(folderWith({ [name]: content }), name);
}

/** The yaml that was written, and its comment. */
function yamlIn(folder: string, name = "holm-ferry.yaml") {
  const text = contentsOf(folder)[name] ?? "";
  expect(text).toMatch(/^# yaml-language-server: \$schema=\S+\/schemas\/interview\.schema\.json\n/u);
  expect(sidecarSchema.safeParse(parse(text)).success).toBe(true);
  return parse(text) as unknown;
}

describe("add, in a script", () => {
  it("finds nobody in a file that names nobody, and says so of an interviewer who is named", async () => {
    const segments = [
      { id: 0, start: 0, end: 2, text: " It rained." },
      { id: 1, start: 2, end: 4, text: " A lot." },
    ];
    const file = given(JSON.stringify({ text: "It rained. A lot.", segments, language: "en" }), "rain.json");
    const named = await add(["--interviewer", "Ida Moss", file], folderWith());
    expect(named.complained).toContain("nobody is called Ida Moss here; there are no names in the file.");
    const folder = folderWith();
    expect((await add([file], folder)).code).toBe(0);
    expect(yamlIn(folder, "rain.yaml")).toEqual({ title: "rain", language: "en" });
    const io = typing("Rain", "en", "-", "-", "automatic");
    await add([file], folderWith(), io);
    expect(io.shown()).toContain("Speakers: none were found");
    expect(io.shown()).not.toContain("Unidentified speaker: ");
  });

  it("copies the file byte for byte and writes what it guesses", async () => {
    const folder = folderWith();
    const { code, shown, complained } = await add([given(`\ufeff${FERRY}`)], folder);
    expect({ code, complained }).toEqual({ code: 0, complained: "" });
    expect(Object.keys(contentsOf(folder))).toEqual(["holm-ferry.txt", "holm-ferry.yaml"]);
    expect(contentsOf(folder)["holm-ferry.txt"]).toBe(`\ufeff${FERRY}`);
    expect(yamlIn(folder)).toEqual({
      title: "The ferry at Holm",
      language: "en",
      speakers: [
        { name: "Tom Hale", role: "interviewer" },
        { name: "Ada Reed", role: "guest" },
      ],
    });
    expect(shown).toContain(": fine\n");
    expect(shown).toContain("The ferry at Holm: article");
    expect(shown).toContain(`Added: ${join(folder, "holm-ferry.txt")}, ${join(folder, "holm-ferry.yaml")}\n`);
    expect(shown).toContain(`npm run check -- ${join(folder, "holm-ferry.yaml")}`);
  });

  it("takes what is said", async () => {
    const folder = folderWith();
    const said = [
      ["--title", "Ada: a #ferry"],
      ["--interviewer", "reed"],
      ["--language", "de-AT"],
      ["--url", "https://news.example/holm"],
      ["--media", "https://radio.example/holm.mp3"],
      ["--grade", "clean"],
      ["--format", "article"],
      ["--name", "ferry-2024.txt"],
    ].flat();
    expect(await add([...said, given()], folder)).toMatchObject({ code: 0 });
    expect(yamlIn(folder, "ferry-2024.yaml")).toEqual({
      title: "Ada: a #ferry",
      language: "de-AT",
      url: "https://news.example/holm",
      media: { url: "https://radio.example/holm.mp3" },
      grade: "clean",
      format: "article",
      speakers: [
        { name: "Tom Hale", role: "guest" },
        { name: "Ada Reed", role: "interviewer" },
      ],
    });
  });

  it("names an interviewer whom the file doesn’t", async () => {
    const folder = folderWith();
    const file = given("“Why?” I asked.\n“Because,” Ada Reed said.\n“And?” I asked.", "a.txt");
    expect(await add(["--interviewer", "Tom Hale", file], folder)).toMatchObject({ code: 0 });
    expect(yamlIn(folder, "a.yaml")).toMatchObject({
      speakers: [
        { name: "Tom Hale", role: "interviewer" },
        { name: "Ada Reed", role: "guest" },
      ],
    });
  });

  it("reads standard input, under the name it is given, with an ending or without", async () => {
    for (const name of ["talk.txt", "talk"]) {
      const folder = folderWith();
      expect(await add(["--name", name, "-"], folder, testIo({ input: FERRY }))).toMatchObject({ code: 0 });
      expect(contentsOf(folder)["talk.txt"]).toBe(FERRY);
      expect(yamlIn(folder, "talk.yaml")).toBeDefined();
    }
    const folder = folderWith();
    const nameless = await add(["-"], folder, testIo({ input: FERRY }));
    expect(nameless).toMatchObject({ code: 2, shown: "", complained: expect.stringContaining("--name") });
    expect(contentsOf(folder)).toEqual({});
  });

  it("is one line of JSON for programs", async () => {
    const folder = folderWith();
    const { code, shown } = await add(["--json", given()], folder);
    expect(code).toBe(0);
    expect(shown.split("\n")).toHaveLength(2);
    expect(JSON.parse(shown)).toMatchObject({
      file: join(folder, "holm-ferry.txt"),
      sidecar: join(folder, "holm-ferry.yaml"),
      errors: [],
      interview: { title: "The ferry at Holm" },
      added: [join(folder, "holm-ferry.txt"), join(folder, "holm-ferry.yaml")],
    });
  });

  it("makes the folder where there is none", async () => {
    const folder = join(folderWith(), "to", "come");
    expect(await add([given()], folder)).toMatchObject({ code: 0 });
    expect(Object.keys(contentsOf(folder))).toHaveLength(2);
  });

  it("writes only the yaml for a file that lies there already", async () => {
    const folder = folderWith({ "holm-ferry.txt": FERRY });
    const { code, shown } = await add([join(folder, "holm-ferry.txt")], folder);
    expect(code).toBe(0);
    expect(shown).toContain(`Added: ${join(folder, "holm-ferry.yaml")}\n`);
    expect(contentsOf(folder)["holm-ferry.txt"]).toBe(FERRY);
  });
});

describe("add, of other formats", () => {
  it.each([
    [
      "talk.vtt",
      "WEBVTT - The ferry\n\n00:01.000 --> 00:02.000\n<v Tom Hale>Why?\n\n00:02.000 --> 00:03.000\n<v Ada Reed>Because.\n",
    ],
    [
      "talk.srt",
      "1\n00:00:01,000 --> 00:00:02,000\nTOM HALE: Why?\n\n2\n00:00:02,000 --> 00:00:03,000\nADA REED: Because.\n",
    ],
    [
      "talk.json",
      JSON.stringify({
        version: "1.0.0",
        segments: [
          { speaker: "Tom Hale", startTime: 1, endTime: 2, body: "Why?" },
          { speaker: "Ada Reed", startTime: 2, endTime: 3, body: "Because." },
        ],
      }),
    ],
    [
      "talk.html",
      "<!doctype html>\n<title>The &amp; ferry</title>\n<p><b>Tom Hale:</b> Why?</p>\n<p><b>Ada Reed:</b> Because.</p>\n",
    ],
  ])("knows %s by how it begins, and who speaks in it", async (name, content) => {
    const folder = folderWith();
    const { code, shown } = await add(["--json", "--name", "talk", "-"], folder, testIo({ input: content }));
    expect(code).toBe(0);
    expect(contentsOf(folder)[name]).toBe(content);
    expect(JSON.parse(shown)).toMatchObject({ errors: [], interview: { speakers: [{}, {}] } });
    const { title, speakers } = yamlIn(folder, "talk.yaml") as {
      title: string;
      speakers: { name: string }[];
    };
    expect(speakers.map((one) => one.name.toLowerCase()).sort()).toEqual(["ada reed", "tom hale"]);
    if (name === "talk.vtt") expect(title).toBe("The ferry");
    if (name === "talk.html") expect(title).toBe("The & ferry");
  });
});

describe("add, of what is there already", () => {
  const there = { "holm-ferry.txt": "“Mine,” Ada Reed said.", "holm-ferry.yml": "title: Mine" };

  it("never overwrites unasked", async () => {
    const folder = folderWith(there);
    const { code, shown, complained } = await add([given()], folder);
    expect({ code, shown }).toEqual({ code: 2, shown: "" });
    expect(complained).toContain("are there already. Add --force to replace");
    expect(contentsOf(folder)).toEqual(there);
  });

  it("replaces with --force, and the yaml under the name it has", async () => {
    const folder = folderWith(there);
    expect(await add(["--force", given()], folder)).toMatchObject({ code: 0 });
    expect(Object.keys(contentsOf(folder))).toEqual(["holm-ferry.txt", "holm-ferry.yml"]);
    expect(contentsOf(folder)["holm-ferry.txt"]).toBe(FERRY);
    expect(yamlIn(folder, "holm-ferry.yml")).toMatchObject({ title: "The ferry at Holm" });
  });

  it("asks at a terminal, and takes anything but yes for no", async () => {
    for (const [typed, code] of [
      ["y", 0],
      ["n", 1],
      ["", 1],
      ["yess", 1],
    ] as const) {
      const folder = folderWith(there);
      const result = await add([given()], folder, typing(typed, "", "", "", "", "", "", ""));
      expect(result).toMatchObject({ code, shown: expect.stringContaining("there already. Replace?") });
      expect(contentsOf(folder)["holm-ferry.txt"] === FERRY).toBe(code === 0);
    }
  });

  it("takes no name that another transcript has, whatever its ending", async () => {
    const folder = folderWith({ "holm-ferry.TXT": "“Mine,” Ada Reed said." });
    expect(await add(["--force", given()], folder)).toMatchObject({ code: 2, shown: "" });
    expect(Object.keys(contentsOf(folder))).toEqual(["holm-ferry.TXT"]);
  });
});

describe("add, at a terminal", () => {
  it("shows what it found and asks for the rest, with its guesses", async () => {
    const folder = folderWith();
    const io = typing("", "", "", "", "", "");
    const { code, shown } = await add([given()], folder, io);
    expect(code).toBe(0);
    expect(shown).toContain("Format: article\n");
    expect(shown).toContain("1  Tom Hale: 2 times, first on line 3 (interviewer)\n");
    expect(shown).toContain("2  Ada Reed: 2 times, first on line 4 (guest)\n");
    expect(shown).toContain("Title [The ferry at Holm]: ");
    expect(shown).toMatch(/Who asks the questions\?.*\[1\]: /u);
    expect(yamlIn(folder)).toMatchObject({ title: "The ferry at Holm", language: "en" });
  });

  it("takes answers, and asks again for those that won’t do", async () => {
    const folder = folderWith();
    const io = typing(
      "Ferry",
      "9, Nobody",
      "2",
      "Deutsch!",
      "de",
      "nowhere",
      "https://a.example",
      "-",
      "good",
      "full",
    );
    const { code, shown } = await add([given()], folder, io);
    expect(code).toBe(0);
    expect(shown).toContain("nobody is called 9 here; there are Tom Hale, Ada Reed.");
    expect(shown).toContain('expected a language tag such as "en".');
    expect(shown).toContain("expected the address of a page");
    expect(yamlIn(folder)).toEqual({
      title: "Ferry",
      language: "de",
      url: "https://a.example/",
      grade: "full",
      speakers: [
        { name: "Tom Hale", role: "guest" },
        { name: "Ada Reed", role: "interviewer" },
      ],
    });
  });

  it("doesn’t ask for what was said, nor for anything with --yes or --json", async () => {
    const said = [
      "--title",
      "T",
      "--interviewer",
      "Tom Hale",
      "--language",
      "en",
      "--url",
      "https://a.example",
    ];
    const some = await add([...said, given()], folderWith(), typing("", ""));
    expect(some.code).toBe(0);
    expect(some.shown).not.toMatch(/Title \[|Who asks|Language \[|Page it/u);
    expect(some.shown).toContain("Recording’s address");
    for (const flag of ["--yes", "-y", "--json"]) {
      const { code, shown } = await add([flag, given()], folderWith(), typing());
      expect(code).toBe(0);
      expect(shown).not.toMatch(/ \[.*\]: /u);
    }
  });

  it.each([0, 1, 3, 5])("leaves nothing behind when the answers end after %d", async (count) => {
    const folder = folderWith();
    const answers = Array.from({ length: count }, () => "");
    const { code, shown } = await add([given()], folder, typing(...answers));
    expect(code).toBe(1);
    expect(shown).toMatch(/Nothing was added\.\n$/u);
    expect(contentsOf(folder)).toEqual({});
  });

  it("leaves nothing behind on Ctrl-C", async () => {
    const folder = folderWith();
    const io = testIo({ terminal: true });
    io.input.write("Title\n\u0003");
    expect(await add([given()], folder, io)).toMatchObject({ code: 1 });
    expect(contentsOf(folder)).toEqual({});
  });
});

describe("add, of what can’t be added", () => {
  it.each<readonly [string, readonly string[], RegExp]>([
    ["nothing", [], /no file to add/u],
    ["two files", ["a.txt", "b.txt"], /one file at a time/u],
    ["a file there isn’t", ["no/such/file.txt"], /can’t be read \(ENOENT\)/u],
    ["an option there isn’t", ["--titel", "x", "a.txt"], /--titel/u],
    ["an empty option", ["--title", " ", "a.txt"], /--title takes a value/u],
    ["a language that is none", ["--language", "English!", "FILE"], /--language: expected a language tag/u],
    ["a page that is none", ["--url", "somewhere", "FILE"], /--url: expected the address/u],
    ["a grade that is none", ["--grade", "good", "FILE"], /--grade: /u],
    ["a format that is none", ["--format", "telepathy", "FILE"], /--format: there is none called telepathy/u],
    ["an interviewer nobody knows", ["--interviewer", "Nobody", "FILE"], /nobody is called Nobody here/u],
    ["a name with a folder in it", ["--name", "../x.txt", "FILE"], /without a folder/u],
    ["a hidden name", ["--name", ".x.txt", "FILE"], /begins with a dot/u],
    ["a yaml", ["--name", "x.yaml", "FILE"], /That is a yaml/u],
  ])("is bad usage: %s", async (_what, argv, why) => {
    const folder = folderWith();
    const file = given();
    const { code, shown, complained } = await add(
      argv.map((one) => (one === "FILE" ? file : one)),
      folder,
    );
    expect({ code, shown }).toEqual({ code: 2, shown: "" });
    expect(complained).toMatch(why);
    expect(contentsOf(folder)).toEqual({});
  });

  it.each<readonly [string, string | Uint8Array, RegExp]>([
    ["no UTF-8", Uint8Array.from([0x41, 0x0a, 0xff]), /holm-ferry\.txt:2:1: error: byte 2 \(0xff\)/u],
    ["an empty file", "", /holm-ferry\.txt: error: the file has no text in it/u],
  ])("is named with its place, and not added: %s", async (_what, content, why) => {
    const folder = folderWith();
    const { code, shown } = await add([given(content)], folder);
    expect(code).toBe(1);
    expect(shown).toMatch(why);
    expect(shown).toContain("Nothing was added.");
    const json = await add(["--json", given(content)], folder);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.shown)).toMatchObject({ interview: null, added: [], errors: [{}] });
    expect(contentsOf(folder)).toEqual({});
  });

  it("says so where the folder can’t be written to", async () => {
    const file = given();
    const { code, complained } = await add([file], join(file, "below-a-file"));
    expect(code).toBe(2);
    expect(complained).toContain("It can’t be added to");
  });

  it("helps", async () => {
    const { code, shown } = await add(["-h"], "none");
    expect(code).toBe(0);
    expect(shown).toContain("Usage: npm run -s add -- [options] FILE");
  });
});
