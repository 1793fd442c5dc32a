/** A mark or scalar of a JSON text, from `start` up to `end`; of a string with its quotes. */
export interface JsonToken {
  readonly kind: '{' | '}' | '[' | ']' | 'key' | 'string' | 'number' | 'boolean' | 'null';
  readonly start: number;
  readonly end: number;
}

export interface ScannedJson {
  readonly tokens: readonly JsonToken[];
  /** Some of it was left out: too deep, too many members or items. Containers are closed all the same. */
  readonly cut: boolean;
}

/** What is deeper is left out, as are further items of a list, members of an object, and values of a text. */
const deepest = 16;
const mostItems = 100;
const mostMembers = 1000;
const mostTokens = 5000;

/**
 * The tokens of a JSON text; null where it is none. Builds nothing of it and goes over it once, so that neither its
 * nesting nor its keys can do harm. Inside what is left out only strings and brackets are looked at.
 */
export const scanJson = (text: string): ScannedJson | null => new JsonScan(text).run();

interface Container {
  readonly isList: boolean;
  members: number;
}

class JsonScan {
  readonly #text: string;
  readonly #tokens: JsonToken[] = [];
  readonly #open: Container[] = [];
  #at: number;
  #cut = false;

  constructor(text: string) {
    this.#text = text;
    this.#at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  run(): ScannedJson | null {
    this.#skipSpace();
    if (!this.#value()) return null;
    for (let inner = this.#open.at(-1); inner; inner = this.#open.at(-1)) {
      if (this.#tokens.length >= mostTokens) return this.#cutOff();
      if (!this.#step(inner)) return null;
    }
    this.#skipSpace();
    return this.#at === this.#text.length ? { tokens: this.#tokens, cut: this.#cut } : null;
  }

  #cutOff(): ScannedJson {
    while (this.#open.length > 0) this.#close();
    return { tokens: this.#tokens, cut: true };
  }

  /** One member of the innermost container, or its end. */
  #step(container: Container): boolean {
    this.#skipSpace();
    if (this.#text[this.#at] === (container.isList ? ']' : '}')) {
      this.#at += 1;
      this.#close();
      return true;
    }
    if (container.members > 0) {
      if (this.#text[this.#at] !== ',') return false;
      this.#at += 1;
      this.#skipSpace();
    }
    if (container.members >= (container.isList ? mostItems : mostMembers)) return this.#leave();
    container.members += 1;
    return (container.isList || this.#key()) && this.#value();
  }

  #close(): void {
    const kind = this.#open.pop()?.isList ? ']' : '}';
    this.#tokens.push({ kind, start: this.#at - 1, end: this.#at });
  }

  /** Past the end of the innermost container. */
  #leave(): boolean {
    this.#cut = true;
    const end = this.#afterContainer(1);
    if (end < 0) return false;
    this.#at = end;
    this.#close();
    return true;
  }

  #key(): boolean {
    const end = this.#afterString();
    if (end < 0) return false;
    this.#tokens.push({ kind: 'key', start: this.#at, end });
    this.#at = end;
    this.#skipSpace();
    if (this.#text[this.#at] !== ':') return false;
    this.#at += 1;
    this.#skipSpace();
    return true;
  }

  #value(): boolean {
    switch (this.#text[this.#at]) {
      case '{':
      case '[':
        return this.#enter();
      case '"':
        return this.#scalar('string', this.#afterString());
      case 't':
        return this.#scalar('boolean', this.#afterWord('true'));
      case 'f':
        return this.#scalar('boolean', this.#afterWord('false'));
      case 'n':
        return this.#scalar('null', this.#afterWord('null'));
      default:
        return this.#scalar('number', this.#afterNumber());
    }
  }

  #enter(): boolean {
    const isList = this.#text[this.#at] === '[';
    this.#tokens.push({ kind: isList ? '[' : '{', start: this.#at, end: this.#at + 1 });
    this.#open.push({ isList, members: 0 });
    this.#at += 1;
    return this.#open.length <= deepest || this.#leave();
  }

  #scalar(kind: JsonToken['kind'], end: number): boolean {
    if (end < 0) return false;
    this.#tokens.push({ kind, start: this.#at, end });
    this.#at = end;
    return true;
  }

  #skipSpace(): void {
    for (; this.#at < this.#text.length; this.#at += 1) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
    }
  }

  #afterWord(word: string): number {
    return this.#text.startsWith(word, this.#at) ? this.#at + word.length : -1;
  }

  #afterNumber(): number {
    const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    number.lastIndex = this.#at;
    return number.test(this.#text) ? number.lastIndex : -1;
  }

  #afterString(): number {
    if (this.#text[this.#at] !== '"') return -1;
    for (let at = this.#at + 1; at < this.#text.length; at += 1) {
      const code = this.#text.charCodeAt(at);
      if (code === 0x22) return at + 1;
      if (code < 0x20) return -1;
      if (code !== 0x5c) continue;
      at += 1;
      const length = escapeLength(this.#text, at);
      if (length === 0) return -1;
      at += length - 1;
    }
    return -1;
  }

  /** After the end of so many containers, inside of which we stand. */
  #afterContainer(depth: number): number {
    let open = depth;
    for (let at = this.#at; at < this.#text.length; at += 1) {
      const code = this.#text.charCodeAt(at);
      if (code === 0x22) {
        this.#at = at;
        at = this.#afterString() - 1;
        if (at < 0) return -1;
        continue;
      }
      if (code === 0x7b || code === 0x5b) open += 1;
      else if (code === 0x7d || code === 0x5d) open -= 1;
      if (open === 0) return at + 1;
    }
    return -1;
  }
}

/** Of what follows a backslash; 0 where that is no escape. */
function escapeLength(text: string, at: number): number {
  if (text[at] === 'u') return /^[0-9a-fA-F]{4}$/.test(text.slice(at + 1, at + 5)) ? 5 : 0;
  return '"\\/bfnrt'.includes(text[at] ?? ' ') ? 1 : 0;
}
