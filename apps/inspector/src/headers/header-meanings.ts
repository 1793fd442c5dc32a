import { headerMeanings } from '../messages/header-meanings/en.ts';
import type { Translate } from '../messages/translate.ts';

/** A plain sentence about a known header; null for one that only its sender knows. */
export function headerMeaning(name: string, t: Translate): string | null {
  const key = name.toLowerCase();
  return Object.hasOwn(headerMeanings, key) ? t(headerMeanings[key as keyof typeof headerMeanings]) : null;
}
