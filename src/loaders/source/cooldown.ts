/**
 * What is left alone for a while, because asking for it was in vain.
 */

/** Of many things by their names, or of one. */
export class Cooldown {
  readonly #milliseconds: number;
  readonly #until = new Map<string, number>();

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
  }

  isOn(name = ''): boolean {
    return Date.now() < (this.#until.get(name) ?? 0);
  }

  begin(name = ''): void {
    this.#until.set(name, Date.now() + this.#milliseconds);
  }

  end(name = ''): void {
    this.#until.delete(name);
  }
}
