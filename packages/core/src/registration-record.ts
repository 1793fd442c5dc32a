import * as z from 'zod';
import type { Store, WriteResult } from './store-port.ts';

const Setting = z.object({ url: z.string().nullable(), rest: z.record(z.string(), z.unknown()) });

const PlaceRecord = z.object({
  name: z.string(),
  says: z.string(),
  key: z.string(),
  before: Setting,
  /** What Hooktap set. Two while a change is under way: a crash leaves either of them there. */
  ours: z.array(z.string()).min(1),
});
/** One place and what was there before Hooktap changed it. */
export type PlaceRecord = z.infer<typeof PlaceRecord>;

const RegistrationRecord = z.object({
  id: z.string(),
  provider: z.string(),
  title: z.string(),
  /** Of questions that are no secret. */
  answers: z.record(z.string(), z.string()),
  baseUrl: z.string(),
  path: z.string(),
  since: z.string(),
  places: z.array(PlaceRecord),
});
export type RegistrationRecord = z.infer<typeof RegistrationRecord>;

const Saved = z.array(RegistrationRecord);
const setting = 'registrations';

/**
 * What providers were told, as it outlives a run: without credentials. A change is noted before it is made, so that
 * there is none of which the next run knows nothing.
 */
export class RegistrationRecords {
  readonly #store: Store;
  #all: readonly RegistrationRecord[];

  constructor(store: Store) {
    this.#store = store;
    this.#all = readRecords(store.setting(setting));
  }

  get all(): readonly RegistrationRecord[] {
    return this.#all;
  }

  get(id: string): RegistrationRecord | undefined {
    return this.#all.find((one) => one.id === id);
  }

  place(key: string): PlaceRecord | undefined {
    return this.#all.flatMap(({ places }) => places).find((one) => one.key === key);
  }

  /** Puts the place under this registration, whichever it was under before; without places it is gone. */
  async note(of: Omit<RegistrationRecord, 'places'>, place: PlaceRecord): Promise<WriteResult> {
    const others = this.#without(place.key);
    const places = [...(others.find(({ id }) => id === of.id)?.places ?? []), place];
    const record = { ...of, places };
    return this.#write(
      others.some(({ id }) => id === of.id)
        ? others.map((one) => (one.id === of.id ? record : one))
        : [...others, record],
    );
  }

  forget(key: string): Promise<WriteResult> {
    return this.#write(this.#without(key));
  }

  #without(key: string): RegistrationRecord[] {
    return this.#all.map((one) => ({ ...one, places: one.places.filter((place) => place.key !== key) }));
  }

  async #write(next: readonly RegistrationRecord[]): Promise<WriteResult> {
    const kept = next.filter(({ places }) => places.length > 0);
    const written = await this.#store.setSetting(setting, JSON.stringify(kept));
    if (written.ok) this.#all = kept;
    return written;
  }
}

/** What cannot be read is of another version; there is nothing that could be done by it. */
function readRecords(text: string | undefined): readonly RegistrationRecord[] {
  if (text === undefined) return [];
  try {
    return Saved.safeParse(JSON.parse(text)).data ?? [];
  } catch {
    return [];
  }
}
