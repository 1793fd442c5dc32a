import { ImportResult } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { bytesOf, hostile, sendFile, stored, textOf } from './test-support/archive-asking.ts';
import { openRig } from './test-support/inspector-rig.ts';

it.each(['ndjson', 'har'])(
  '%s out and in again: bytes, headers, order and times are the same',
  async (format) => {
    await using from = await openRig();
    const bodies = ['{"a":"olá"}', Buffer.from([0, 255, 254, 10, 13]), '', '\uFEFFwith a mark\u2028\n'];
    for (const [index, body] of bodies.entries()) {
      await from.capture({ requestTarget: `/hook/${index}?q=a%20b&q=2`, headers: hostile, body });
    }
    const first = (await stored(from)).at(-1)?.event;
    await from.inspection.annotate(first?.id as never, { pinned: true, note: 'a note', tags: ['one'] });
    const response = await from.ask(`/api/export?format=${format}`);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="hooktap-events.${format}"`,
    );
    const file = await bytesOf(response);

    await using to = await openRig({ target: 'http://127.0.0.1:9' });
    const answer = await sendFile(to, file);
    expect(answer.status).toBe(200);
    const result = ImportResult.parse(await answer.json());
    expect(result.imported).toBe(4);
    const [before, after] = [await stored(from), await stored(to)];
    expect(after.map(({ body }) => body)).toEqual(before.map(({ body }) => body));
    const facts = ({ event }: (typeof before)[number]) => {
      if (!event) throw new Error('It is gone.');
      const { receivedAt, method, requestTarget, path, url, rawHeaders, remoteAddress, reply, body } = event;
      const { sha256, state, contentType } = body;
      return {
        receivedAt,
        method,
        requestTarget,
        path,
        url,
        rawHeaders,
        remoteAddress,
        reply,
        sha256,
        state,
        contentType,
      };
    };
    expect(after.map(facts)).toEqual(before.map(facts));
    expect(after.map(({ event }) => [event?.via, event?.deliveries])).toEqual(
      new Array(4).fill(['import', []]),
    );
    expect([result.firstId, result.lastId]).toEqual([after.at(-1)?.event?.id, after[0]?.event?.id]);
    if (format === 'ndjson') {
      expect(after.at(-1)?.event).toMatchObject({ pinned: true, note: 'a note', tags: ['one'] });
    }
    // Its line is a change like any other.
    expect(to.inspection.publisher.oldestSeq).toBeLessThan(result.seq);
  },
);

it('a bad line names its number, and what came before it is kept', async () => {
  await using rig = await openRig();
  await rig.capture({ requestTarget: '/one' });
  const line = (await textOf(rig, '/api/export?format=ndjson')).trim();
  const answer = await sendFile(rig, `${line}\n\n${line}\n{"hooktap":1,"method":"POST"}\n${line}\n`);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({
    code: 'import-invalid',
    detail: expect.stringMatching(/^line 4: receivedAt: .*The 2 before it were imported\.$/),
    errors: [{ path: 'line 4' }],
  });
  expect(await stored(rig)).toHaveLength(3);
  const first = await sendFile(rig, 'no json at all');
  expect(await first.json()).toMatchObject({
    detail: expect.stringMatching(/^line 1: .*Nothing was imported\.$/),
  });
  const smuggled = JSON.parse(line) as { rawHeaders: unknown[] };
  smuggled.rawHeaders.push(['X-Bad', 'a\r\nX-Evil: 1']);
  expect((await sendFile(rig, JSON.stringify(smuggled))).status).toBe(400);
  expect((await sendFile(rig, '{"log":{}}')).status).toBe(400);
  expect((await sendFile(rig, '')).status).toBe(200);
  expect(await stored(rig)).toHaveLength(3);
});

it('a long file that is refused at its beginning is answered all the same', async () => {
  await using rig = await openRig();
  const answer = await sendFile(rig, `broken\n${'x'.repeat(30 * 1024 * 1024)}`);
  expect(answer.status).toBe(400);
});

it('a file that comes slowly holds up nothing that happens meanwhile', async () => {
  await using rig = await openRig();
  const line = `${JSON.stringify({ hooktap: 1, receivedAt: '2024-01-01T00:00:10.000Z', method: 'POST', requestTarget: '/slow', rawHeaders: [], body: { text: '' } })}\n`;
  let sawFirst = () => {};
  const first = new Promise<void>((resolve) => {
    sawFirst = resolve;
  });
  const told: string[] = [];
  rig.inspection.publisher.subscribe((change) => {
    if (change.type !== 'event.captured') return;
    told.push(change.event.requestTarget);
    sawFirst();
  });
  let more: ReadableStreamDefaultController<Uint8Array> | undefined;
  const file = new ReadableStream<Uint8Array>({
    start(controller) {
      more = controller;
      controller.enqueue(Buffer.from(line));
      // The head of a file is looked at before anything of it is taken.
      controller.enqueue(Buffer.from('\n'.repeat(5000)));
    },
  });
  const answer = rig.ask('/api/import', { method: 'POST', body: file, duplex: 'half' } as RequestInit);
  await first;
  await rig.capture({ requestTarget: '/meanwhile' });
  expect(told).toEqual(['/slow', '/meanwhile']);
  more?.close();
  expect(ImportResult.parse(await (await answer).json()).imported).toBe(1);
});

it("a browser's HAR is read", async () => {
  await using rig = await openRig();
  const har = {
    log: {
      version: '1.2',
      entries: [
        {
          startedDateTime: '2024-03-01T12:00:00.123+01:00',
          request: {
            method: 'POST',
            url: 'https://api.example.com/a/../b?x=1#part',
            httpVersion: 'h2',
            headers: [
              { name: ':method', value: 'POST' },
              { name: 'content-type', value: 'application/x-www-form-urlencoded' },
            ],
            postData: { mimeType: 'x', params: [{ name: 'a', value: 'b c' }] },
          },
          response: {},
        },
      ],
    },
  };
  expect((await sendFile(rig, JSON.stringify(har, null, 2))).status).toBe(200);
  const [one] = await stored(rig);
  expect(one?.event).toMatchObject({
    receivedAt: '2024-03-01T11:00:00.123Z',
    requestTarget: '/a/../b?x=1',
    rawHeaders: [['content-type', 'application/x-www-form-urlencoded']],
    via: 'import',
  });
  expect(one?.body.toString()).toBe('a=b+c');
});
