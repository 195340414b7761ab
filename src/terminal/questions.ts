import { createInterface, type Interface } from "node:readline";
import type { Io } from "./io.ts";
import { ownWords } from "./own-words.ts";

/** Thrown when whoever was asked has gone: the end of the input, or Ctrl-C. */
export class Abandoned extends Error {
  constructor() {
    super("the questions were not answered");
    this.name = "Abandoned";
  }
}

/** Asks one thing after another. Lines that come before they are asked for, as when pasted, are kept. */
export class Questions {
  readonly #interface: Interface;
  readonly #output: Io["output"];
  readonly #lines: string[] = [];
  #isOver = false;
  #wake: () => void = () => {};

  constructor({ input, output }: Pick<Io, "input" | "output">) {
    this.#output = output;
    this.#interface = createInterface({ input, output, terminal: input.isTTY === true });
    this.#interface.on("line", (line) => {
      this.#lines.push(line);
      this.#wake();
    });
    this.#interface.on("SIGINT", () => this.#interface.close());
    this.#interface.on("close", () => {
      this.#isOver = true;
      this.#wake();
    });
  }

  /** Says something of our own. */
  say(text: string): void {
    this.#output.write(`${ownWords(text)}\n`);
  }

  /**
   * @param usual what nothing but Enter means; shown in brackets.
   * @throws Abandoned when there will be no answer.
   */
  async ask(question: string, usual = ""): Promise<string> {
    this.#interface.setPrompt(ownWords(usual === "" ? `${question}: ` : `${question} [${usual}]: `));
    this.#interface.prompt();
    while (this.#lines.length === 0 && !this.#isOver) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const line = this.#lines.shift();
    if (line === undefined) {
      this.#output.write("\n");
      throw new Abandoned();
    }
    return line.trim() || usual;
  }

  /** Asks again, saying why, until the answer will do. */
  async askUntil<Answer>(
    question: string,
    usual: string,
    read: (
      typed: string,
    ) => { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly why: string },
  ): Promise<Answer> {
    for (;;) {
      const typed = read(await this.ask(question, usual));
      if (typed.ok) return typed.answer;
      this.say(`  ${typed.why}.`);
    }
  }

  close(): void {
    this.#interface.close();
  }
}
