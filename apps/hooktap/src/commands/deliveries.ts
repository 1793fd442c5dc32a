import type { DeliveryStatus } from '@hooktap/protocol';
import { deliveryLines } from '../delivery-line.ts';
import { withDesk } from '../desk/find-desk.ts';
import { moreLine } from '../desk/found.ts';
import { type ExitCode, exitCode } from '../failure.ts';
import type { Output } from '../output.ts';

export interface DeliveriesFlags {
  readonly q?: string;
  readonly status?: DeliveryStatus;
  readonly limit: number;
  readonly json?: boolean;
}

/** The delivery log: newest last, as a log reads; with --json newest first, as the API has them. */
export async function listDeliveries(
  dataDir: string,
  { q = '', status, limit, json }: DeliveriesFlags,
  output: Output,
): Promise<ExitCode> {
  const found = await withDesk(dataDir, output, (desk) => desk.deliveries({ q, status, limit }));
  const { items } = found;
  if (json) {
    for (const item of items) output.json(item);
    return exitCode.done;
  }
  for (const line of deliveryLines(items.toReversed(), output.paint, output.columns())) output.result(line);
  const narrowed = q !== '' || status !== undefined;
  if (items.length === 0) output.aside(narrowed ? 'No delivery matches.' : 'There are no deliveries yet.');
  const more = moreLine(found, limit);
  if (more !== null) output.aside(more);
  return exitCode.done;
}
