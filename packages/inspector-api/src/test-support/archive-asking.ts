import type { RawHeaders } from '@hooktap/protocol';
import type { InspectorRig } from './inspector-rig.ts';

export const hostile: RawHeaders = [
  ['Host', 'hooks.example.com'],
  ['X-Twice', 'a'],
  ['x-twice', "b 'quoted' $(touch /tmp/never) `id`"],
  ['X-Latin', 'caf\xe9'],
  ['Content-Type', 'application/json'],
];

export const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
export const textOf = async (rig: InspectorRig, path: string) => (await rig.ask(path)).text();
export const sendFile = (rig: InspectorRig, body: string | Buffer, query = '') =>
  rig.ask(`/api/import${query}`, { method: 'POST', body: new Uint8Array(Buffer.from(body)) });

export async function stored(rig: InspectorRig, q = '') {
  const { items } = await rig.inspection.store.page({ words: q === '' ? [] : [q], limit: 500 });
  return Promise.all(
    items.map(async ({ id }) => {
      const event = await rig.inspection.store.event(id);
      return { event, body: await bytesOf(await rig.ask(`/api/events/${id}/body`)) };
    }),
  );
}

/** As long as it has an open delivery, its next change is awaited. */
export async function settled(rig: InspectorRig, id: string): Promise<void> {
  for (;;) {
    let leave = () => {};
    const changed = new Promise<void>((resolve) => {
      leave = rig.inspection.publisher.subscribe(() => resolve());
    });
    const event = await rig.inspection.store.event(id as never);
    if (event?.delivery && !/pending|retrying|held/.test(event.delivery.status)) {
      leave();
      return;
    }
    await changed;
    leave();
  }
}
