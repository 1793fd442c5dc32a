import type { EventId } from '@hooktap/protocol';
import { eventStands, type Frame, type Scenery } from './frame.ts';
import type { PictureEvents } from './picture-events.ts';

type EventName = keyof PictureEvents;

const detail = '.detail';
const at = (event: EventName, tab?: string) => (scenery: Scenery) => address(scenery.events[event], tab);
const address = (id: EventId, tab?: string): string =>
  `/events/${id}${tab === undefined ? '' : `?tab=${tab}`}`;
const bodyOf = (name: EventName): Frame => ({
  name: `body-${name}`,
  path: at(name, 'body'),
  open: eventStands,
  part: detail,
});
const overviewOf = (name: EventName): Frame => ({
  name: `event-${name}`,
  path: at(name),
  open: eventStands,
  part: detail,
});

/** One event, its tabs and what can be the matter with it. */
export const eventFrames: readonly Frame[] = [
  { name: 'main', path: at('retrying'), open: eventStands, docs: 'inspector.png' },
  { name: 'body', path: at('retrying', 'body'), open: eventStands, part: detail },
  { name: 'headers', path: at('retrying', 'headers'), open: eventStands, part: detail },
  { name: 'signature-valid', path: at('retrying', 'signature'), open: eventStands, part: detail },
  { name: 'signature', path: at('wrongSecret', 'signature'), open: eventStands, docs: 'signature.png' },
  { name: 'deliveries-of-event', path: at('retrying', 'deliveries'), open: eventStands, part: detail },
  { name: 'raw', path: at('retrying', 'raw'), open: eventStands, part: detail },
  ...(['refused', 'timeout', 'manyAttempts', 'duplicate', 'unknown', 'withoutBody'] as const).map(overviewOf),
  ...(['truncated', 'aborted', 'blocked', 'paid', 'wrongSecret', 'message'] as const).map(overviewOf),
  ...(['badJson', 'hostile', 'form', 'multipart', 'xml', 'image', 'binary', 'compressed'] as const).map(
    bodyOf,
  ),
];
