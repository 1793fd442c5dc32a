import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Event, Problem } from '@hooktap/protocol';
import { describe, expect, it } from 'vitest';
import { gzipped, type InspectorRig, openRig } from './test-support/inspector-rig.ts';

const code = async (response: Response) => Problem.parse(await response.json()).code;

describe('bodies', () => {
  it('are attachments of plain bytes', async () => {
    await using rig = await openRig();
    const body = Buffer.from([0, 255, 10, 13]);
    const id = await rig.capture({ body, headers: [['Content-Type', 'text/html; name="x.html"']] });
    const answer = await rig.ask(`/api/events/${id}/body`);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(body);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${id}.bin"`);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=8-', 206, '89', 'bytes 8-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=5-99', 206, '56789', 'bytes 5-9/10'],
    ['bytes=0-1,3-4', 200, '0123456789', null],
    ['lines=1-2', 200, '0123456789', null],
    ['bytes=3-2', 200, '0123456789', null],
  ])('serve %s', async (range, status, text, contentRange) => {
    await using rig = await openRig();
    const id = await rig.capture({ body: '0123456789' });
    const answer = await rig.ask(`/api/events/${id}/body`, { headers: { Range: range } });
    expect(answer.status).toBe(status);
    expect(await answer.text()).toBe(text);
    expect(answer.headers.get('content-range')).toBe(contentRange);
  });

  it('refuse ranges past the end', async () => {
    await using rig = await openRig();
    const id = await rig.capture({ body: '0123456789' });
    const answer = await rig.ask(`/api/events/${id}/body`, { headers: { Range: 'bytes=10-' } });
    expect(answer.status).toBe(416);
    expect(answer.headers.get('content-range')).toBe('bytes */10');
    expect(await code(answer)).toBe('range-unsatisfiable');
  });

  it('are decoded where asked', async () => {
    await using rig = await openRig();
    const id = await rig.capture(gzipped('hello'));
    expect(await (await rig.ask(`/api/events/${id}/body?view=decoded`)).text()).toBe('hello');
    const broken = await rig.capture({
      requestTarget: '/b',
      headers: [['Content-Encoding', 'gzip']],
      body: 'no',
    });
    const answer = await rig.ask(`/api/events/${broken}/body?view=decoded`);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      code: 'body-undecodable',
      detail: 'The body does not decode: incorrect header check.',
    });
    expect(await (await rig.ask(`/api/events/${broken}/body?view=raw`)).text()).toBe('no');
    expect(await code(await rig.ask(`/api/events/${id}/body?view=x`))).toBe('query-invalid');
  });

  it('of attempts are served too', async () => {
    const handler = createServer((_request, response) => response.end('done'));
    await once(handler.listen(0, '127.0.0.1'), 'listening');
    const { port } = handler.address() as AddressInfo;
    await using rig = await openRig({ target: `http://127.0.0.1:${port}` });
    const id = await rig.capture({ body: 'ping' });
    const [delivery] = await settled(rig, id);
    const path = `/api/deliveries/${delivery?.id}/attempts/1`;
    expect(await (await rig.ask(`${path}/request/body`)).text()).toBe('ping');
    expect(await (await rig.ask(`${path}/response/body`)).text()).toBe('done');
    expect((await rig.ask(`/api/deliveries/${delivery?.id}/attempts/2/request/body`)).status).toBe(404);
    expect((await rig.ask(`/api/deliveries/${delivery?.id}/attempts/1e0/request/body`)).status).toBe(404);
    handler.closeAllConnections();
    handler.close();
  });
});

async function settled(rig: InspectorRig, id: Event['id']): Promise<Event['deliveries']> {
  for (;;) {
    const event = await rig.inspection.store.event(id);
    if (event?.deliveries.some(({ status }) => status === 'succeeded')) return event.deliveries;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
