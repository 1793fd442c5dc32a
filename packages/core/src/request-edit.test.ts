import { describe, expect, it } from 'vitest';
import { type EditableRequest, editRequest } from './request-edit.ts';

const captured: EditableRequest = {
  method: 'POST',
  requestTarget: '/a?x=1',
  rawHeaders: [
    ['Content-Type', 'application/json'],
    ['X-a', '1'],
    ['x-A', '2'],
  ],
  body: Buffer.from('{"id": 12345678901234567890, "data": {"items": [{"text": "a"}]}}'),
};
const edited = (edit: Parameters<typeof editRequest>[1]) => {
  const result = editRequest(captured, edit);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.request;
};

it('changes nothing that the edit does not name', () => {
  expect(edited({})).toEqual(captured);
});

it('sets, adds and removes headers at their places', () => {
  const { rawHeaders } = edited({
    setHeaders: [
      ['X-A', '3'],
      ['X-New', 'é'],
    ],
    removeHeaders: ['content-type'],
  });
  expect(rawHeaders).toEqual([
    ['X-a', '3'],
    ['X-New', 'é'],
  ]);
});

it('sets fields of a JSON body and keeps every digit of the others', () => {
  const { body } = edited({
    set: [
      ['data.items[0].text', 'Olá'],
      ['data.n', 1],
    ],
  });
  expect(body.toString()).toBe('{"id":12345678901234567890,"data":{"items":[{"text":"Olá"}],"n":1}}');
});

it('does not reach into prototypes', () => {
  const { body } = edited({ set: [['data.__proto__', 'x']] });
  expect(body.toString()).toContain('"__proto__":"x"');
  expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
});

describe('refuses with the place and the reason', () => {
  it.each([
    [{ method: 'PO ST' }, 'method'],
    [{ method: 'CONNECT' }, 'method'],
    [{ requestTarget: '/a b' }, 'requestTarget'],
    [{ requestTarget: '/\u{1f600}' }, 'requestTarget'],
    [{ setHeaders: [['A: b', 'c']] as [string, string][] }, 'setHeaders[0]'],
    [{ setHeaders: [['A', 'b\r\nEvil: 1']] as [string, string][] }, 'setHeaders[0]'],
    [{ headers: [['Content-Length', '1']] as [string, string][] }, 'headers[0]'],
    [{ headers: [['transfer-encoding', 'chunked']] as [string, string][] }, 'headers[0]'],
    [{ set: [['nowhere.at.all', 1]] as [string, number][] }, 'set'],
  ])('%j', (edit, path) => {
    expect(editRequest(captured, edit)).toMatchObject({ ok: false, errors: [{ path }] });
  });
});
