import type { StoreError } from '@hooktap/core';
import type { Problem } from '@hooktap/protocol';
import { problem } from './problems.ts';

/** The store's own words: they say what happened, where, and what to do. */
export const storeProblem = (error: StoreError): Problem => problem('store-unavailable', error.message);
