import type { Seq, StreamChange } from '@hooktap/protocol';
import type { ChangeNote } from './store-port.ts';

/** Of what is in no record the newest message for each thing is kept; null where there was a newer one. */
export interface KeptNote {
  readonly seq: Seq;
  readonly type: 'kept';
  change: StreamChange | null;
}

export type Note = ChangeNote | KeptNote;

/** What a message that is in no record tells the state of; null for all others. */
export function subjectOf(change: StreamChange): string | null {
  switch (change.type) {
    case 'tunnel.changed':
      return 'tunnel';
    case 'target.changed':
      return `target ${change.target.endpoint} ${change.target.url}`;
    case 'endpoint.changed':
      return `endpoint ${change.endpoint.name}`;
    case 'opened.changed':
      return 'opened';
    case 'endpoint.removed':
      return `endpoint ${change.name}`;
    case 'batch.progress':
      return `batch ${change.batch.id}`;
    case 'replay-on-save.changed':
      return 'replay on save';
    case 'saved-requests.changed':
      return 'saved requests';
    default:
      return null;
  }
}

export function noteOf(change: StreamChange): ChangeNote {
  switch (change.type) {
    case 'event.captured':
    case 'event.updated':
      return { seq: change.seq, type: change.type, eventId: change.event.id };
    case 'event.deleted':
    case 'event.restored':
      return change;
    case 'delivery.updated':
      return { seq: change.seq, type: change.type, deliveryId: change.delivery.id };
    case 'attempt.settled': {
      const { seq, type, eventId, deliveryId, attempt } = change;
      return { seq, type, eventId, deliveryId, number: attempt.number };
    }
    default:
      throw new Error(`There is no light note of '${change.type}'.`);
  }
}
