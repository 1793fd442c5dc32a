import { delivery } from '../messages/delivery/en.ts';
import type { Translate } from '../messages/translate.ts';
import type { AttemptOfEvent } from './sides.ts';

/** `2`, or `2 to localhost:3001` where the event went to other targets too. */
export const attemptNumber = (
  { number, targetName }: Pick<AttemptOfEvent, 'number' | 'targetName'>,
  t: Translate,
): number | string => (targetName === null ? number : t(delivery.numberTo, { number, target: targetName }));
