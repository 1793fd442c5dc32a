import type { Fresh } from '../../samples/fresh.ts';
import type { Sample } from '../../samples/sample.ts';

const build: Sample['build'] = (fresh: Fresh) => ({
  headers: [['Content-Type', 'application/json']],
  body: {
    kind: 'json',
    value: {
      type: 'example.created',
      timestamp: new Date(fresh.now).toISOString(),
      data: { id: `exm_${fresh.token(16)}`, name: 'Exemplo', status: 'active' },
    },
  },
});

/** The real types are the sender's own; this one has the recommended shape. */
export const standardSamples: readonly Sample[] = [{ eventType: 'example.created', build }];
