import { expect, it } from 'vitest';
import { requestFixture } from '../../request-fixture.ts';
import { twilioSignature } from './signature.ts';

const form = (body: string) =>
  requestFixture({ headers: [['Content-Type', 'application/x-www-form-urlencoded']], body });
const texts = (parts: readonly { readonly bytes: Uint8Array }[]) =>
  parts.map(({ bytes }) => new TextDecoder().decode(bytes));

it('fields are sorted once for a body, with whatever URL it is tried', () => {
  const request = { ...form('b=2&a=x&b=1&b=2'), url: 'https://one.test/' };
  const claim = { timestamp: '1' };
  const [url, ...fields] = twilioSignature.parts(request, claim);
  expect(texts(url ? [url] : [])).toEqual(['https://one.test/']);
  expect(texts(fields)).toEqual(['ax', 'b1', 'b2']);
  const [other, ...again] = twilioSignature.parts({ ...request, url: 'https://two.test/' }, claim);
  expect(texts(other ? [other] : [])).toEqual(['https://two.test/']);
  expect(again.every((field, index) => field === fields[index])).toBe(true);
  expect(again).toHaveLength(3);
  expect(texts(twilioSignature.parts({ ...form('c=3'), url: 'x' }, claim))).toEqual(['x', 'c3']);
});
