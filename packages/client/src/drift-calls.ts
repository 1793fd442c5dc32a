import {
  DriftFields,
  type DriftQuery,
  DriftTypes,
  EventDrift,
  type EventId,
  type ShapeFormat,
  ShapeText,
} from '@hooktap/protocol';
import type { Requests } from './requests.ts';

type Signal = AbortSignal | undefined;

/** What bodies of a type look like, as a JSON Schema (draft 2020-12). */
export interface EventSchema {
  readonly schema: Readonly<Record<string, unknown>>;
  /** So many bodies of events, and so many of the provider's samples, are in it. */
  readonly events: number;
  readonly samples: number;
}

/** The fields of event types, as their events have them. */
export interface DriftCalls {
  driftTypes(signal?: Signal): Promise<DriftTypes>;
  driftFields(type: DriftQuery, signal?: Signal): Promise<DriftFields>;
  driftShape(type: DriftQuery, format: ShapeFormat, signal?: Signal): Promise<ShapeText>;
  /** Of the provider's samples and of the events seen. Throws `not-found` where there is neither. */
  eventSchema(type: DriftQuery, signal?: Signal): Promise<EventSchema>;
  /** What the body of an event has that those of its type before it had not. */
  eventDrift(id: EventId, signal?: Signal): Promise<EventDrift>;
}

export const driftCalls = (requests: Requests): DriftCalls => {
  const shape = (query: Readonly<Record<string, string | undefined>>, signal: Signal) =>
    requests.json(ShapeText, '/api/drift/shape', { query, signal });
  return {
    driftTypes: (signal) => requests.json(DriftTypes, '/api/drift', { signal }),
    driftFields: (query, signal) => requests.json(DriftFields, '/api/drift/fields', { query, signal }),
    driftShape: (type, format, signal) => shape({ ...type, format }, signal),
    async eventSchema(type, signal) {
      const { text, events, samples } = await shape({ ...type, format: 'json-schema', samples: '1' }, signal);
      return { schema: JSON.parse(text) as Record<string, unknown>, events, samples };
    },
    eventDrift: (id, signal) => requests.json(EventDrift, `/api/events/${id}/drift`, { signal }),
  };
};
