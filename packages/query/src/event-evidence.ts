import type { EventListItem, RawHeaders } from '@hooktap/protocol';
import { foldCase } from './fold-case.ts';
import { unescapeJson } from './json-values.ts';
import type { EventView } from './views.ts';

/** A list item, and what of it a bare word is looked for in. */
export class ItemEvidence {
  readonly item: EventListItem;
  #texts: readonly string[] | undefined;

  constructor(item: EventListItem) {
    this.item = item;
  }

  /** Folded. */
  texts(): readonly string[] {
    this.#texts ??= textsOf(this.item).map(foldCase);
    return this.#texts;
  }
}

function textsOf(item: EventListItem): string[] {
  const { requestTarget, method, id, provider, eventType, providerEventId, subject, note, tags } = item;
  const texts = [requestTarget, method, id, provider, eventType, providerEventId, subject, note, ...tags];
  return texts.flatMap((text) => text || []);
}

/** A view's answers, each asked for once and folded once however many terms look at it. */
export class EventEvidence extends ItemEvidence {
  readonly #view: EventView;
  #headers: RawHeaders | undefined;
  #headerTexts: readonly string[] | undefined;
  #readings: readonly string[] | undefined;
  #bodyTexts: readonly string[] | undefined;
  #unescapedTexts: readonly string[] | undefined;

  constructor(view: EventView) {
    super(view.item);
    this.#view = view;
  }

  isReplayed(): boolean {
    return this.#view.isReplayed();
  }

  isUnread(): boolean {
    return this.#view.isUnread();
  }

  headers(): RawHeaders {
    this.#headers ??= this.#view.rawHeaders();
    return this.#headers;
  }

  readings(): readonly string[] {
    this.#readings ??= this.#view.bodyReadings();
    return this.#readings;
  }

  /** Folded `name: value`, in both readings. */
  headerTexts(): readonly string[] {
    this.#headerTexts ??= this.headers().flatMap(([name, value]) =>
      bothReadings(`${name}: ${value}`).map(foldCase),
    );
    return this.#headerTexts;
  }

  /** Folded, as sent. */
  bodyTexts(): readonly string[] {
    this.#bodyTexts ??= this.readings().map(foldCase);
    return this.#bodyTexts;
  }

  /** Folded, with JSON's escapes undone, where there are any. */
  unescapedTexts(): readonly string[] {
    this.#unescapedTexts ??= this.readings().flatMap((reading) => {
      const unescaped = unescapeJson(reading);
      return unescaped === reading ? [] : [foldCase(unescaped)];
    });
    return this.#unescapedTexts;
  }
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** A latin-1 text of the wire, and where it differs its UTF-8 reading. */
export function bothReadings(text: string): readonly string[] {
  if (!/[\x80-\xff]/.test(text)) return [text];
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  return [text, utf8.decode(bytes)];
}
