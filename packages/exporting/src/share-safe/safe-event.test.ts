import { atOnce } from '@hooktap/core';
import type { Attempt, Delivery, Event } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import type { ExportedEvent } from '../exported-event.ts';
import { safeEvent } from './safe-event.ts';
import { StandIns } from './stand-ins.ts';

const contentType = 'text/plain; name="maria@example.org"';
const rawHeaders: [string, string][] = [['Content-Type', contentType]];
const body = { size: 2, state: 'complete', sha256: '', href: '', contentType } as const;
const message = { rawHeaders, rawTrailers: [], body };

it('the type of no body tells what its replaced header told, sent or received, whole or in part', () => {
  const attempt = {
    number: 1,
    request: { ...message, method: 'POST', url: 'http://127.0.0.1:3000/' },
    outcome: { kind: 'failed', failure: 'reset', message: '', partial: { rawHeaders, body } },
  } as unknown as Attempt;
  const event = { ...message, url: 'http://127.0.0.1/', requestTarget: '/', tags: [] } as unknown as Event;
  const delivery = { target: 'http://127.0.0.1:3000/' } as Delivery;
  const bytes = Buffer.from('hi');
  const exported: ExportedEvent = {
    event: {
      ...event,
      remoteAddress: '127.0.0.1',
      note: '',
      verification: { verdict: 'unchecked' },
      deliveries: [],
    },
    body: bytes,
    attempts: [{ delivery, attempt, requestBody: bytes, responseBody: bytes }],
  };
  const text = JSON.stringify(atOnce(safeEvent(exported, new StandIns())));
  expect(text.match(/"contentType":"Text /g)).toHaveLength(3);
  expect(text).not.toContain('maria');
});
