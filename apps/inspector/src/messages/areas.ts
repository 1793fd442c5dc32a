import type { layout } from './layout/en.ts';
import type { Translation } from './message.ts';
import type { parts } from './parts/en.ts';

/** Every area of the screen by its folder; types only, so that English stays in the chunk that shows it. */
interface Areas {
  readonly layout: typeof layout;
  readonly parts: typeof parts;
}

/** A whole language. */
export type AllTranslated = { readonly [A in keyof Areas]: Translation<Areas[A]> };
