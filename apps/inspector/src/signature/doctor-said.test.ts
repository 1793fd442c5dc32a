import { doctorSentences, handshakeSentences } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { es } from '../messages/es.ts';
import { pt } from '../messages/pt.ts';
import { english, spokenOf, translateInto } from '../messages/translate.ts';
import { handshakeSaid } from './handshake-said.ts';
import { doctorSaid, findingSaid } from './signature-words.ts';

const portuguese = translateInto('pt', spokenOf(pt));
const spanish = translateInto('es', spokenOf(es));

const valuesOf = (sentence: string) =>
  Object.fromEntries([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, `<${name}>`]));

test.each([
  ['pt', portuguese],
  ['es', spanish],
] as const)('every code of the doctor and of handshakes has its words in %s', (_, t) => {
  for (const [said, codes] of [
    [doctorSaid, doctorSentences],
    [handshakeSaid, handshakeSentences],
  ] as const) {
    for (const [code, sentence] of Object.entries(codes)) {
      const values = valuesOf(sentence);
      const { words, lang } = said(sentence, [{ code, values }], t);
      expect(lang, code).toBeUndefined();
      for (const value of Object.values(values)) expect(words, code).toContain(value);
    }
  }
});

const finding = {
  code: 'key-order',
  certain: true,
  title: 'The keys of the body were put in another order',
  detail: 'The signature fits the body with its keys sorted, compact, as JSON.stringify writes it.',
  parts: [{ code: 'fits' }, { code: 'sorted' }, { code: 'compact' }],
  todo: 'Look.',
};

test('phrases make one sentence with one full stop', () => {
  expect(findingSaid(finding, spanish).detail).toEqual({
    words:
      'La firma concuerda con el cuerpo con las claves ordenadas, escrito de forma compacta, como hace JSON.stringify.',
    lang: undefined,
  });
});

test('English and a code of tomorrow stay as the doctor said it', () => {
  const own = { words: finding.detail, lang: 'en' };
  expect(findingSaid(finding, english).detail).toEqual(own);
  expect(findingSaid({ ...finding, parts: [{ code: 'of-tomorrow' }] }, portuguese).detail).toEqual(own);
});
