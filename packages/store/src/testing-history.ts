import { gzipSync } from 'node:zlib';
import { type Store, type StoreRecord, toInstant } from '@hooktap/core';
import type { Attempt, DeliverySummary, EventId, EventReading } from '@hooktap/protocol';
import { createMemoryStore } from './memory-store.ts';
import { attemptRecord, buildEvent, deliveryOf, epoch, newDeliveryId, testClock } from './testing-events.ts';
import { openStore } from './testing-store.ts';

/** The same numbers in each run, so that what fails once fails again. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const pieces = [
  ...[
    'order',
    'ORDER',
    'Paid',
    'ß',
    'İstanbul',
    'ıspanak',
    'ΣΑΣ',
    'σας',
    'Olá',
    'OLÁ',
    'ñ',
    'Ñ',
    '日本',
    '🦊',
  ],
  ...[
    '\\u00e1',
    '\\u004f',
    '\\ud83e\\udd8a',
    '\\ud83e',
    '\\n',
    '\\"',
    '\\\\',
    '/',
    ' ',
    ' ',
    '\n',
    '{',
    '"a":',
    '0',
    '9',
  ],
];
type Numbers = ReturnType<typeof numbers>;

/** Both stores get the same events and what follows them; the one in memory looks at each closely. */
export async function filledStores(dir: string): Promise<{ lowdb: Store; memory: Store }> {
  const lowdb = await openStore(dir, { segmentEvents: 7, inlineLimit: 60 });
  const memory = createMemoryStore({ clock: testClock });
  const next = numbers(7);
  const history = new History(lowdb, memory, next);
  for (let count = 0; count < 64; count++) {
    const id = await history.capture(count);
    // Mostly of the newest, as it is; also of one in a sealed segment.
    const recent = () => (next(5) === 0 ? history.any() : id);
    if (next(3) > 0) await history.read(recent());
    if (next(3) > 0) await history.reply(recent());
    if (next(3) > 0) await history.deliver(recent(), 'arrival');
    if (next(4) === 0) await history.deliver(history.any(), 'replay');
    if (next(2) === 0) await history.goOn();
    if (next(10) === 0) await history.mark(history.any());
  }
  return { lowdb, memory };
}

/** What happens to events, at random. */
class History {
  readonly #lowdb: Store;
  readonly #memory: Store;
  readonly #next: Numbers;
  readonly #ids: EventId[] = [];
  readonly #open: DeliverySummary[] = [];

  constructor(lowdb: Store, memory: Store, next: Numbers) {
    this.#lowdb = lowdb;
    this.#memory = memory;
    this.#next = next;
  }

  #one<T>(of: readonly T[]): T {
    return of[this.#next(of.length)] as T;
  }
  any(): EventId {
    return this.#one(this.#ids);
  }

  async #append(record: StoreRecord): Promise<void> {
    await this.#lowdb.append(record).durable;
    this.#memory.append(record);
  }

  async capture(count: number): Promise<EventId> {
    const text = Array.from({ length: this.#next(14) }, () => this.#one(pieces)).join('');
    const kind = this.#next(9);
    const body =
      kind === 0
        ? Buffer.from([0xff, 0xfe, ...Buffer.from(text), 0x80])
        : kind === 1
          ? gzipSync(text)
          : Buffer.from(text);
    const reader = this.#one(['Caf\u00e9', 'Caf\u00c3\u00a9']);
    const { id, record } = await buildEvent(this.#lowdb, body, {
      rawHeaders: [['X-Reader', `R-${count} ${reader}`]],
      receivedAt: toInstant(epoch + count * 1000),
      endpoint: this.#one(['default', 'default', 'other']),
      via: this.#one(['direct', 'tunnel']),
      method: this.#one(['POST', 'POST', 'PUT']),
      provider: this.#one([null, 'zavu']),
      ...(this.#next(8) === 0 && this.#ids.length > 0 && { duplicateOf: this.any() }),
    });
    const encoded = { ...record.event.body, ...(kind === 1 && { contentEncoding: 'gzip' }) };
    const captured = { ...record, event: { ...record.event, body: encoded } };
    await this.#lowdb.append(captured).durable;
    const writer = this.#memory.openBody();
    await writer.write(body);
    this.#memory.append({ ...captured, body: await writer.finish() });
    this.#ids.push(id);
    return id;
  }

  async read(eventId: EventId): Promise<void> {
    const reading: EventReading = {
      provider: this.#one(['zavu', 'vzaps']),
      providerReason: 'tried',
      eventType: this.#one(['message.inbound', 'Bestätigt']),
      providerEventId: null,
      subject: this.#one(['Olá mundo', 'order', null]),
      verification: { verdict: this.#one(['unchecked', 'valid', 'invalid']) },
      ...(this.#next(6) === 0 && { duplicateOf: this.any() }),
    };
    await this.#append({ type: 'reading', seq: this.#lowdb.nextSeq(), eventId, reading });
  }

  async reply(eventId: EventId): Promise<void> {
    const source = this.#one(['handler', 'busy', 'ack'] as const);
    const reply = { statusCode: 200, source, sentAt: toInstant(epoch) };
    await this.#append({ type: 'reply', seq: this.#lowdb.nextSeq(), eventId, reply });
  }

  async deliver(eventId: EventId, cause: 'arrival' | 'replay'): Promise<void> {
    const delivery = { ...deliveryOf(eventId, 'pending', newDeliveryId()), cause };
    await this.#append({ type: 'delivery', seq: this.#lowdb.nextSeq(), delivery });
    this.#open.push(delivery);
  }

  /** An attempt at some delivery, and what becomes of it. */
  async goOn(): Promise<void> {
    if (this.#open.length === 0) return;
    const [delivery] = this.#open.splice(this.#next(this.#open.length), 1);
    if (!delivery) return;
    const made = await attemptRecord(this.#lowdb, delivery, '{}');
    if (made.type !== 'attempt') throw new Error('no attempt');
    const { outcome: responded } = made.attempt;
    const outcome: Attempt['outcome'] = this.#one([
      { kind: 'failed', failure: 'connection-refused', message: 'refused' },
      responded,
      { ...responded, statusCode: 503 } as typeof responded,
    ]);
    const timing = { ...made.attempt.timing, totalMs: this.#next(900) + 0.25 };
    await this.#append({ ...made, attempt: { ...made.attempt, outcome, timing } });
    const status = this.#one(['succeeded', 'failed', 'retrying'] as const);
    await this.#append({ type: 'delivery', seq: this.#lowdb.nextSeq(), delivery: { ...delivery, status } });
    if (status === 'retrying') this.#open.push({ ...delivery, status });
  }

  async mark(id: EventId): Promise<void> {
    const seq = this.#lowdb.nextSeq();
    const kind = this.#next(4);
    await this.#append(
      kind === 0
        ? { type: 'deleted', seq, ids: [id], at: '2026-11-21T12:00:00.000Z' }
        : kind === 1
          ? { type: 'annotation', seq, eventId: id, marks: { pinned: this.#next(3) > 0 } }
          : { type: 'annotation', seq, eventId: id, marks: { note: 'Milk', tags: ['Olá'] } },
    );
  }
}
