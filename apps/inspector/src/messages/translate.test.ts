import { expect, test } from 'vitest';
import { languageFor } from './language.ts';
import { area } from './message.ts';
import { english, spokenOf, translateInto } from './translate.ts';

const words = area('words', {
  plain: 'Replay',
  code: 'Your handler answered {code}.',
  waiting: { one: '{count} event of {from}', other: '{count} events of {from}' },
  state: { held: 'Held', failed: 'Failed' },
});

const portuguese = translateInto(
  'pt',
  spokenOf({
    words: {
      plain: 'Reenviar',
      waiting: {
        zero: 'nada de {from}',
        one: '{count} evento de {from}',
        other: '{count} eventos de {from}',
      },
      state: { held: 'Retido' },
    },
  }),
);

test('a message is said in the language, and in English where there is no translation', () => {
  expect(english(words.plain)).toBe('Replay');
  expect(portuguese(words.plain)).toBe('Reenviar');
  expect(portuguese(words.state.held)).toBe('Retido');
  expect(portuguese(words.code, { code: 500 })).toBe('Your handler answered 500.');
});

test('the plural follows the rules of the language, numbers its signs', () => {
  const of = (count: number) => [english, portuguese].map((t) => t(words.waiting, { count, from: 'Zavu' }));
  expect(of(0)).toEqual(['0 events of Zavu', 'nada de Zavu']);
  expect(of(1)).toEqual(['1 event of Zavu', '1 evento de Zavu']);
  expect(of(1284)).toEqual(['1,284 events of Zavu', '1.284 eventos de Zavu']);
});

test('what is put in is never read as a placeholder', () => {
  expect(english(words.waiting, { count: 2, from: '{count}' })).toBe('2 events of {count}');
});

test('a forgotten placeholder is an error of types', () => {
  // @ts-expect-error it has a placeholder
  expect(english(words.code)).toContain('answered');
  // @ts-expect-error it has two
  expect(english(words.waiting, { count: 1 })).toContain('1 event');
});

test('dates and lists are those of the language', () => {
  const day = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  expect(english.date('2026-11-20T12:00:00Z', day)).toBe('20 Nov');
  expect(portuguese.date('2026-11-20T12:00:00Z', day)).toBe('20 de nov.');
  expect(english.list(['a', 'b', 'c'], 'or')).toBe('a, b or c');
  expect(portuguese.list(['a', 'b', 'c'], 'and')).toBe('a, b e c');
});

test('the language is the one chosen, else the first that the browser wishes and the screen speaks', () => {
  expect(languageFor('es', ['pt-BR'])).toBe('es');
  expect(languageFor('system', ['de-AT', 'pt-PT', 'en'])).toBe('pt');
  expect(languageFor('system', ['de'])).toBe('en');
});
