import type {
  RegistrationChange,
  Registrations as RegistrationList,
  RegistrationOutcome,
  RegistrationRequest,
  RegistrationsChecked,
  UnregisterRequest,
} from '@hooktap/protocol';
import { type Clock, toInstant } from './clock.ts';
import type { Outcome } from './inspection-port.ts';
import { planPlace } from './registration-place.ts';
import {
  type Registrar,
  type RegistrationAnswers,
  type RegistrationFacts,
  sameAddress,
} from './registration-port.ts';
import type { RegistrationRecord } from './registration-record.ts';
import {
  nothingChosen,
  openAnswers,
  preparedAnswers,
  type RegistrationRefusal,
  refusal,
  registrationId,
} from './registration-request.ts';
import { leftWords, notDoneWords, outcomeWords } from './registration-words.ts';
import { type Changed, RegistrationWork } from './registration-work.ts';
import { RetriedWork } from './retried-work.ts';
import { registering } from './say.ts';
import type { Store } from './store-port.ts';

interface Context {
  readonly store: Store;
  readonly clock: Clock;
  readonly registrar: Promise<Registrar>;
  /** What a person should know that nobody waits for. */
  readonly notice: (text: string) => void;
  /** Without a path; null: there is no public URL. */
  readonly publicOrigin: () => string | null;
  /** Where the provider's endpoint listens. */
  readonly pathOf: (provider: string) => string;
}

/**
 * Points providers at the public URL, follows it, and puts back what was there. What was there is stored;
 * credentials are kept in memory only. One thing is done at a time: changes never overlap.
 */
export class Registrations {
  readonly #context: Context;
  readonly #work: RegistrationWork;
  /** Of this run, by id. */
  readonly #active = new Map<string, RegistrationAnswers>();
  #line: Promise<unknown> = Promise.resolve();
  readonly #following: RetriedWork;
  #closing = false;

  constructor(context: Context) {
    this.#context = context;
    this.#work = new RegistrationWork(context.store, context.registrar);
    this.#following = new RetriedWork('at following the public URL', () =>
      this.#inTurn(() => this.#follow()),
    );
  }

  async list(): Promise<RegistrationList> {
    const facts = (await this.#context.registrar).facts();
    const items = this.#all.map((record) => this.#work.item(record, this.#active.has(record.id)));
    return { items, offers: facts.map(offerOf) };
  }

  register(request: RegistrationRequest): Promise<Changed> {
    return this.#inTurn(() => this.#register(request));
  }

  async #register(request: RegistrationRequest): Promise<Changed> {
    const { publicOrigin, pathOf, clock } = this.#context;
    const { provider, answers: given = {} } = request;
    if (this.#closing) return refusal('no-public-url', registering.sentence('stopping'));
    const found = await this.#work.facts(provider);
    if (!found.ok) return found;
    const { title, warnings, ...facts } = found.value;
    const { baseUrl = facts.baseUrl } = request;
    const prepared = preparedAnswers(found.value, baseUrl, [given]);
    if (!prepared.ok) return prepared;
    const { answers } = prepared;
    const origin = publicOrigin();
    if (origin === null) return refusal('no-public-url', registering.sentence('url-none'));
    const opened = await this.#work.open({ provider, baseUrl }, answers);
    if (!opened.ok) return opened;
    const places = opened.value;
    if (places.length === 0) return refusal('registration-invalid', nothingChosen(found.value));

    const path = request.path ?? pathOf(provider);
    const open = openAnswers(found.value, answers);
    const id = registrationId(provider, open);
    const change = { provider, title, baseUrl, warnings: [...warnings] };
    if (request.plan) {
      const items: RegistrationOutcome[] = [];
      for (const place of places) items.push(await planPlace(place, `${origin}${path}`));
      return { ok: true, value: { ...change, id: null, items } };
    }
    const since = this.#work.records.get(id)?.since ?? toInstant(clock.now());
    const head = { id, provider, title, answers: open, baseUrl, path, since };
    const items = await this.#work.point(head, places, `${origin}${path}`);
    if (this.#work.records.get(id)) this.#active.set(id, answers);
    this.#dropGone();
    // The URL may have changed meanwhile.
    if (publicOrigin() !== origin) this.follow();
    return { ok: true, value: { ...change, id, items } };
  }

  /** Puts back what was there. Where that fails it stays noted. */
  unregister(request: UnregisterRequest): Promise<Outcome<RegistrationChange[], RegistrationRefusal>> {
    return this.#inTurn(async () => {
      const { id, provider, baseUrl, answers = {}, forget } = request;
      const chosen = this.#all.filter(
        (one) => (id === undefined || one.id === id) && (provider === undefined || one.provider === provider),
      );
      if (chosen.length === 0) {
        const nothing = provider
          ? registering.sentence('nothing-registered-at', { provider })
          : registering.sentence('nothing-registered');
        return refusal('not-found', nothing);
      }
      const elsewhere = chosen.find((one) => baseUrl !== undefined && !sameAddress(baseUrl, one.baseUrl));
      if (elsewhere) {
        const places = { there: elsewhere.baseUrl, here: baseUrl ?? '' };
        return refusal('registration-invalid', registering.sentence('registered-elsewhere', places));
      }
      const changes: RegistrationChange[] = [];
      for (const record of chosen.toReversed()) {
        const change = forget ? await this.#work.forget(record) : await this.#restore(record, answers);
        this.#dropGone();
        if (!change.ok) return change;
        changes.push(change.value);
      }
      return { ok: true, value: changes };
    });
  }

  /** Asks the providers what each place is set to now; changes nothing. */
  check(): Promise<RegistrationsChecked> {
    return this.#inTurn(async () => {
      const items: RegistrationsChecked['items'] = [];
      for (const record of this.#all) {
        const places = await this.#work.find(record, [this.#active.get(record.id) ?? {}]);
        items.push({ id: record.id, places });
      }
      return { at: toInstant(this.#context.clock.now()), items };
    });
  }

  /** Points at the public URL at once what is behind it, without waiting for the next try. */
  async followNow(): Promise<RegistrationList> {
    this.follow();
    await this.#inTurn(async () => {});
    return this.list();
  }

  /** To be called when the public URL may be another: what is registered in this run is pointed at it. */
  follow(): void {
    if (this.#active.size > 0) this.#following.begin();
  }

  /** Whether all are pointed there; true also where nothing can be done. */
  async #follow(): Promise<boolean> {
    const { notice, publicOrigin } = this.#context;
    const origin = publicOrigin();
    let failed = false;
    for (const [id, answers] of [...this.#active]) {
      const record = this.#work.records.get(id);
      if (origin === null || this.#closing) return true;
      if (!record) continue;
      for (const outcome of await this.#work.follow(record, answers, `${origin}${record.path}`)) {
        failed ||= outcome.kind === 'failed';
        notice(`${outcomeWords(record.title, outcome)}.`);
      }
    }
    this.#dropGone();
    return !failed || this.#closing;
  }

  /** Puts back what an earlier run could not, as far as this process knows the credentials. */
  restoreLeft(): Promise<void> {
    return this.#inTurn(() => this.#restoreAndTell(({ id }) => !this.#active.has(id)));
  }

  /** Puts everything back; what is not done within `limitMs` stays noted for the next start. */
  async close(limitMs: number): Promise<void> {
    this.#closing = true;
    this.#following.stop();
    if (this.#all.length === 0) return;
    const restored = this.#inTurn(() => this.#restoreAndTell(({ id }) => this.#active.has(id)));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        for (const record of this.#all) this.#context.notice(notDoneWords(record));
        resolve();
      }, limitMs);
    });
    await Promise.race([restored, late]);
    clearTimeout(timer);
  }

  async #restoreAndTell(which: (record: RegistrationRecord) => boolean): Promise<void> {
    const { notice } = this.#context;
    for (const record of this.#all.filter(which).toReversed()) {
      const restored = await this.#restore(record, {});
      this.#dropGone();
      if (!restored.ok) {
        for (const place of record.places) notice(leftWords(record.title, place));
        notice(`${restored.error.message} ${notDoneWords(record)}`);
        continue;
      }
      const { items } = restored.value;
      for (const outcome of items) notice(`${outcomeWords(record.title, outcome)}.`);
      if (items.some(({ kind }) => kind === 'failed')) notice(notDoneWords(record));
    }
  }

  #restore(record: RegistrationRecord, answers: RegistrationAnswers): Promise<Changed> {
    return this.#work.restore(record, [this.#active.get(record.id) ?? {}, answers]);
  }

  get #all(): readonly RegistrationRecord[] {
    return this.#work.records.all;
  }

  /** Credentials of what is registered no more are not kept. */
  #dropGone(): void {
    for (const id of this.#active.keys()) if (!this.#work.records.get(id)) this.#active.delete(id);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#line.then(work);
    this.#line = done.catch(() => undefined);
    return done;
  }
}

const offerOf = ({
  known,
  asks,
  warnings,
  ...facts
}: RegistrationFacts): RegistrationList['offers'][number] => ({
  ...facts,
  asks: asks.map(({ optional = false, ...ask }) => ({
    ...ask,
    optional,
    answered: Boolean(known[ask.name]),
  })),
  warnings: [...warnings],
});
