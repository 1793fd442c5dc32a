import type { EventId } from '@hooktap/protocol';
import { type ImportableEvent, type ImportContext, importEvents } from './import-events.ts';
import type { Outcome, SavedRequestRefusal } from './inspection-port.ts';
import { StoreError } from './store-port.ts';

/** Keeps one event that did not come in; settles once it is on disk. */
export async function importOne(
  context: ImportContext,
  event: ImportableEvent,
): Promise<Outcome<EventId, SavedRequestRefusal | StoreError>> {
  const imported = await importEvents(context, only(event));
  if (!imported.ok) {
    const { error } = imported;
    if (error instanceof StoreError) return { ok: false, error };
    return { ok: false, error: { code: 'edit-invalid', message: error.message } };
  }
  const { firstId } = imported.value;
  if (firstId === null) throw new Error('An import of one event has kept none.');
  return { ok: true, value: firstId };
}

async function* only(event: ImportableEvent) {
  yield { kind: 'event' as const, place: 'the saved request', event };
}
