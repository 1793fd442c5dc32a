import type { BodyContent } from '@hooktap/client';
import type { BodyRef } from '@hooktap/protocol';
import { useQuery } from '@tanstack/react-query';
import { useHooktap } from '../connection/hooktap.ts';
import { type BodyWay, bodyRequest } from './body-request.ts';

/** The bytes of a body from the first on; they never change. */
export function useBody(body: BodyRef, way: BodyWay, atMost: number) {
  const hooktap = useHooktap();
  return useQuery<BodyContent>({
    queryKey: ['body', body.href, body.sha256, way, atMost],
    queryFn: ({ signal }) => {
      const { href, options } = bodyRequest(body, way);
      const range = body.size > atMost && { range: { start: 0, end: atMost } };
      return hooktap.body(href, { ...options, signal, ...range });
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
    retry: 1,
    enabled: body.size > 0,
  });
}
