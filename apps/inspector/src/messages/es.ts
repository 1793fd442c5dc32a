import type { AllTranslated } from './areas.ts';
import { layout } from './layout/es.ts';
import { parts } from './parts/es.ts';

export const es = { layout, parts } satisfies AllTranslated;
