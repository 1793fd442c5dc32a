import { systemClock } from '@hooktap/core';
import { bytesOf, recordingIntake, startHttpHandler } from '@hooktap/testing';
import express from 'express';
import { expect, test } from 'vitest';
import { createListener } from './listener.ts';

const options = {
  maxBody: 1_000,
  localOrigin: 'http://127.0.0.1:1',
  via: 'direct',
  clock: systemClock,
} as const;

test('in an Express app: the whole target, the raw body, every line of a repeated header', async () => {
  const intake = recordingIntake({
    answer: async (_request, { tap }) => {
      await tap.head(201, 'Created', [
        ['Set-Cookie', 'a=1'],
        ['X', '1'],
        ['Set-Cookie', 'b=2'],
      ]);
      tap.end([]);
    },
  });
  const app = express();
  app.use('/hooks', createListener(intake, { ...options, onMisuse: () => {} }));
  await using server = await startHttpHandler(app);
  const response = await fetch(`${server.url}/hooks/a?b`, { method: 'POST', body: '{"a":1}' });
  expect(response.status).toBe(201);
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(intake.received).toMatchObject([{ requestTarget: '/hooks/a?b' }]);
  const [request] = intake.received;
  expect(request && bytesOf(request.body).toString()).toBe('{"a":1}');
});

test('behind a body parser it fails loudly', async () => {
  const intake = recordingIntake();
  const misuse: string[] = [];
  const app = express();
  app.use(express.json());
  app.use(createListener(intake, { ...options, onMisuse: (error) => misuse.push(error.message) }));
  await using server = await startHttpHandler(app);
  const response = await fetch(server.url, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  });
  expect(response.status).toBe(500);
  expect(await response.text()).toContain('body parser');
  expect(misuse).toHaveLength(1);
  expect(intake.received).toEqual([]);
});
