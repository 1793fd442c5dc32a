import type { EndpointConfigInput } from '@hooktap/client';
import type { Endpoint, FixedReply } from '@hooktap/protocol';
import { endpoints } from '../messages/endpoints/en.ts';
import type { Translate } from '../messages/translate.ts';

type Config = Endpoint['config'];

/** An endpoint as it is typed; lists have one item a line. */
export interface EndpointDraft {
  readonly name: string;
  readonly path: string;
  readonly provider: string;
  readonly secrets: string;
  readonly targets: string;
  readonly reply: 'handler' | 'ack' | 'fixed' | 'sequence';
  readonly replyStatus: string;
  readonly replyBody: string;
  readonly replyDelay: string;
  readonly sequence: string;
  readonly retry: 'usual' | 'none' | 'provider' | 'schedule' | 'exponential';
  readonly schedule: string;
  readonly initial: string;
  readonly attempts: string;
  readonly order: 'none' | 'fifo' | 'key';
  readonly orderKey: string;
  readonly concurrency: string;
  readonly timeout: string;
  readonly deadline: string;
  readonly filter: string;
  readonly hold: boolean;
  readonly enforce: boolean;
}

export type EndpointField = keyof EndpointDraft;
export type EndpointProblems = Partial<Record<EndpointField, string>>;

const text = (value: string | number | undefined): string =>
  value === undefined ? '' : typeof value === 'number' ? `${value}ms` : value;

function replyDraft(
  reply: Config['reply'],
): Pick<EndpointDraft, 'reply' | 'replyStatus' | 'replyBody' | 'replyDelay' | 'sequence'> {
  const usual = { replyStatus: '200', replyBody: '', replyDelay: '', sequence: '500, 500, 200' };
  if (reply === undefined || typeof reply === 'string') return { ...usual, reply: reply ?? 'handler' };
  if ('sequence' in reply) {
    const statuses = reply.sequence.map((one) => (typeof one === 'number' ? one : one.status));
    return { ...usual, reply: 'sequence', sequence: statuses.join(', ') };
  }
  const { status, body = '', delay } = reply;
  return { ...usual, reply: 'fixed', replyStatus: String(status), replyBody: body, replyDelay: text(delay) };
}

function retryDraft(
  retry: Config['retry'],
): Pick<EndpointDraft, 'retry' | 'schedule' | 'initial' | 'attempts'> {
  const usual = { schedule: '1m, 5m, 15m, 1h, 4h', initial: '1s', attempts: '5' };
  if (retry === undefined) return { ...usual, retry: 'usual' };
  if (retry === 'none') return { ...usual, retry: 'none' };
  if (typeof retry === 'string') return { ...usual, retry: 'provider' };
  if ('schedule' in retry)
    return { ...usual, retry: 'schedule', schedule: retry.schedule.map(text).join(', ') };
  const { initial, attempts } = retry.exponential;
  return { ...usual, retry: 'exponential', initial: text(initial), attempts: String(attempts) };
}

/** What the form begins with. Secrets are never shown; left empty they stay as they were. */
export function draftOfEndpoint(endpoint: Endpoint | undefined): EndpointDraft {
  const config = endpoint?.config;
  const { order = 'none' } = config ?? {};
  return {
    name: config?.name ?? '',
    path: config?.path ?? '/',
    provider: config?.provider ?? '',
    secrets: '',
    targets: (config?.targets ?? [config?.target ?? '']).join('\n'),
    ...replyDraft(config?.reply),
    ...retryDraft(config?.retry),
    order: typeof order === 'string' ? order : 'key',
    orderKey: typeof order === 'string' ? '' : order.key,
    concurrency: config?.concurrency === undefined ? '' : String(config.concurrency),
    timeout: text(config?.timeout),
    deadline: text(config?.deadline),
    filter: config?.filter ?? '',
    hold: config?.hold ?? false,
    enforce: config?.enforce ?? false,
  };
}

const lines = (value: string): string[] =>
  value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const listed = (value: string): string[] =>
  value
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

const duration = /^\d+(\.\d+)?(ms|s|m|h|d)$/;

/** Reads one field after the other and gathers what is wrong. */
class Reader {
  readonly problems: EndpointProblems = {};
  readonly #draft: EndpointDraft;
  readonly #t: Translate;

  constructor(draft: EndpointDraft, t: Translate) {
    this.#draft = draft;
    this.#t = t;
  }

  wrong(field: EndpointField, problem: string): undefined {
    this.problems[field] = problem;
    return undefined;
  }

  time(field: 'timeout' | 'deadline' | 'replyDelay' | 'initial'): string | undefined {
    const value = this.#draft[field].trim();
    if (value === '') return undefined;
    return duration.test(value) ? value : this.wrong(field, this.#t(endpoints.expected.time));
  }

  deadline(): string | undefined {
    const value = this.#draft.deadline.trim();
    return value === 'none' || value === 'provider' ? value : this.time('deadline');
  }

  whole(field: 'concurrency' | 'attempts', most: number): number | undefined {
    const value = this.#draft[field].trim();
    if (value === '') return undefined;
    const number = Number(value);
    if (Number.isInteger(number) && number >= 1 && number <= most) return number;
    return this.wrong(field, this.#t(endpoints.expected.whole, { most }));
  }

  status(field: 'replyStatus' | 'sequence', value: string): number {
    const number = Number(value);
    if (Number.isInteger(number) && number >= 200 && number <= 599) return number;
    this.wrong(field, this.#t(endpoints.expected.status, { value }));
    return 200;
  }

  reply(before: Config['reply']): EndpointConfigInput['reply'] {
    const { reply, replyStatus, replyBody, sequence } = this.#draft;
    if (reply === 'handler') return undefined;
    if (reply === 'ack') return reply;
    if (reply === 'sequence') {
      const statuses = listed(sequence).map((value) => this.status('sequence', value));
      if (statuses.length === 0) this.wrong('sequence', this.#t(endpoints.expected.statuses));
      return { sequence: statuses };
    }
    const delay = this.time('replyDelay');
    const wasFixed = typeof before === 'object' && 'status' in before ? before : null;
    const fixed: FixedReply = {
      status: this.status('replyStatus', replyStatus.trim()),
      ...(wasFixed?.headers && { headers: wasFixed.headers }),
      ...(replyBody !== '' && { body: replyBody }),
      ...(delay !== undefined && { delay }),
    };
    return fixed;
  }

  retry(before: Config['retry']): EndpointConfigInput['retry'] {
    const { retry, schedule } = this.#draft;
    switch (retry) {
      case 'usual':
        return undefined;
      case 'none':
        return 'none';
      case 'provider':
        return typeof before === 'string' && before !== 'none' ? before : 'provider';
      case 'schedule': {
        const waits = listed(schedule);
        const odd = waits.find((wait) => !duration.test(wait));
        if (waits.length === 0 || odd !== undefined) this.wrong('schedule', this.#t(endpoints.expected.time));
        return { schedule: waits };
      }
      case 'exponential': {
        const initial = this.time('initial') ?? '1s';
        const attempts = this.whole('attempts', 100) ?? 5;
        const was = typeof before === 'object' && 'exponential' in before ? before.exponential : {};
        return { exponential: { ...was, initial, attempts } };
      }
    }
  }

  order(): EndpointConfigInput['order'] {
    const { order, orderKey } = this.#draft;
    if (order !== 'key') return order === 'none' ? undefined : order;
    const key = orderKey.trim();
    if (key === '') this.wrong('orderKey', this.#t(endpoints.expected.key));
    return { key };
  }
}

export type EndpointReading =
  | { readonly ok: true; readonly config: EndpointConfigInput }
  | { readonly ok: false; readonly problems: EndpointProblems };

/** Sets what the form has and leaves alone what it has not, such as changed headers. */
export function readEndpoint(
  draft: EndpointDraft,
  endpoint: Endpoint | undefined,
  t: Translate,
): EndpointReading {
  const reader = new Reader(draft, t);
  const before = endpoint?.config;
  const name = draft.name.trim();
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(name)) reader.wrong('name', t(endpoints.expected.name));
  const path = draft.path.trim();
  if (!path.startsWith('/')) reader.wrong('path', t(endpoints.expected.path));
  const targets = lines(draft.targets);
  const [target] = targets;
  const secrets = lines(draft.secrets);
  const set = {
    provider: draft.provider.trim() || undefined,
    secrets: secrets.length > 0 ? secrets : undefined,
    target: targets.length === 1 ? target : undefined,
    targets: targets.length > 1 ? targets : undefined,
    reply: reader.reply(before?.reply),
    retry: reader.retry(before?.retry),
    order: reader.order(),
    concurrency: reader.whole('concurrency', 1000),
    timeout: reader.time('timeout'),
    deadline: reader.deadline(),
    filter: draft.filter.trim() || undefined,
    hold: draft.hold || undefined,
    enforce: draft.enforce || undefined,
  };
  if (Object.keys(reader.problems).length > 0) return { ok: false, problems: reader.problems };
  const { secrets: _, ...kept } = before ?? {};
  const all = Object.entries({ ...kept, ...set, name, path });
  const given = Object.fromEntries(all.filter(([, value]) => value !== undefined));
  return { ok: true, config: { ...given, name, path } };
}

const fieldOf: Readonly<Record<string, EndpointField>> = {
  target: 'targets',
  'reply.status': 'replyStatus',
  'reply.delay': 'replyDelay',
  'reply.sequence': 'sequence',
  'retry.schedule': 'schedule',
  'retry.exponential': 'initial',
  'order.key': 'orderKey',
};

/** Problems of the API at their fields; what has no field of the form is told apart. */
export function problemsAtFields(
  errors: readonly { readonly path: string; readonly message: string }[],
  draft: EndpointDraft,
): { readonly problems: EndpointProblems; readonly others: readonly string[] } {
  const problems: EndpointProblems = {};
  const others: string[] = [];
  for (const { path, message } of errors) {
    const parts = path.split('.');
    const [first = ''] = parts;
    const field = fieldOf[parts.slice(0, 2).join('.')] ?? fieldOf[first] ?? (first in draft ? first : null);
    if (field === null) others.push(path === '' ? message : `${path}: ${message}`);
    else problems[field as EndpointField] = message;
  }
  return { problems, others };
}
