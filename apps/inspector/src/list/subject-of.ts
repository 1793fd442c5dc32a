import type { EventListItem } from '@hooktap/protocol';
import { inWords, size } from '../format/measures.ts';
import { visibleLine } from '../format/visible-text.ts';
import { list } from '../messages/list/en.ts';
import type { Translate } from '../messages/translate.ts';

/** The provider's words, else the beginning of the body, else what there is instead of one. */
export function subjectOf({ subject, body }: EventListItem, t: Translate): string {
  if (subject) return visibleLine(subject);
  if (body.size === 0) return t(list.noBody);
  if (body.preview !== undefined) return visibleLine(body.preview).trim();
  return `${visibleLine(body.contentType ?? t(list.binary))}, ${inWords(size(body.size, t))}`;
}

/** The event's type, else the path that it came to. */
export function titleOf({ eventType, path }: EventListItem): string {
  return visibleLine(eventType || path);
}
