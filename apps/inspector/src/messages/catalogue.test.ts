/// <reference types="node" />
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { es } from './es.ts';
import { type Language, languageTags } from './language.ts';
import { isPlural, type Message, type Source } from './message.ts';
import { pt } from './pt.ts';
import { spokenOf } from './translate.ts';
import { triggerWords as triggerWordsEs } from './trigger-words/es.ts';
import { triggerWords as triggerWordsPt } from './trigger-words/pt.ts';

/** A language with what comes with a panel. */
const whole = {
  pt: spokenOf({ ...pt, 'trigger-words': triggerWordsPt }),
  es: spokenOf({ ...es, 'trigger-words': triggerWordsEs }),
};

const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

function messagesIn(node: object): readonly Message[] {
  return Object.values(node).flatMap((inner) =>
    typeof inner.id === 'string' && 'source' in inner ? [inner as Message] : messagesIn(inner),
  );
}

async function englishOf(folder: string): Promise<readonly (readonly [string, Source])[]> {
  const exported: Record<string, object> = await import(`./${folder}/en.ts`);
  return messagesIn(exported).map(({ id, source }) => [id, source]);
}

const english = new Map((await Promise.all(folders.map(englishOf))).flat());
const formsOf = (source: Source): readonly string[] =>
  typeof source === 'string' ? [source] : Object.values(source).filter((form) => typeof form === 'string');
const names = (form: string): readonly string[] => [...new Set(form.match(/\{\w+\}/g) ?? [])].sort();

test('every area has messages, under the name of its folder', () => {
  for (const folder of folders) {
    expect([...english.keys()].some((id) => id.startsWith(`${folder}.`))).toBe(true);
  }
});

test.each([
  ['pt', whole.pt],
  ['es', whole.es],
] as const)('%s says what English says, with the same placeholders', (language, spoken) => {
  expect([...spoken.keys()].sort()).toEqual([...english.keys()].sort());
  for (const [id, source] of spoken) {
    const [first] = formsOf(english.get(id) ?? '').slice(-1);
    const wanted = names(first ?? '');
    for (const form of formsOf(source)) {
      // "one" and "zero" may leave the number out, never anything else.
      const given = isPlural(source) ? [...new Set([...names(form), '{count}'])].sort() : names(form);
      const all = isPlural(source) ? [...new Set([...wanted, '{count}'])].sort() : wanted;
      expect(given, `${language} ${id}`).toEqual(all);
      expect(form.trim(), `${language} ${id}`).not.toBe('');
    }
  }
});

test.each([
  ['en', english],
  ['pt', whole.pt],
  ['es', whole.es],
] as const)('plurals of %s have a form for every number up to a thousand', (language: Language, spoken) => {
  const rules = new Intl.PluralRules(languageTags[language]);
  const needed = new Set(Array.from({ length: 1001 }, (_, n) => rules.select(n)));
  for (const [id, source] of spoken) {
    if (!isPlural(source)) continue;
    for (const category of needed) expect(Object.keys(source), id).toContain(category);
  }
});
