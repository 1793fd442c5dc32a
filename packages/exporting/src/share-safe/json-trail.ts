/** So many steps of a path are said; those before them are left out. */
const said = 5;

/** Where in a JSON text a value stands, as in `data.items[0].text`, while one goes from token to token. */
export class JsonTrail {
  readonly #steps: (string | number)[] = [];

  open(isObject: boolean): void {
    this.#steps.push(isObject ? '' : 0);
  }

  close(): void {
    this.#steps.pop();
  }

  key(key: string): void {
    this.#steps[this.#steps.length - 1] = key;
  }

  next(): void {
    const last = this.#steps.at(-1);
    if (typeof last === 'number') this.#steps[this.#steps.length - 1] = last + 1;
  }

  text(): string {
    const path = this.#steps
      .slice(-said)
      .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${step}`))
      .join('');
    return this.#steps.length > said ? `…${path.startsWith('[') ? '' : '.'}${path}` : path;
  }
}
