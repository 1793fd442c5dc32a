import { Buffer } from 'node:buffer';
import type { Event, RequestEdit } from '@hooktap/protocol';
import { sayingAll, type Wrong } from './field-fault.ts';
import { type EditError, editRequest } from './request-edit.ts';
import type { RequestOverride, Store } from './store-port.ts';

type EditedCapture =
  | { readonly ok: true; readonly override: RequestOverride }
  | {
      readonly ok: false;
      readonly refusal: Wrong & { readonly errors: readonly EditError[] };
    };

/** The edited copy of an event, its body with the store, or what is wrong with the edit. */
export async function editCaptured(store: Store, event: Event, edit: RequestEdit): Promise<EditedCapture> {
  const { method, requestTarget, rawHeaders } = event;
  const body = await capturedBody(store, event);
  const edited = editRequest({ method, requestTarget, rawHeaders, body }, edit);
  if (!edited.ok) {
    const { errors } = edited;
    return { ok: false, refusal: { ...sayingAll(errors), errors } };
  }
  const writer = store.openBody();
  await writer.write(edited.request.body);
  return { ok: true, override: { ...edited.request, body: await writer.finish() } };
}

async function capturedBody(store: Store, event: Event): Promise<Buffer> {
  const bytes = await store.body({ of: 'event', eventId: event.id });
  const chunks: Buffer[] = [];
  for await (const chunk of bytes?.read() ?? []) chunks.push(chunk);
  return Buffer.concat(chunks);
}
