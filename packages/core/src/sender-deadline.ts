import type { EndpointDeadline } from '@hooktap/protocol';
import type { EndpointPolicy } from './endpoint-policy.ts';

/** How long a provider waits for an answer, in milliseconds; null where it is not known. */
export type ProviderDeadlines = (provider: string) => number | null;

type Waiting = Pick<EndpointPolicy, 'deadline' | 'provider'>;

/** How long one sender waits; null: until the handler's timeout. `recognised`: by the event itself. */
export function senderDeadlineMs(
  { deadline, provider }: Waiting,
  recognised: string | null,
  deadlines: ProviderDeadlines,
): number | null {
  if (deadline !== 'provider') return deadline;
  const whose = provider ?? recognised;
  return whose === null ? null : deadlines(whose);
}

/** What is known of it before an event has come; undefined: senders wait until the handler's timeout. */
export function endpointDeadline(
  { deadline, provider }: Waiting,
  deadlines: ProviderDeadlines,
): EndpointDeadline | undefined {
  if (deadline === null) return undefined;
  if (deadline !== 'provider') return { kind: 'set', ms: deadline };
  if (provider === null) return { kind: 'recognised' };
  const ms = deadlines(provider);
  return ms === null ? undefined : { kind: 'provider', provider, ms };
}
