import type { Delivery, DeliveryId, DeliverySelection } from '@hooktap/protocol';
import { deliveryIdOf } from '../delivery-id.ts';
import { withDesk } from '../desk/find-desk.ts';
import { settledDelivery } from '../desk/settled-delivery.ts';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import type { Output } from '../output.ts';
import type { Paint } from '../paint.ts';
import { printable } from '../printable.ts';

export interface SelectionFlags {
  readonly q?: string;
  readonly json?: boolean;
}

/** One more attempt each, now; says how each went. Exit code 1 where one did not succeed. */
export async function retryDeliveries(
  dataDir: string,
  ids: readonly string[],
  flags: SelectionFlags,
  output: Output,
): Promise<ExitCode> {
  const selection = selectionOf(ids, flags);
  return withDesk(dataDir, output, async (desk) => {
    const askedAt = Date.now();
    const chosen = await desk.each('retry', selection);
    tellRefusals(chosen.refused, output);
    let succeeded = 0;
    for (const id of chosen.ids) {
      const delivery = await settledDelivery(desk, id, askedAt);
      if (delivery?.status === 'succeeded') succeeded += 1;
      report(id, delivery, flags, output);
    }
    const asked = chosen.ids.length + chosen.refused.length;
    if (asked === 0) throw new Failure('There is no delivery to retry: none matches.');
    if (!flags.json) output.aside(`${succeeded} of ${asked} succeeded.`);
    return succeeded === asked ? exitCode.done : exitCode.failed;
  });
}

/** Ends what waits or is under way. Exit code 1 where one could not be cancelled. */
export async function cancelDeliveries(
  dataDir: string,
  ids: readonly string[],
  flags: SelectionFlags,
  output: Output,
): Promise<ExitCode> {
  const selection = selectionOf(ids, flags);
  return withDesk(dataDir, output, async (desk) => {
    const { ids: cancelled, refused } = await desk.each('cancel', selection);
    tellRefusals(refused, output);
    for (const id of cancelled) {
      if (flags.json) output.json(await desk.delivery(id));
      else output.result(`${id}  cancelled`);
    }
    if (cancelled.length + refused.length === 0) {
      throw new Failure('There is no delivery to cancel: none matches.');
    }
    return refused.length === 0 ? exitCode.done : exitCode.failed;
  });
}

function selectionOf(texts: readonly string[], { q }: SelectionFlags): DeliverySelection {
  const ids = texts.map(deliveryIdOf);
  if (ids.length > 0 === (q !== undefined)) {
    throw new Failure(
      "Name deliveries, or choose them with --q, such as --q 'status:failed since:1h'.",
      exitCode.usage,
    );
  }
  return q === undefined ? { ids: [...new Set(ids)] } : { q };
}

const tellRefusals = (refused: readonly { id: string; message: string }[], { aside }: Output): void => {
  for (const { id, message } of refused) aside(`${id}: ${printable(message)}`);
};

function report(id: DeliveryId, delivery: Delivery | null, { json }: SelectionFlags, output: Output): void {
  if (json) output.json(delivery ?? { id, status: 'erased' });
  else output.result(delivery ? line(delivery, output.paint) : `${id}  was erased meanwhile`);
}

function line(delivery: Delivery, paint: Paint): string {
  const { id, status, target } = delivery;
  const colour = status === 'succeeded' ? 'green' : status === 'failed' ? 'red' : 'yellow';
  return `${id}  ${paint(colour, status.padEnd(9))}  ${lastAnswer(delivery)} → ${printable(target)}`;
}

function lastAnswer({ attempts }: Delivery): string {
  const outcome = attempts.at(-1)?.outcome;
  if (!outcome) return 'not attempted';
  const what = outcome.kind === 'responded' ? String(outcome.statusCode) : outcome.failure;
  return `${what} at try ${attempts.length}`;
}
