import type { ArchivedEvent } from '@hooktap/protocol';
import { archivedBody } from './archived-body.ts';
import type { ExportedEvent } from './exported-event.ts';

/** One line that holds all of an event but its deliveries; import makes the same event of it. */
export function ndjsonLine({ event, body }: ExportedEvent): string {
  const line: ArchivedEvent = {
    hooktap: 1,
    id: event.id,
    receivedAt: event.receivedAt,
    endpoint: event.endpoint,
    via: event.via,
    url: event.url,
    method: event.method,
    requestTarget: event.requestTarget,
    httpVersion: event.httpVersion,
    rawHeaders: event.rawHeaders,
    rawTrailers: event.rawTrailers,
    remoteAddress: event.remoteAddress,
    ...(event.clientAddress !== undefined && { clientAddress: event.clientAddress }),
    body: archivedBody(body),
    bodyState: event.body.state,
    provider: event.provider,
    eventType: event.eventType,
    providerEventId: event.providerEventId,
    subject: event.subject,
    verification: event.verification.verdict,
    reply: event.reply,
    delivery: event.delivery,
    pinned: event.pinned,
    note: event.note,
    tags: event.tags,
  };
  return JSON.stringify(line);
}
