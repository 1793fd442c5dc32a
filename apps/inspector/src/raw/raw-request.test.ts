import type { Event } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { rawRequest, wasChunked } from './raw-request.ts';

const event = {
  method: 'POST',
  requestTarget: '//odd?x',
  httpVersion: '1.1',
  rawHeaders: [
    ['Host', 'h'],
    ['X-Name', 'caf\u00e9'],
  ],
  rawTrailers: [],
} as unknown as Event;

test('line, headers and body stand as they came, byte for byte', () => {
  const bytes = rawRequest(event, new Uint8Array([0, 255]));
  expect(new TextDecoder('latin1').decode(bytes)).toBe(
    'POST //odd?x HTTP/1.1\r\nHost: h\r\nX-Name: caf\u00e9\r\n\r\n\u0000\u00ff',
  );
});

test('trailers follow the body, and chunks are told of', () => {
  const chunked = { ...event, rawHeaders: [['transfer-encoding', 'Chunked']], rawTrailers: [['T', '1']] };
  expect(wasChunked(chunked as unknown as Event)).toBe(true);
  expect(wasChunked(event)).toBe(false);
  expect(new TextDecoder().decode(rawRequest(chunked as unknown as Event, new Uint8Array([97])))).toBe(
    'POST //odd?x HTTP/1.1\r\ntransfer-encoding: Chunked\r\n\r\na\r\nT: 1\r\n',
  );
  const cut = rawRequest(chunked as unknown as Event, new Uint8Array([97]), true);
  expect(new TextDecoder().decode(cut).endsWith('\r\n\r\na')).toBe(true);
});
