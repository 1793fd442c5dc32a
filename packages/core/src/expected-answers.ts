import {
  type Attempt,
  type AttemptName,
  DeliveryId,
  EventId,
  type ExpectAnswerRequest,
  type ExpectedAnswer,
  type Saying,
} from '@hooktap/protocol';
import * as z from 'zod';
import { decodedBody } from './decoded-body.ts';
import { bytesOf } from './event-verification.ts';
import type { ExpectationRefusal, Outcome } from './inspection-port.ts';
import { hasShape, shapeDifference } from './json-shape.ts';
import { handlers, refusals } from './say.ts';
import type { Store, StoreError } from './store-port.ts';

const setting = 'expected-answers';
/** So many marks are kept, the newest. */
const most = 1000;
/** A larger answer is compared by its status code alone. */
const largestBody = 1024 * 1024;

const Marks = z.array(z.tuple([EventId, DeliveryId, z.number().int().positive()]));
type Marks = z.infer<typeof Marks>;

const success: ExpectedAnswer = { kind: 'success' };

/** Which attempts were marked as answered as they should be. The marks outlive a run; the attempts are the store's. */
export class ExpectedAnswers {
  readonly #store: Pick<Store, 'setting' | 'setSetting' | 'delivery' | 'body' | 'listItem'>;
  #marks: Marks;

  constructor(store: Pick<Store, 'setting' | 'setSetting' | 'delivery' | 'body' | 'listItem'>) {
    this.#store = store;
    this.#marks = readMarks(store.setting(setting));
  }

  /** What the event is expected to be answered with: a success where no attempt is marked, or it is gone. */
  async of(id: EventId): Promise<ExpectedAnswer> {
    const [, deliveryId, attempt] = this.#marks.find(([eventId]) => eventId === id) ?? [];
    if (deliveryId === undefined || attempt === undefined) return success;
    const name = { deliveryId, attempt };
    const marked = await this.#attempt(name);
    if (marked?.outcome.kind !== 'responded') return success;
    const text = await this.#text(name, marked);
    return {
      kind: 'marked',
      ...name,
      statusCode: marked.outcome.statusCode,
      comparesBody: text !== null && hasShape(text),
    };
  }

  async mark(
    id: EventId,
    request: ExpectAnswerRequest,
  ): Promise<Outcome<ExpectedAnswer, ExpectationRefusal | StoreError>> {
    const delivery = await this.#store.delivery(request.deliveryId);
    const attempt = delivery?.attempts.find(({ number }) => number === request.attempt);
    if (!attempt || delivery?.eventId !== id || !(await this.#store.listItem(id))) {
      const named = { event: id, attempt: String(request.attempt), delivery: request.deliveryId };
      return { ok: false, error: { code: 'not-found', ...refusals.sentence('attempt-unknown', named) } };
    }
    if (attempt.outcome.kind !== 'responded') {
      return { ok: false, error: { code: 'conflict', ...refusals.sentence('attempt-answerless') } };
    }
    return this.#write([...this.#without(id), [id, request.deliveryId, request.attempt]], id);
  }

  /** From now on a success is expected again. */
  unmark(id: EventId): Promise<Outcome<ExpectedAnswer, StoreError>> {
    return this.#write(this.#without(id), id);
  }

  /** Why an attempt is not what was expected; null where it is. */
  async fault(expected: ExpectedAnswer, name: AttemptName, { outcome }: Attempt): Promise<Saying | null> {
    if (outcome.kind === 'failed') {
      return {
        message: outcome.message,
        parts: outcome.parts ?? [handlers.part(`failed-${outcome.failure}`)],
      };
    }
    const { statusCode } = outcome;
    const status = String(statusCode);
    if (expected.kind === 'success') {
      return statusCode >= 200 && statusCode < 300 ? null : handlers.sentence('not-success', { status });
    }
    if (statusCode !== expected.statusCode) {
      return handlers.sentence('not-expected', { status, expected: String(expected.statusCode) });
    }
    if (!expected.comparesBody) return null;
    const texts = await Promise.all(
      [expected, name].map(async (one) => {
        const attempt = await this.#attempt(one);
        return attempt ? this.#text(one, attempt) : null;
      }),
    );
    const [wanted = null, found = null] = texts;
    return wanted === null ? null : shapeDifference(wanted, found ?? '');
  }

  async #attempt({ deliveryId, attempt }: AttemptName): Promise<Attempt | null> {
    const delivery = await this.#store.delivery(deliveryId);
    return delivery?.attempts.find(({ number }) => number === attempt) ?? null;
  }

  async #text({ deliveryId, attempt }: AttemptName, { outcome }: Attempt): Promise<string | null> {
    if (outcome.kind !== 'responded' || outcome.body.size > largestBody) return null;
    const bytes = await bytesOf(this.#store, {
      of: 'attempt',
      deliveryId,
      number: attempt,
      side: 'response',
    });
    return decodedBody(bytes, outcome.body.contentEncoding).toString('utf8');
  }

  #without(id: EventId): Marks {
    return this.#marks.filter(([eventId]) => eventId !== id);
  }

  async #write(marks: Marks, id: EventId): Promise<Outcome<ExpectedAnswer, StoreError>> {
    const kept = marks.slice(-most);
    const written = await this.#store.setSetting(setting, JSON.stringify(kept));
    if (!written.ok) return written;
    this.#marks = kept;
    return { ok: true, value: await this.of(id) };
  }
}

function readMarks(text: string | undefined): Marks {
  try {
    return Marks.safeParse(JSON.parse(text ?? '[]')).data ?? [];
  } catch {
    return [];
  }
}
