/**
 * Text as it runs on, in one line: what stands between blocks and white space is one blank.
 * Keeps what is no white space of HTML: U+200B, soft hyphens, non-breaking spaces.
 */
export class RunningText {
  #pieces: string[] = [];
  #text = '';
  /** Whether a blank comes before what follows. */
  #isParted = false;

  get text(): string {
    this.gather();
    return this.#text;
  }

  write(text: string): void {
    const words = /[\t\r\n\f]| {2}/.test(text) ? text.replace(/[ \t\r\n\f]+/g, ' ') : text;
    const [from, to] = [words.startsWith(' ') ? 1 : 0, words.endsWith(' ') ? words.length - 1 : words.length];
    if (from === 1) this.part();
    if (from < to) {
      if (this.#isParted) this.#pieces.push(' ');
      this.#pieces.push(words.slice(from, to));
      this.#isParted = false;
    }
    if (to < words.length) this.part();
  }

  /** Parts what comes from what is there. */
  part(): void {
    this.#isParted = this.#pieces.length > 0 || this.#text !== '';
  }

  /** Makes one string of what was written since: kept word by word, a long text takes many times its length. */
  gather(): void {
    if (this.#pieces.length === 0) return;
    this.#text += this.#pieces.join('');
    this.#pieces = [];
  }
}
