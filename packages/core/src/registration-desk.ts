import type {
  Registration,
  RegistrationChange,
  Registrations as RegistrationList,
  RegistrationOutcome,
  RegistrationRequest,
  UnregisterRequest,
} from '@hooktap/protocol';
import { type Clock, toInstant } from './clock.ts';
import type { Outcome } from './inspection-port.ts';
import { type PlaceMemory, planPlace, pointPlace, restorePlace, shownUrl } from './registration-place.ts';
import {
  type Registrar,
  type RegistrationAnswers,
  type RegistrationFacts,
  sameAddress,
} from './registration-port.ts';
import { type PlaceRecord, type RegistrationRecord, RegistrationRecords } from './registration-record.ts';
import {
  openAnswers,
  preparedAnswers,
  type RegistrationRefusal,
  registrationId,
} from './registration-request.ts';
import { outcomeWords } from './registration-words.ts';
import { reportBug } from './report-bug.ts';
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
  /** The wait before the first further try to follow the public URL; it doubles. */
  readonly retryMs?: number;
}

const longestRetryMs = 5 * 60_000;

type RecordHead = Omit<RegistrationRecord, 'places'>;

/**
 * Points providers at the public URL, follows it, and puts back what was there. What was there is stored;
 * credentials are kept in memory only. One thing is done at a time: changes never overlap.
 */
export class Registrations {
  readonly #context: Context;
  readonly #records: RegistrationRecords;
  /** Of this run, by id. */
  readonly #active = new Map<string, RegistrationAnswers>();
  /** What the last try at a place failed with, by its key. */
  readonly #problems = new Map<string, string>();
  #line: Promise<unknown> = Promise.resolve();
  #retry: NodeJS.Timeout | null = null;
  #closing = false;

  constructor(context: Context) {
    this.#context = context;
    this.#records = new RegistrationRecords(context.store);
  }

  async list(): Promise<RegistrationList> {
    const { registrar } = this.#context;
    const facts = (await registrar).facts();
    return { items: this.#records.all.map((record) => this.#item(record)), offers: facts.map(offerOf) };
  }

  /** Whether an earlier run left something to put back. */
  get anyLeft(): boolean {
    return this.#records.all.length > 0;
  }

  register(request: RegistrationRequest): Promise<Outcome<RegistrationChange, RegistrationRefusal>> {
    return this.#inTurn(() => this.#register(request));
  }

  async #register(request: RegistrationRequest): Promise<Outcome<RegistrationChange, RegistrationRefusal>> {
    const { registrar, publicOrigin, pathOf, clock } = this.#context;
    const { provider, answers: given = {} } = request;
    if (this.#closing) return refusal('no-public-url', 'Hooktap is stopping.');
    const facts = await this.#facts(provider);
    if (!facts) return this.#unknown(provider);
    const { baseUrl = facts.baseUrl } = request;
    const prepared = preparedAnswers(facts, baseUrl, [given]);
    if (!prepared.ok) return prepared;
    const origin = publicOrigin();
    if (origin === null)
      return refusal('no-public-url', 'There is no public URL that it could be pointed at.');
    const opened = await (await registrar).open(provider, prepared.answers, baseUrl);
    if (opened.kind === 'failed') return refusal('provider-failed', opened.message);
    const { places } = opened;
    if (places.length === 0) return refusal('registration-invalid', nothingChosen(facts));

    const path = request.path ?? pathOf(provider);
    const url = `${origin}${path}`;
    const open = openAnswers(facts, prepared.answers);
    const id = registrationId(provider, open);
    const change = { id, provider, title: facts.title, baseUrl, warnings: [...facts.warnings] };
    const items: RegistrationOutcome[] = [];
    if (request.plan) {
      for (const place of places) items.push(await planPlace(place, url));
      return { ok: true, value: { ...change, id: null, items } };
    }
    const since = this.#records.get(id)?.since ?? toInstant(clock.now());
    const head: RecordHead = { id, provider, title: facts.title, answers: open, baseUrl, path, since };
    for (const place of places) items.push(await pointPlace(place, url, this.#memory(place.key, head)));
    if (this.#records.get(id)) this.#active.set(id, prepared.answers);
    for (const gone of this.#active.keys()) if (!this.#records.get(gone)) this.#active.delete(gone);
    return { ok: true, value: { ...change, items } };
  }

  /** Puts back what was there. Where that fails it stays noted. */
  unregister(request: UnregisterRequest): Promise<Outcome<RegistrationChange[], RegistrationRefusal>> {
    return this.#inTurn(async () => {
      const { id, provider } = request;
      const chosen = this.#records.all.filter(
        (one) => (id === undefined || one.id === id) && (provider === undefined || one.provider === provider),
      );
      if (chosen.length === 0) {
        return refusal('not-found', `Nothing is registered${provider ? ` at '${provider}'` : ''}.`);
      }
      const changes: RegistrationChange[] = [];
      for (const record of chosen.toReversed()) {
        const change = request.forget ? await this.#forget(record) : await this.#restore(record, request);
        if (!change.ok) return change;
        changes.push(change.value);
      }
      return { ok: true, value: changes };
    });
  }

  /** To be called when the public URL may be another: what is registered in this run is pointed at it. */
  follow(): void {
    if (this.#active.size === 0 || this.#closing) return;
    if (this.#retry) clearTimeout(this.#retry);
    this.#retry = null;
    this.#followInTurn(this.#context.retryMs ?? 5000);
  }

  async #follow(retryMs: number): Promise<void> {
    const { notice, publicOrigin, registrar } = this.#context;
    const origin = publicOrigin();
    if (origin === null || this.#closing) return;
    let failed = false;
    for (const [id, answers] of [...this.#active]) {
      const record = this.#records.get(id);
      const url = `${origin}${record?.path ?? ''}`;
      const behind = record?.places.filter(({ ours }) => ours.length > 1 || ours[0] !== url) ?? [];
      if (!record || behind.length === 0) continue;
      const { places: _, ...head } = record;
      const opened = await (await registrar).open(record.provider, answers, record.baseUrl);
      for (const { key, name, says } of behind) {
        if (this.#closing) return;
        const place = opened.kind === 'opened' ? opened.places.find((one) => one.key === key) : undefined;
        const outcome: RegistrationOutcome = place
          ? await pointPlace(place, url, this.#memory(key, head))
          : {
              kind: 'failed',
              name,
              says,
              message: opened.kind === 'failed' ? opened.message : 'It is gone.',
            };
        this.#learn(key, outcome);
        if (outcome.kind === 'not-ours') await this.#records.forget(key);
        if (outcome.kind === 'failed') failed = true;
        notice(`${outcomeWords(record.title, outcome)}.`);
      }
      if (!this.#records.get(id)) this.#active.delete(id);
    }
    if (failed && !this.#closing) this.#followLater(retryMs);
  }

  #followLater(retryMs: number): void {
    this.#retry = setTimeout(() => this.#followInTurn(Math.min(2 * retryMs, longestRetryMs)), retryMs);
    this.#retry.unref();
  }

  #followInTurn(retryMs: number): void {
    this.#inTurn(() => this.#follow(retryMs)).catch((bug) => reportBug('at following the public URL', bug));
  }

  /** Puts back what an earlier run could not, as far as this process knows the credentials. */
  restoreLeft(): Promise<void> {
    return this.#inTurn(async () => {
      const left = this.#records.all.filter(({ id }) => !this.#active.has(id));
      for (const record of left.toReversed()) await this.#restoreAndTell(record);
    });
  }

  /** Puts everything back; what is not done within `limitMs` stays noted for the next start. */
  async close(limitMs: number): Promise<void> {
    this.#closing = true;
    if (this.#retry) clearTimeout(this.#retry);
    if (this.#active.size === 0) return;
    const restored = this.#inTurn(async () => {
      const ours = this.#records.all.filter(({ id }) => this.#active.has(id));
      for (const record of ours.toReversed()) await this.#restoreAndTell(record);
    });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        for (const { title, provider } of this.#records.all) this.#context.notice(notDone(title, provider));
        resolve();
      }, limitMs);
    });
    await Promise.race([restored, late]);
    clearTimeout(timer);
  }

  async #restoreAndTell(record: RegistrationRecord): Promise<void> {
    const { notice } = this.#context;
    const { title, provider } = record;
    const restored = await this.#restore(record, {});
    if (!restored.ok) {
      for (const { says, before, ours } of record.places) {
        const now = shownUrl(ours.at(-1) ?? '');
        const then = before.url === null ? 'nothing' : shownUrl(before.url);
        notice(`${title}, ${says}: an earlier run set ${now} and could not put back ${then}.`);
      }
      return notice(`${restored.error.message} ${notDone(title, provider)}`);
    }
    for (const outcome of restored.value.items) notice(`${outcomeWords(title, outcome)}.`);
    if (restored.value.items.some(({ kind }) => kind === 'failed')) notice(notDone(title, provider));
  }

  async #restore(
    record: RegistrationRecord,
    { answers: given = {}, baseUrl }: UnregisterRequest,
  ): Promise<Outcome<RegistrationChange, RegistrationRefusal>> {
    const facts = await this.#facts(record.provider);
    if (!facts) return this.#unknown(record.provider);
    if (baseUrl !== undefined && !sameAddress(baseUrl, record.baseUrl)) {
      return refusal('registration-invalid', `It was registered at ${record.baseUrl}, not at ${baseUrl}.`);
    }
    const kept = this.#active.get(record.id) ?? {};
    const prepared = preparedAnswers(facts, record.baseUrl, [record.answers, kept, given]);
    if (!prepared.ok) return prepared;
    const opened = await (await this.#context.registrar).open(
      record.provider,
      prepared.answers,
      record.baseUrl,
    );
    if (opened.kind === 'failed') return refusal('provider-failed', opened.message);
    const items: RegistrationOutcome[] = [];
    const { places: _, ...head } = record;
    for (const noted of record.places.toReversed()) {
      const place = opened.places.find(({ key }) => key === noted.key);
      const { name, says } = noted;
      const outcome: RegistrationOutcome = place
        ? await restorePlace(place, { ...this.#memory(noted.key, head), record: noted })
        : { kind: 'failed', name, says, message: 'These credentials are for another place.' };
      this.#learn(noted.key, outcome);
      items.push(outcome);
    }
    return { ok: true, value: this.#changed(record, items) };
  }

  async #forget(record: RegistrationRecord): Promise<Outcome<RegistrationChange, RegistrationRefusal>> {
    for (const { key } of record.places) {
      const written = await this.#records.forget(key);
      if (!written.ok) return refusal('store-unavailable', written.error.message);
    }
    const items = record.places.map(({ name, says, before }): RegistrationOutcome => {
      return { kind: 'forgotten', name, says, url: before.url === null ? null : shownUrl(before.url) };
    });
    return { ok: true, value: this.#changed(record, items) };
  }

  #changed(record: RegistrationRecord, items: RegistrationOutcome[]): RegistrationChange {
    if (!this.#records.get(record.id)) this.#active.delete(record.id);
    const { id, provider, title, baseUrl } = record;
    return { id, provider, title, baseUrl, items, warnings: [] };
  }

  #memory(key: string, head: RecordHead): PlaceMemory {
    const records = this.#records;
    return {
      record: records.place(key),
      note: (place: PlaceRecord) => records.note(head, place),
      forget: () => records.forget(key),
    };
  }

  #learn(key: string, outcome: RegistrationOutcome): void {
    if (outcome.kind === 'failed') this.#problems.set(key, outcome.message);
    else this.#problems.delete(key);
  }

  #item({ places, ...record }: RegistrationRecord): Registration {
    const isActive = this.#active.has(record.id);
    return {
      ...record,
      state: isActive ? 'active' : 'left',
      hasCredentials: isActive,
      places: places.map(({ key, name, says, ours, before }) => {
        const problem = this.#problems.get(key);
        const url = shownUrl(ours.at(-1) ?? '');
        const then = before.url === null ? null : shownUrl(before.url);
        return { name, says, url, before: then, ...(problem !== undefined && { problem }) };
      }),
    };
  }

  async #facts(provider: string): Promise<RegistrationFacts | undefined> {
    return (await this.#context.registrar).facts().find((one) => one.provider === provider);
  }

  async #unknown(provider: string): Promise<{ ok: false; error: RegistrationRefusal }> {
    const names = (await this.#context.registrar).facts().map((one) => one.provider);
    return refusal('not-found', `'${provider}' cannot be registered; these can: ${names.join(', ')}.`);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#line.then(work);
    this.#line = done.catch(() => undefined);
    return done;
  }
}

const refusal = (code: RegistrationRefusal['code'], message: string) =>
  ({ ok: false, error: { code, message } }) as const;

const notDone = (title: string, provider: string): string =>
  `${title} still has to be put back: hooktap unregister ${provider}`;

const nothingChosen = ({ title, asks }: RegistrationFacts): string =>
  `This names no webhook of ${title}. Choose with: ${asks
    .filter(({ secret }) => !secret)
    .map(({ says }) => says)
    .join('; ')}.`;

const offerOf = ({
  known: _,
  asks,
  warnings,
  ...facts
}: RegistrationFacts): RegistrationList['offers'][number] => ({
  ...facts,
  asks: asks.map(({ optional = false, ...ask }) => ({ ...ask, optional })),
  warnings: [...warnings],
});
