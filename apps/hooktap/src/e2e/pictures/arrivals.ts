import type { ProviderRequest } from '@hooktap/core';
import type { Event, EventId } from '@hooktap/protocol';
import type { Catalog } from '@hooktap/providers';
import { send } from '../test-support/sending.ts';
import { type PictureHooktap, pictureTime, publicUrl } from './picture-hooktap.ts';
import type { Scene } from './scripted-handler.ts';

interface Arrival {
  /** Seconds before the pictures are taken. */
  readonly ago: number;
  readonly path: string;
  readonly method?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: Buffer | string;
  readonly via?: 'direct' | 'tunnel';
  /** What its attempts come to. */
  readonly scenes?: readonly Scene[];
  /** When there is no more to come of it. */
  readonly done?: (event: Event) => boolean;
}

const isSettled = ({ deliveries, reply }: Event): boolean =>
  reply !== null && deliveries.every(({ status }) => status !== 'pending');
const isRead = (event: Event): boolean => event.eventType !== null && isSettled(event);

const tunnelHeaders = [
  ['X-Forwarded-For', '198.51.100.7'],
  ['X-Forwarded-Proto', 'https'],
] as const;

/** Sends one request and waits until nothing more comes of it. */
export async function arrive(rig: PictureHooktap, arrival: Arrival): Promise<EventId> {
  const { ago, path, method = 'POST', headers = [], body = '', via = 'tunnel', scenes = [] } = arrival;
  rig.before(ago);
  rig.expect(...scenes);
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  await send(rig.ports[via], {
    host: via === 'tunnel' ? new URL(publicUrl).host : '127.0.0.1:4401',
    method,
    target: path,
    headers: [...(via === 'tunnel' ? tunnelHeaders : []), ...headers],
    body: bytes.toString('latin1'),
  });
  return (await rig.newest(arrival.done ?? isSettled)).id;
}

interface SampleArrival {
  readonly provider: string;
  /** `message.inbound` or `message.inbound:image`. */
  readonly name: string;
  readonly path: string;
  readonly ago: number;
  readonly seed?: number;
  /** Signs it. */
  readonly secret?: string;
  readonly set?: readonly (readonly [path: string, value: unknown])[];
  readonly scenes?: readonly Scene[];
  readonly done?: (event: Event) => boolean;
}

/** Sends a provider's sample, made and signed as of its moment. */
export async function arriveSample(
  rig: PictureHooktap,
  catalog: Catalog,
  arrival: SampleArrival,
): Promise<EventId> {
  const { provider, name, path, ago, seed = 7, secret, set = [], scenes = [], done } = arrival;
  const now = pictureTime - ago * 1000;
  const made = catalog.sample(provider, name, { url: `${publicUrl}${path}`, now, seed, set });
  if (made.kind !== 'sampled') throw new Error(`No sample ${name}: ${JSON.stringify(made)}`);
  return arriveRequest(rig, catalog, { provider, path, ago, secret, scenes, done, request: made.request });
}

interface ScenarioArrival extends Omit<SampleArrival, 'ago' | 'scenes' | 'done'> {
  /** Of each step. */
  readonly agos: readonly number[];
}

/** The first steps of a provider's scenario, as many as there are times. */
export async function arriveScenario(
  rig: PictureHooktap,
  catalog: Catalog,
  { provider, name, path, agos, seed = 7, secret, set = [] }: ScenarioArrival,
): Promise<EventId[]> {
  const now = pictureTime - (agos[0] ?? 0) * 1000;
  const made = catalog.scenario(provider, name, { url: `${publicUrl}${path}`, now, seed, set });
  if (made.kind !== 'scenario') throw new Error(`No scenario ${name}: ${JSON.stringify(made)}`);
  const ids: EventId[] = [];
  for (const [index, ago] of agos.entries()) {
    const request = made.steps[index]?.request;
    if (request) ids.push(await arriveRequest(rig, catalog, { provider, path, ago, secret, request }));
  }
  return ids;
}

interface RequestArrival {
  readonly provider: string;
  readonly path: string;
  readonly ago: number;
  readonly secret: string | undefined;
  readonly scenes?: readonly Scene[];
  readonly done?: ((event: Event) => boolean) | undefined;
  readonly request: ProviderRequest;
}

function arriveRequest(
  rig: PictureHooktap,
  catalog: Catalog,
  { provider, path, ago, secret, scenes = [], done = isRead, request }: RequestArrival,
): Promise<EventId> {
  const { rawHeaders, body } =
    secret === undefined ? request : signed(catalog, provider, request, { secret, ago });
  return arrive(rig, { ago, path, headers: rawHeaders, body, scenes, done });
}

function signed(
  catalog: Catalog,
  provider: string,
  request: ProviderRequest,
  { secret, ago }: { readonly secret: string; readonly ago: number },
): ProviderRequest {
  const made = catalog.sign(provider, request, secret, { now: pictureTime - ago * 1000 });
  if (made.kind !== 'signed') throw new Error(made.reason);
  return made.request;
}
