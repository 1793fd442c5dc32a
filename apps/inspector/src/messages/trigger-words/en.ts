import { eventTypeWords, scenarioWords, unsignedWords } from '@hooktap/protocol';
import { area } from '../message.ts';
import { themselves } from '../themselves.ts';

/** What Hooktap’s own provider packs say of what they send, by their English. Other languages come with the panel. */
export const triggerWords = area('trigger-words', {
  eventType: themselves(eventTypeWords),
  scenario: themselves(scenarioWords),
  unsigned: themselves(unsignedWords),
});
