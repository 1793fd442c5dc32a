import type { Endpoint, EndpointQueue, EndpointSource, FixedReply } from '@hooktap/protocol';
import { count } from '../format/measures.ts';
import { clock, span } from '../format/time.ts';

type Config = Endpoint['config'];
type Duration = NonNullable<Config['timeout']>;

const time = (duration: Duration): string => {
  if (typeof duration === 'number') return duration < 1000 ? `${duration} ms` : span(duration);
  return duration.replace(/(?<=\d)(?=[a-z])/, ' ').replace(/ m$/, ' min');
};

const fixed = ({ status, delay }: FixedReply): string =>
  delay === undefined ? String(status) : `${status} after ${time(delay)}`;

/** Without a reply of its own, an endpoint with a target has the handler answer. */
const usualReply = ({ reply, target, targets }: Config): NonNullable<Config['reply']> =>
  reply ?? ((target ?? targets) === undefined ? 'ack' : 'handler');

/** What the sender gets. */
export function replyWords(config: Config): string {
  const reply = usualReply(config);
  if (reply === 'handler') return "The handler's own answer";
  if (reply === 'ack') return '200 at once, delivered afterwards';
  if ('sequence' in reply) {
    const answers = reply.sequence.map((one) => (typeof one === 'number' ? String(one) : fixed(one)));
    const last = answers.pop();
    return answers.length === 0 ? `Always ${last}` : `${answers.join(', ')}, then ${last}`;
  }
  return `Always ${fixed(reply)}`;
}

/** When a failed delivery is tried again. */
export function retryWords(config: Config): string {
  const { retry } = config;
  if (retry === undefined)
    return usualReply(config) === 'handler'
      ? 'None: its sender tries again'
      : 'After 1 s, 5 s, 30 s, 2 min, 10 min';
  if (retry === 'none') return 'None';
  if (retry === 'provider') return 'As its provider retries';
  if (typeof retry === 'string') return `As ${retry} retries`;
  if ('schedule' in retry) return `After ${retry.schedule.map(time).join(', ')}`;
  const { initial, factor = 2, max, attempts } = retry.exponential;
  const most = max === undefined ? '' : `, at most ${time(max)}`;
  return `${count(attempts)} times, after ${time(initial)}, each ${factor} times as long${most}`;
}

/** What may be under way at a time, and in which order. */
export function orderWords({ order = 'none', concurrency = 64 }: Config): string {
  if (order === 'fifo') return 'One after the other';
  const many = `${count(concurrency)} at a time`;
  return order === 'none' ? `${many}, in any order` : `${many}, one after the other within ${order.key}`;
}

export const holdWords = (hold: boolean): string =>
  hold ? 'Kept back while the handler is down' : 'Not kept back while the handler is down';

/** Where the configuration stands: `hooktap.config.ts:12`. */
export function sourceWords(source: EndpointSource): string {
  switch (source.kind) {
    case 'config': {
      const name = source.file.split(/[\\/]/).at(-1) ?? source.file;
      return source.line === undefined ? name : `${name}:${source.line}`;
    }
    case 'flags':
      return 'the command line';
    case 'api':
      return 'made here';
  }
}

export interface QueuePart {
  readonly name: 'held' | 'waiting' | 'retrying' | 'underWay';
  readonly words: string;
}

/** What lies before the handler, the most telling first; empty where nothing does. */
export function queueParts(queue: EndpointQueue, now: number): readonly QueuePart[] {
  const next = queue.nextAttemptAt;
  const due = next === undefined ? '' : `, the next ${dueWords(next, now)}`;
  const parts: readonly (QueuePart & { readonly many: number })[] = [
    { name: 'held', many: queue.held, words: `${count(queue.held)} held` },
    { name: 'waiting', many: queue.waiting, words: `${count(queue.waiting)} waiting` },
    { name: 'retrying', many: queue.retrying, words: `${count(queue.retrying)} retrying${due}` },
    { name: 'underWay', many: queue.underWay, words: `${count(queue.underWay)} under way` },
  ];
  return parts.filter(({ many }) => many > 0);
}

/** `in 13 min, at 14:46:02`. */
export function dueWords(at: string, now: number): string {
  const ms = Date.parse(at) - now;
  return ms <= 0 ? 'now' : `in ${span(ms)}, at ${clock(at)}`;
}

/** What keeps deliveries back, for the strip: `12 held`, `paused`; null where nothing does. */
export function heldWords(endpoints: readonly Endpoint[]): string | null {
  const held = endpoints.reduce((sum, { queue }) => sum + queue.held, 0);
  if (held > 0) return `${count(held)} held`;
  if (endpoints.some(({ mode }) => mode === 'paused')) return 'paused';
  return endpoints.some(({ mode }) => mode === 'breakpoint') ? 'breakpoint' : null;
}
