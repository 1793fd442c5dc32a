import { expect, test } from 'vitest';
import { pt } from '../messages/pt.ts';
import { english, spokenOf, translateInto } from '../messages/translate.ts';
import { reasonWords } from './reason-words.ts';

const portuguese = translateInto('pt', spokenOf(pt));
const reason = 'Requests do not come through: loca.lt answered 502: its server cannot reach this machine.';
const parts = [{ code: 'not-through' }, { code: 'cannot-reach', values: { host: 'loca.lt', status: '502' } }];

test('a reason in codes is said in the language of the screen', () => {
  expect(reasonWords({ reason, parts }, portuguese)).toEqual({
    words: 'As requisições não passam: loca.lt respondeu 502: o servidor não alcança esta máquina.',
    lang: undefined,
  });
});

test('English, a reason without codes and one with a code that is not known stay as the tunnel said it', () => {
  const own = { words: reason, lang: 'en' };
  expect(reasonWords({ reason, parts }, english)).toEqual(own);
  expect(reasonWords({ reason }, portuguese)).toEqual(own);
  expect(reasonWords({ reason, parts: [...parts, { code: 'toString' }] }, portuguese)).toEqual(own);
});
