import { body } from '../messages/body/en.ts';
import type { Translate } from '../messages/translate.ts';
import { imageFacts } from './image-facts.ts';
import { boundaryOf } from './multipart-parts.ts';
import type { BodyReading } from './read-body.ts';

export type Look = 'tree' | 'fields' | 'parts' | 'image' | 'text' | 'hex';

export const lookLabels = (t: Translate): Readonly<Record<Look, string>> => ({
  tree: t(body.look.tree),
  fields: t(body.look.fields),
  parts: t(body.look.parts),
  image: t(body.look.image),
  text: t(body.look.text),
  hex: t(body.look.hex),
});

/** The ways in which a body can be looked at, the most telling first. */
export function looksOf(reading: BodyReading, bytes: Uint8Array, contentType = ''): readonly Look[] {
  const special: Look[] = [];
  if (reading.kind === 'json' && reading.rows.count > 1) special.push('tree');
  if (reading.kind === 'text' && /^application\/x-www-form-urlencoded\b/i.test(contentType))
    special.push('fields');
  if (boundaryOf(contentType) !== null) special.push('parts');
  if (imageFacts(bytes)) special.push('image');
  return [...special, ...(reading.kind === 'binary' ? [] : (['text'] as const)), 'hex'];
}

/** What it is, in a word. */
export function kindOf(
  reading: BodyReading | undefined,
  contentType: string | undefined,
  t: Translate,
): string {
  if (reading?.kind === 'json' && reading.fault === null) return 'JSON';
  return contentType ?? t(body.noContentType);
}
