import type { EventListItem } from '@hooktap/protocol';
import { useMemo } from 'react';
import type { WhatThereIs } from './fit-columns.ts';

/** What the list has to show, of which columns make something. */
export function useWhatThereIs(items: readonly EventListItem[], isGrouped: boolean): WhatThereIs {
  const hasTypes = items.some(({ eventType }) => eventType);
  const hasProviders = items.some(({ provider }) => provider);
  const hasVerdicts = items.some(({ verification }) => verification?.verdict !== 'unchecked');
  return useMemo(
    () => ({ hasTypes, hasProviders, hasVerdicts, isGrouped }),
    [hasTypes, hasProviders, hasVerdicts, isGrouped],
  );
}
