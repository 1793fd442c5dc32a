import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Language } from '../messages/language.ts';
import { type Said, saidInParts } from '../messages/said.ts';
import { english, spokenOf, type Translate, translateInto } from '../messages/translate.ts';
import { useT } from '../messages/use-t.ts';

type Words = Parameters<typeof spokenOf>[0];

const speaking = (language: Language, words: Words): Translate =>
  translateInto(language, spokenOf({ 'trigger-words': words }));

const load: Readonly<Record<Language, () => Promise<Translate>>> = {
  en: () => Promise.resolve(english),
  pt: async () => speaking('pt', (await import('../messages/trigger-words/pt.ts')).triggerWords),
  es: async () => speaking('es', (await import('../messages/trigger-words/es.ts')).triggerWords),
};

/** What a pack says of an event type, a scenario or its missing signature. */
export type PackSays = (sentence: string) => Said;

const saidWith =
  (words: Translate): PackSays =>
  (sentence) =>
    saidInParts(
      ['trigger-words.eventType', 'trigger-words.scenario', 'trigger-words.unsigned'],
      [{ code: sentence }],
      sentence,
      words,
    );

/** Says it in the language of the screen; in English until that is loaded, and where Hooktap does not know the sentence. */
export function usePackWords(): PackSays {
  const { language } = useT();
  const { data } = useQuery({
    queryKey: ['trigger words', language],
    queryFn: load[language],
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
  return useMemo(() => saidWith(data ?? english), [data]);
}
