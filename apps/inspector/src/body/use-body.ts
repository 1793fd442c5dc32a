import type { BodyContent } from '@hooktap/client';
import type { BodyRef } from '@hooktap/protocol';
import { useQuery } from '@tanstack/react-query';
import { useHooktap } from '../connection/hooktap.ts';

export type BodyWay = 'raw' | 'decoded';

/** The bytes of a body from the first on; they never change. */
export function useBody(body: BodyRef, way: BodyWay, atMost: number) {
  const hooktap = useHooktap();
  return useQuery<BodyContent>({
    queryKey: ['body', body.href, body.sha256, way, atMost],
    queryFn: ({ signal }) =>
      hooktap.body(body.href, {
        view: way,
        signal,
        ...(body.size > atMost && { range: { start: 0, end: atMost } }),
      }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
    retry: 1,
    enabled: body.size > 0,
  });
}
