import type { EndpointConfig } from '@hooktap/protocol';
import { nearName, parseQuery } from '@hooktap/query';
import { describeQueryError } from './event-filter.ts';
import type { FieldFault, Wrong } from './field-fault.ts';
import { refusals } from './say.ts';

/** Names that an endpoint may write, the person's own packs among them. */
export interface KnownNames {
  readonly providers: readonly string[];
  /** What `handshake.also` takes. */
  readonly handshakes: readonly string[];
}

/**
 * What a person cannot have meant, though it could be gone by: names that nobody has, and filters by what no arrival
 * has. Asked of what is being written only: an endpoint that was made before goes on. `known` null: any name may be.
 */
export function faultsAsWritten(
  { provider, handshake, filter }: EndpointConfig,
  known: KnownNames | null,
): FieldFault[] {
  const faults: FieldFault[] = [];
  const check = (name: string, names: readonly string[], path: string, what: UnknownName): void => {
    if (!names.includes(name)) faults.push({ path, ...unknownName(what, name, names) });
  };
  if (known && provider !== undefined) check(provider, known.providers, 'provider', 'no-provider');
  const also = typeof handshake === 'object' ? (handshake.also ?? []) : [];
  for (const [index, name] of also.entries()) {
    if (known) check(name, known.handshakes, `handshake.also[${index}]`, 'no-handshake');
  }
  const never = filter === undefined ? null : neverOfArrivals(filter);
  if (never) faults.push({ path: 'filter', ...never });
  return faults;
}

type UnknownName = 'no-provider' | 'no-handshake';

function unknownName(what: UnknownName, name: string, names: readonly string[]): Wrong {
  const near = nearName(name, names);
  const others =
    near === undefined
      ? refusals.part('scenarios-are', { names: names.join(', ') })
      : refusals.part('near', { names: near });
  return refusals.say(refusals.part(what, { name }), others);
}

/** Null too where it is no query at all: that is told where it is compiled. */
function neverOfArrivals(filter: string): Wrong | null {
  if (!parseQuery(filter).ok) return null;
  const asked = parseQuery(filter, { subject: 'arrival' });
  return asked.ok ? null : describeQueryError(filter, asked.error);
}
