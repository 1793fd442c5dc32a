import { epochMs, firstTextAt, joinParts, numberAt, textAt } from '../../payload.ts';
import type { PayloadReading, ReadableRequest } from '../../reading.ts';

/** The shape that the specification recommends (`type`, `timestamp`, `data`) and the id of the delivery. */
export function readStandard(
  { json, header }: ReadableRequest,
  idHeader: string,
  timestampHeader: string,
): PayloadReading {
  const time = Date.parse(textAt(json, 'timestamp') ?? '');
  return {
    eventType: firstTextAt(json, ['type', 'event_type', 'eventType', 'event']),
    providerEventId: header(idHeader),
    subject: joinParts(
      firstTextAt(json, ['data.id', 'data.name', 'data.status', 'data.email', 'data.object.id']),
    ),
    providerTimeMs: Number.isNaN(time)
      ? epochMs(numberAt({ value: header(timestampHeader) }, 'value'))
      : time,
  };
}
