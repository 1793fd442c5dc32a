import type { InspectorRig } from './inspector-rig.ts';

/** Does something and waits until so many deliveries are settled. */
export async function settled<T>(
  { inspection }: InspectorRig,
  count: number,
  act: () => Promise<T>,
): Promise<T> {
  let left = count;
  const all = new Promise<void>((resolve) => {
    const leave = inspection.publisher.subscribe((change) => {
      if (change.type !== 'delivery.updated' || !/succeeded|failed/.test(change.delivery.status)) return;
      left -= 1;
      if (left > 0) return;
      leave();
      resolve();
    });
  });
  const result = await act();
  await all;
  return result;
}
