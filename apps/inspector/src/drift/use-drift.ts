import type { DriftFields, DriftTypes, ShapeFormat, ShapeText, StreamChange } from '@hooktap/protocol';
import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useHooktap } from '../connection/hooktap.ts';
import { useStreamChanges } from '../state/stream-changes.ts';
import type { EventKind } from './kind-query.ts';

/** Under load every event would ask for everything again. */
const REFRESH_MS = 1500;

const queryOf = ({ provider, eventType }: EventKind) => ({
  ...(provider !== null && { provider }),
  ...(eventType !== null && { type: eventType }),
});

const concerns = ({ type }: StreamChange): boolean => type.startsWith('event.');

/** Keeps what the panel shows up to date, a moment after events came, were read or went. */
export function useFreshDrift(): void {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useStreamChanges((changes) => {
    if (timer.current !== null || !changes.some(concerns)) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      void queries.invalidateQueries({ queryKey: ['drift'] });
    }, REFRESH_MS);
  });
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
}

export function useDriftTypes(): UseQueryResult<DriftTypes> {
  const hooktap = useHooktap();
  return useQuery({ queryKey: ['drift', 'types'], queryFn: ({ signal }) => hooktap.driftTypes(signal) });
}

export function useDriftFields(kind: EventKind): UseQueryResult<DriftFields> {
  const hooktap = useHooktap();
  return useQuery({
    queryKey: ['drift', 'fields', kind.provider, kind.eventType],
    queryFn: ({ signal }) => hooktap.driftFields(queryOf(kind), signal),
    retry: false,
  });
}

export function useShape(kind: EventKind, format: ShapeFormat): UseQueryResult<ShapeText> {
  const hooktap = useHooktap();
  return useQuery({
    queryKey: ['drift', 'shape', kind.provider, kind.eventType, format],
    queryFn: ({ signal }) => hooktap.driftShape(queryOf(kind), format, signal),
    placeholderData: keepPreviousData,
    retry: false,
  });
}
