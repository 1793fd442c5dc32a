import type { ProviderRequest, Wrong } from '@hooktap/core';
import { nearNames } from '../near-names.ts';
import type { ProviderPack } from '../pack.ts';
import { refusals, unknownName } from '../refusals.ts';
import type { Fresh } from './fresh.ts';
import type { Sample } from './sample.ts';
import { serialiseBody } from './serialise.ts';
import { type FieldChange, type FieldError, setFields } from './set-fields.ts';

export interface SampleOptions {
  /** Where it will be sent, as the provider would see it. */
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly seed?: number;
  readonly set?: readonly FieldChange[];
}

export type Sampled =
  | { readonly kind: 'sampled'; readonly request: ProviderRequest; readonly sample: Sample }
  | ({ readonly kind: 'unknown-event-type'; readonly near: readonly string[] } & Wrong)
  | { readonly kind: 'refused'; readonly errors: readonly FieldError[] };

/** `message.inbound` or `message.inbound:image`. */
export const sampleName = ({ eventType, variant }: Pick<Sample, 'eventType' | 'variant'>): string =>
  variant === undefined ? eventType : `${eventType}:${variant}`;

export function findSample(pack: ProviderPack, name: string): Sample | undefined {
  return (
    pack.samples.find((sample) => sampleName(sample) === name) ??
    pack.samples.find((sample) => sample.eventType === name)
  );
}

export function makeSample(
  pack: ProviderPack,
  name: string,
  fresh: Fresh,
  options: Pick<SampleOptions, 'url' | 'set'>,
): Sampled {
  const sample = findSample(pack, name);
  if (!sample) return unknownEventType(pack, name);
  const built = sample.build(fresh);
  const fields = built.body.kind === 'form' ? built.body.fields : built.body.value;
  const changed = setFields(fields, sample.optional, options.set ?? []);
  if (changed.kind === 'refused') return changed;
  const body =
    built.body.kind === 'form'
      ? { ...built.body, fields: changed.value as Record<string, string> }
      : { ...built.body, value: changed.value };
  const requestTarget = targetOf(options.url);
  return {
    kind: 'sampled',
    sample,
    request: {
      method: built.method ?? 'POST',
      url: options.url,
      requestTarget,
      path: requestTarget.split('?', 1)[0] ?? '/',
      rawHeaders: built.headers,
      body: serialiseBody(body),
    },
  };
}

function unknownEventType(pack: ProviderPack, name: string): Sampled {
  const known = pack.eventTypes.some((type) => type.name === name);
  const near = nearNames(name, [...new Set(pack.samples.map(sampleName))]);
  const why = refusals.part(known ? 'sample-undocumented' : 'no-sample', { name, provider: pack.title });
  const types = [...new Set(pack.samples.map(({ eventType }) => eventType))];
  const said =
    near.length > 0 || types.length === 0
      ? unknownName(why, near)
      : refusals.say(why, refusals.part('scenarios-are', { names: types.join(', ') }));
  return { kind: 'unknown-event-type', near, ...said };
}

/** What follows the host, untouched. */
function targetOf(url: string): string {
  const rest = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/#.*$/, '');
  return rest.startsWith('/') ? rest : `/${rest}`;
}
