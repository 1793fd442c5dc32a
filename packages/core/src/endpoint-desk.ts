import type { Endpoint, EndpointConfig } from '@hooktap/protocol';
import type { Changed, EndpointBook } from './endpoint-book.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import { sayingAll, type Wrong } from './field-fault.ts';
import type { EndpointDesk, EndpointRefusal, EndpointVerb } from './inspection-port.ts';
import type { Lanes } from './lanes.ts';
import type { Publisher } from './publisher.ts';
import { refusals } from './say.ts';
import { endpointDeadline, type ProviderDeadlines } from './sender-deadline.ts';
import type { WriteResult } from './store-port.ts';

interface DeskContext {
  readonly book: EndpointBook;
  readonly lanes: Lanes;
  readonly publisher: Publisher;
  readonly deadlines: ProviderDeadlines;
}

const refuse = (error: EndpointRefusal): { ok: false; error: EndpointRefusal } => ({ ok: false, error });
const unknown = (name: string) =>
  refuse({ code: 'not-found', ...refusals.sentence('endpoint-unknown', { name }) });

/** What lies before a handler is looked at this often, to tell of it where it changed. */
const lookEveryMs = 1000;

/** Endpoints as a person sees and changes them. */
export function endpointDesk({
  book,
  lanes,
  publisher,
  deadlines,
}: DeskContext): EndpointDesk & { stop(): void } {
  const describe = (policy: EndpointPolicy): Endpoint => describeEndpoint(policy, { book, lanes, deadlines });
  const told = new Map<string, string>();

  const tell = (): void => {
    for (const policy of book.all) {
      const endpoint = describe(policy);
      // Health has a message of its own.
      const text = JSON.stringify({ ...endpoint, targets: [] });
      if (told.get(policy.name) === text) continue;
      told.set(policy.name, text);
      publisher.publish({ type: 'endpoint.changed', endpoint });
    }
    for (const name of [...told.keys()]) {
      if (book.find(name)) continue;
      told.delete(name);
      publisher.publish({ type: 'endpoint.removed', name });
    }
  };
  book.subscribe(tell);
  const looking = setInterval(tell, lookEveryMs).unref();

  /** As it is now, once that outlives this run. */
  const current = async (name: string, kept: Promise<WriteResult>) => {
    const stored = await kept;
    if (!stored.ok) return stored;
    const policy = book.find(name);
    return policy ? { ok: true as const, value: describe(policy) } : unknown(name);
  };

  return {
    list: () => book.all.map(describe),
    get: (name) => {
      const policy = book.find(name);
      return policy ? describe(policy) : null;
    },
    async put(config) {
      const before = book.find(config.name);
      if (before && before.source.kind !== 'api') return readOnly(before);
      const applied = book.put(withSecrets(config, before));
      return applied.ok ? current(config.name, applied.kept) : invalid(applied);
    },
    async remove(name) {
      const before = book.find(name);
      if (!before) return unknown(name);
      if (before.source.kind !== 'api') return readOnly(before);
      // What waits is taken out before another endpoint's rules are used on it.
      const cancelled = lanes.cancelAll(name);
      const applied = book.remove(name);
      if (!applied.ok) return invalid(applied);
      await cancelled;
      const stored = await applied.kept;
      return stored.ok ? { ok: true, value: null } : stored;
    },
    async change(name, verb) {
      if (!book.find(name)) return unknown(name);
      return current(name, book.switch(name, switchOf(verb)));
    },
    stop: () => clearInterval(looking),
  };
}

function switchOf(verb: EndpointVerb): Parameters<EndpointBook['switch']>[1] {
  switch (verb) {
    case 'pause':
      return { mode: 'paused' };
    case 'breakpoint':
      return { mode: 'breakpoint' };
    case 'resume':
      return { mode: 'deliver' };
    case 'hold':
      return { hold: true };
    case 'release':
      return { mode: 'deliver', hold: false };
  }
}

function describeEndpoint(
  policy: EndpointPolicy,
  { book, lanes, deadlines }: Pick<DeskContext, 'book' | 'lanes' | 'deadlines'>,
): Endpoint {
  const deadline = endpointDeadline(policy, deadlines);
  const { name, source } = policy;
  const { secrets, ...config } = policy.config;
  return {
    name,
    config: { ...config, ...(secrets && { secrets: secrets.length }) },
    source,
    mode: book.mode(name),
    hold: book.holds(policy),
    queue: lanes.queue(name),
    targets: lanes.targets(name),
    ...(deadline && { deadline }),
  };
}

/** Secrets are not shown, so that whoever edits an endpoint sends none back. */
const withSecrets = (config: EndpointConfig, before: EndpointPolicy | undefined): EndpointConfig =>
  config.secrets || !before?.config.secrets ? config : { ...config, secrets: before.config.secrets };

function readOnly({ name, source }: EndpointPolicy) {
  if (source.kind !== 'config') {
    return refuse({ code: 'read-only', ...refusals.sentence('endpoint-of-flags', { name }) });
  }
  const place = `${source.file}${source.line === undefined ? '' : `:${source.line}`}`;
  return refuse({ code: 'read-only', ...refusals.sentence('endpoint-in-file', { name, place }) });
}

function invalid({ errors }: Extract<Changed, { ok: false }>) {
  const said = errors.map(({ endpoint, path, message, parts }): Wrong => {
    const field = refusals.sentence('in-field', { endpoint, path });
    return {
      message: `${field.message} ${message}`,
      ...(parts && { parts: [...field.parts, ...parts] }),
    };
  });
  return refuse({ code: 'endpoint-invalid', ...sayingAll(said), errors });
}
