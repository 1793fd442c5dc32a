import { expect, test } from 'vitest';
import { english } from '../messages/translate.ts';
import { changedFields } from './changed-fields.ts';

const before = JSON.stringify({ id: 'evt_1', data: { text: 'Oi', items: [{ n: 1 }, { n: 2 }], 'a.b': 1 } });
const edited = (change: (value: { data: Record<string, unknown> }) => void): string => {
  const value = JSON.parse(before);
  change(value);
  return JSON.stringify(value, null, 2);
};
const setOf = (change: (value: { data: Record<string, unknown> }) => void) =>
  changedFields(before, edited(change), english);

test('an untouched sample changes nothing, however it is laid out', () => {
  expect(setOf(() => undefined)).toEqual({ ok: true, set: [] });
});

test('only what was changed is set, by its path', () => {
  const changed = setOf(({ data }) => {
    data['text'] = 'Olá';
    data['items'] = [{ n: 1 }, { n: 3 }];
    data['a.b'] = null;
  });
  expect(changed).toEqual({
    ok: true,
    set: [
      ['data.text', 'Olá'],
      ['data.items[1].n', 3],
      ['data."a.b"', null],
    ],
  });
});

test('a list of another length is set as a whole, and what is new goes along for the API to judge', () => {
  const changed = setOf(({ data }) => {
    data['items'] = [{ n: 1 }];
    data['txet'] = 'x';
  });
  expect(changed).toEqual({
    ok: true,
    set: [
      ['data.items', [{ n: 1 }]],
      ['data.txet', 'x'],
    ],
  });
});

test('a field that is gone, and what is not JSON, are said', () => {
  const gone = setOf(({ data }) => {
    delete data['text'];
  });
  expect(gone).toEqual({
    ok: false,
    message: 'data.text is gone. A sample keeps its fields: set it to null instead.',
  });
  expect(changedFields(before, '{', english)).toMatchObject({ ok: false });
  expect(changedFields(before, '[]', english)).toMatchObject({ ok: false });
});
