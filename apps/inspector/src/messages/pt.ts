import type { AllTranslated } from './areas.ts';
import { layout } from './layout/pt.ts';
import { parts } from './parts/pt.ts';

export const pt = { layout, parts } satisfies AllTranslated;
