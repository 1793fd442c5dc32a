import { HooktapProblem } from '@hooktap/client';
import { callbackSentences, handlerSentences, refusalSentences } from '@hooktap/protocol';
import { parseQuery, queryFaults } from '@hooktap/query';
import { expect, test } from 'vitest';
import { es } from '../messages/es.ts';
import { pt } from '../messages/pt.ts';
import { english, spokenOf, translateInto } from '../messages/translate.ts';
import { fieldsSaid, serverSaid } from './server-said.ts';

const portuguese = translateInto('pt', spokenOf(pt));
const spanish = translateInto('es', spokenOf(es));

test.each([
  ['pt', portuguese],
  ['es', spanish],
] as const)('every code of the server has its sentence in %s', (_, t) => {
  const codes = { ...handlerSentences, ...refusalSentences, ...callbackSentences, ...queryFaults };
  for (const [code, sentence] of Object.entries(codes)) {
    const names = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, `<${name}>`]);
    const { words, lang } = serverSaid(sentence, [{ code, values: Object.fromEntries(names) }], t);
    expect(lang, code).toBeUndefined();
    for (const [, value = ''] of names) expect(words, code).toContain(value);
  }
});

test('English, what has no codes and what has one that is not known stay as the server said it', () => {
  const parts = [{ code: 'silent', values: { place: 'localhost:3000' } }];
  const own = { words: 'Nothing listens on localhost:3000.', lang: 'en' };
  expect(serverSaid(own.words, parts, portuguese).words).toBe('Nada escuta em localhost:3000.');
  expect(serverSaid(own.words, parts, english)).toEqual(own);
  expect(serverSaid(own.words, undefined, portuguese)).toEqual(own);
  expect(serverSaid(own.words, [...parts, { code: 'of-tomorrow' }], portuguese)).toEqual(own);
});

test('field errors are said in the language of the screen, with a query of a filter among them', () => {
  const parsed = parseQuery('statsu:failed');
  if (parsed.ok) throw new Error('It was read.');
  const { message, parts } = parsed.error;
  const errors = [
    { path: 'filter', message, parts },
    { path: 'order.key', message: 'The server’s own.' },
  ];
  const problem = new HooktapProblem({ code: 'endpoint-invalid', status: 400, detail: '', errors });
  expect(fieldsSaid(problem, spanish)).toEqual([
    { path: 'filter', message: 'No hay un campo «statsu». ¿Querías decir status:?', lang: undefined },
    { path: 'order.key', message: 'The server’s own.', lang: 'en' },
  ]);
});
