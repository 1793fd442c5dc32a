import type {
  Endpoint,
  EndpointDeadline,
  EndpointQueue,
  EndpointSource,
  FixedReply,
} from '@hooktap/protocol';
import { clock, span } from '../format/time.ts';
import { endpoints } from '../messages/endpoints/en.ts';
import type { Translate } from '../messages/translate.ts';

type Config = Endpoint['config'];
type Duration = NonNullable<Config['timeout']>;

const time = (duration: Duration): string => {
  if (typeof duration === 'number') return duration < 1000 ? `${duration} ms` : span(duration);
  return duration.replace(/(?<=\d)(?=[a-z])/, ' ').replace(/ m$/, ' min');
};

const fixed = ({ status, delay }: FixedReply, t: Translate): string =>
  delay === undefined
    ? String(status)
    : t(endpoints.reply.after, { status: String(status), time: time(delay) });

/** Without a reply of its own, an endpoint with a target has the handler answer. */
const usualReply = ({ reply, target, targets }: Config): NonNullable<Config['reply']> =>
  reply ?? ((target ?? targets) === undefined ? 'ack' : 'handler');

/** What the sender gets. */
export function replyWords(config: Config, t: Translate): string {
  const reply = usualReply(config);
  if (reply === 'handler') return t(endpoints.reply.handler);
  if (reply === 'ack') return t(endpoints.reply.ack);
  if ('sequence' in reply) {
    const answers = reply.sequence.map((one) => (typeof one === 'number' ? String(one) : fixed(one, t)));
    const last = answers.pop() ?? '';
    return answers.length === 0
      ? t(endpoints.reply.always, { answer: last })
      : t(endpoints.reply.thenLast, { answers: answers.join(', '), last });
  }
  return t(endpoints.reply.always, { answer: fixed(reply, t) });
}

/** When the sender of a slower handler gets a 504, and who says so. */
export function deadlineWords(deadline: EndpointDeadline, t: Translate): string {
  if (deadline.kind === 'recognised') return t(endpoints.deadline.recognised);
  const after = time(deadline.ms);
  if (deadline.kind === 'set') return t(endpoints.deadline.set, { time: after });
  return t(endpoints.deadline.provider, { time: after, provider: deadline.provider });
}

/** When a failed delivery is tried again. */
export function retryWords(config: Config, t: Translate): string {
  const { retry } = config;
  if (retry === undefined)
    return usualReply(config) === 'handler'
      ? t(endpoints.retry.senderTries)
      : t(endpoints.retry.after, { times: '1 s, 5 s, 30 s, 2 min, 10 min' });
  if (retry === 'none') return t(endpoints.retry.none);
  if (retry === 'provider') return t(endpoints.retry.provider);
  if (typeof retry === 'string') return t(endpoints.retry.as, { provider: retry });
  if ('schedule' in retry) return t(endpoints.retry.after, { times: retry.schedule.map(time).join(', ') });
  const { initial, factor = 2, max, attempts } = retry.exponential;
  const waits = { count: attempts, initial: time(initial), factor };
  return max === undefined
    ? t(endpoints.retry.times, waits)
    : t(endpoints.retry.timesAtMost, { ...waits, most: time(max) });
}

/** What may be under way at a time, and in which order. */
export function orderWords({ order = 'none', concurrency: count = 64 }: Config, t: Translate): string {
  if (order === 'fifo') return t(endpoints.order.fifo);
  return order === 'none'
    ? t(endpoints.order.any, { count })
    : t(endpoints.order.within, { count, key: order.key });
}

export const holdWords = (hold: boolean, t: Translate): string =>
  t(hold ? endpoints.hold.on : endpoints.hold.off);

/** Where the configuration stands: `hooktap.config.ts:12`. */
export function sourceWords(source: EndpointSource, t: Translate): string {
  switch (source.kind) {
    case 'config': {
      const name = source.file.split(/[\\/]/).at(-1) ?? source.file;
      return source.line === undefined ? name : `${name}:${source.line}`;
    }
    case 'flags':
      return t(endpoints.source.flags);
    case 'api':
      return t(endpoints.source.api);
  }
}

export interface QueuePart {
  readonly name: 'held' | 'waiting' | 'retrying' | 'underWay';
  readonly words: string;
}

/** What lies before the handler, the most telling first; empty where nothing does. */
export function queueParts(queue: EndpointQueue, now: number, t: Translate): readonly QueuePart[] {
  const { nextAttemptAt: next, heldUntil } = queue;
  const words = (name: QueuePart['name']) => {
    if (name === 'retrying' && next !== undefined)
      return t(endpoints.queue.retryingDue, { count: queue.retrying, due: dueWords(next, now, t) });
    if (name === 'held' && heldUntil !== undefined)
      return t(endpoints.queue.heldDue, { count: queue.held, due: dueWords(heldUntil, now, t) });
    return t(endpoints.queue[name], { count: queue[name] });
  };
  const parts: readonly (QueuePart & { readonly many: number })[] = (
    ['held', 'waiting', 'retrying', 'underWay'] as const
  ).map((name) => ({ name, many: queue[name], words: words(name) }));
  return parts.filter(({ many }) => many > 0);
}

/** `in 13 min, at 14:46:02`. */
export function dueWords(at: string, now: number, t: Translate): string {
  const ms = Date.parse(at) - now;
  return ms <= 0 ? t(endpoints.due.now) : t(endpoints.due.in, { span: span(ms), time: clock(at) });
}

/** What keeps deliveries back, for the strip: `12 held`, `paused`; null where nothing does. */
export function heldWords(all: readonly Endpoint[], t: Translate): string | null {
  const held = all.reduce((sum, { queue }) => sum + queue.held, 0);
  if (held > 0) return t(endpoints.queue.held, { count: held });
  if (all.some(({ mode }) => mode === 'paused')) return t(endpoints.paused);
  return all.some(({ mode }) => mode === 'breakpoint') ? t(endpoints.breakpoint) : null;
}
