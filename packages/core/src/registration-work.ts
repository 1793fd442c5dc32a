import type { PlaceFinding, Registration, RegistrationChange, RegistrationOutcome } from '@hooktap/protocol';
import { saying, type Wrong } from './field-fault.ts';
import type { Outcome } from './inspection-port.ts';
import { findPlace, type PlaceMemory, pointPlace, restorePlace, shownUrl } from './registration-place.ts';
import type {
  Registrar,
  RegistrationAnswers,
  RegistrationFacts,
  RegistrationPlace,
} from './registration-port.ts';
import { type RegistrationRecord, RegistrationRecords } from './registration-record.ts';
import { preparedAnswers, type RegistrationRefusal, refusal } from './registration-request.ts';
import { registering } from './say.ts';
import type { Store } from './store-port.ts';

export type RegistrationHead = Omit<RegistrationRecord, 'places'>;
export type Changed = Outcome<RegistrationChange, RegistrationRefusal>;

/** The changes of one registration at its provider, each noted before it is made. */
export class RegistrationWork {
  readonly records: RegistrationRecords;
  readonly #registrar: Promise<Registrar>;
  /** What the last try at a place failed with, by its key. */
  readonly #problems = new Map<string, Wrong>();

  constructor(store: Store, registrar: Promise<Registrar>) {
    this.records = new RegistrationRecords(store);
    this.#registrar = registrar;
  }

  async facts(provider: string): Promise<Outcome<RegistrationFacts, RegistrationRefusal>> {
    const all = (await this.#registrar).facts();
    const value = all.find((one) => one.provider === provider);
    if (value) return { ok: true, value };
    const names = all.map((one) => one.provider).join(', ');
    return refusal('not-found', registering.sentence('not-registrable-these', { provider, names }));
  }

  async open(
    { provider, baseUrl }: Pick<RegistrationRecord, 'provider' | 'baseUrl'>,
    answers: RegistrationAnswers,
  ): Promise<Outcome<readonly RegistrationPlace[], RegistrationRefusal>> {
    const opened = await (await this.#registrar).open(provider, answers, baseUrl);
    if (opened.kind === 'failed') return refusal('provider-failed', opened);
    return { ok: true, value: opened.places };
  }

  /** Points each place at the URL, for the first time or taken over from another registration. */
  async point(
    head: RegistrationHead,
    places: readonly RegistrationPlace[],
    url: string,
  ): Promise<RegistrationOutcome[]> {
    const items: RegistrationOutcome[] = [];
    for (const place of places) {
      const outcome = await pointPlace(place, url, this.#memory(place.key, head));
      items.push(this.#learnt(place.key, outcome));
    }
    return items;
  }

  /** Points those places at the URL that are not there yet. What somebody else changed is followed no more. */
  async follow(
    record: RegistrationRecord,
    answers: RegistrationAnswers,
    url: string,
  ): Promise<RegistrationOutcome[]> {
    const { places: noted, ...head } = record;
    const behind = noted.filter(({ ours }) => ours.length > 1 || ours[0] !== url);
    if (behind.length === 0) return [];
    const opened = await this.open(record, answers);
    const items: RegistrationOutcome[] = [];
    for (const { key, name, says } of behind) {
      const place = opened.ok ? opened.value.find((one) => one.key === key) : undefined;
      const why = opened.ok ? registering.sentence('place-unknown') : saying(opened.error);
      const outcome: RegistrationOutcome = place
        ? await pointPlace(place, url, this.#memory(key, head))
        : { kind: 'failed', name, says, ...why };
      items.push(this.#learnt(key, outcome));
      if (outcome.kind === 'not-ours') await this.records.forget(key);
    }
    return items;
  }

  /** What each place is set to now; changes nothing. */
  async find(record: RegistrationRecord, given: readonly RegistrationAnswers[]): Promise<PlaceFinding[]> {
    const failed = (why: Wrong) =>
      record.places.map(({ name, says }): PlaceFinding => ({ kind: 'failed', name, says, ...saying(why) }));
    const facts = await this.facts(record.provider);
    if (!facts.ok) return failed(facts.error);
    const prepared = preparedAnswers(facts.value, record.baseUrl, [record.answers, ...given]);
    if (!prepared.ok) return failed(prepared.error);
    const opened = await this.open(record, prepared.answers);
    if (!opened.ok) return failed(opened.error);
    const findings: PlaceFinding[] = [];
    for (const noted of record.places) {
      const { name, says } = noted;
      const place = opened.value.find(({ key }) => key === noted.key);
      const unknown = registering.sentence('place-unknown');
      findings.push(place ? await findPlace(place, noted) : { kind: 'failed', name, says, ...unknown });
    }
    return findings;
  }

  /** Puts back each place that is still ours, the last first. */
  async restore(record: RegistrationRecord, given: readonly RegistrationAnswers[]): Promise<Changed> {
    const facts = await this.facts(record.provider);
    if (!facts.ok) return facts;
    const prepared = preparedAnswers(facts.value, record.baseUrl, [record.answers, ...given]);
    if (!prepared.ok) return prepared;
    const opened = await this.open(record, prepared.answers);
    if (!opened.ok) return opened;
    const items: RegistrationOutcome[] = [];
    const { places, ...head } = record;
    for (const noted of places.toReversed()) {
      const place = opened.value.find(({ key }) => key === noted.key);
      const { name, says } = noted;
      const outcome: RegistrationOutcome = place
        ? await restorePlace(place, { ...this.#memory(noted.key, head), record: noted })
        : { kind: 'failed', name, says, ...registering.sentence('place-unknown') };
      items.push(this.#learnt(noted.key, outcome));
    }
    return { ok: true, value: changeOf(record, items) };
  }

  /** Keeps nothing of it, and changes nothing at the provider. */
  async forget(record: RegistrationRecord): Promise<Changed> {
    for (const { key } of record.places) {
      const written = await this.records.forget(key);
      if (!written.ok) return refusal('store-unavailable', { message: written.error.message });
    }
    const items = record.places.map(({ name, says, before }): RegistrationOutcome => {
      return { kind: 'forgotten', name, says, url: before.url === null ? null : shownUrl(before.url) };
    });
    return { ok: true, value: changeOf(record, items) };
  }

  item({ places, ...record }: RegistrationRecord, isActive: boolean): Registration {
    return {
      ...record,
      state: isActive ? 'active' : 'left',
      hasCredentials: isActive,
      places: places.map(({ key, name, says, ours, before }) => {
        const problem = this.#problems.get(key);
        const url = shownUrl(ours.at(-1) ?? '');
        const then = before.url === null ? null : shownUrl(before.url);
        return { name, says, url, before: then, ...(problem && problemOf(problem)) };
      }),
    };
  }

  #memory(key: string, head: RegistrationHead): PlaceMemory {
    const { records } = this;
    return {
      record: records.place(key),
      note: (place) => records.note(head, place),
      forget: () => records.forget(key),
    };
  }

  #learnt(key: string, outcome: RegistrationOutcome): RegistrationOutcome {
    if (outcome.kind === 'failed') this.#problems.set(key, saying(outcome));
    else this.#problems.delete(key);
    return outcome;
  }
}

function changeOf(record: RegistrationRecord, items: RegistrationOutcome[]): RegistrationChange {
  const { id, provider, title, baseUrl } = record;
  return { id, provider, title, baseUrl, items, warnings: [] };
}

const problemOf = ({ message, parts }: Wrong) => ({
  problem: message,
  ...(parts && { problemParts: parts }),
});
