import type { ChangeNote } from '@hooktap/core';
import type { RecordNote } from './record-note.ts';

/** What the stream would have said of a record. */
export function changeNotes(note: RecordNote): ChangeNote[] {
  const { seq } = note;
  switch (note.type) {
    case 'event':
      return [{ seq, type: 'event.captured', eventId: note.id }];
    case 'reply':
    case 'reading':
    case 'annotation':
      return [{ seq, type: 'event.updated', eventId: note.id }];
    case 'delivery':
      return [{ seq, type: 'delivery.updated', deliveryId: note.deliveryId }];
    case 'attempt': {
      const { id: eventId, deliveryId, number } = note;
      return [{ seq, type: 'attempt.settled', eventId, deliveryId, number }];
    }
    case 'deleted':
      return [{ seq, type: 'event.deleted', ids: note.ids }];
    case 'restored':
      return [{ seq, type: 'event.restored', ids: note.ids }];
    case 'erased': {
      // Of the hidden ones it was said when they were. Where an old record does not tell them apart, nothing is said.
      const shown = note.ids.slice(note.hidden ?? note.ids.length);
      return shown.length > 0 ? [{ seq, type: 'event.deleted', ids: shown }] : [];
    }
  }
}
