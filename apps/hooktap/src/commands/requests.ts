import type { SavedRequest } from '@hooktap/protocol';
import type { SavedRequestCommands } from '../desk/event-desk.ts';
import { withDesk } from '../desk/find-desk.ts';
import { settledDelivery } from '../desk/settled-delivery.ts';
import { eventLine, settledFacts } from '../event-line.ts';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import type { Output } from '../output.ts';
import { clipped, printable } from '../printable.ts';

const nameWidth = 28;

export interface RequestsFlags {
  /** Names or ids of those to delete. */
  readonly delete?: readonly string[];
  readonly json?: boolean;
}

/** The saved requests, by name; or deletes some. */
export function listRequests(
  dataDir: string,
  { delete: gone = [], json }: RequestsFlags,
  output: Output,
): Promise<ExitCode> {
  return withDesk(dataDir, output, async ({ savedRequests }) => {
    if (gone.length > 0) {
      const chosen = await Promise.all(gone.map((name) => requestOf(savedRequests, name)));
      await savedRequests.remove(chosen.map(({ id }) => id));
    }
    const items = await savedRequests.list();
    for (const item of items) {
      if (json) output.json(item);
      else output.result(lineOf(item));
    }
    if (items.length === 0) {
      output.aside('No request is saved. Save one in the inspector, in Edit and replay.');
    }
    return exitCode.done;
  });
}

function lineOf({ name, method, requestTarget, eventType, eventIsKept, id }: SavedRequest): string {
  const what = eventType === null ? '' : ` (${clipped(printable(eventType), 60)})`;
  return [
    printable(name).padEnd(nameWidth),
    printable(method).padEnd(6),
    `${clipped(printable(requestTarget), 80)}${what}`,
    id,
    ...(eventIsKept ? [] : ['its event was deleted']),
  ].join('  ');
}

export interface SendFlags {
  readonly to?: string;
  readonly json?: boolean;
}

/** Sends a saved request and waits for the answer. Exit code 1 where it did not succeed. */
export function sendRequest(
  dataDir: string,
  name: string,
  { to, json }: SendFlags,
  output: Output,
): Promise<ExitCode> {
  return withDesk(dataDir, output, async (desk) => {
    const { id } = await requestOf(desk.savedRequests, name);
    const sent = await desk.savedRequests.send(id, to === undefined ? {} : { target: to });
    if (sent.madeEvent) {
      output.aside(`Its event was deleted: ${sent.delivery.eventId} was made from the saved request.`);
    }
    const delivery = await settledDelivery(desk, sent.delivery.id, Date.parse(sent.delivery.createdAt));
    const event = await desk.event(sent.delivery.eventId);
    if (!delivery || !event) throw new Failure('The event was erased while the request was sent.');
    if (json) output.json(delivery);
    else {
      const facts = settledFacts(event, delivery, delivery.attempts.at(-1), 'replay');
      output.result(eventLine(facts, output.paint, output.columns()));
    }
    return delivery.status === 'succeeded' ? exitCode.done : exitCode.failed;
  });
}

/** By its name or its id. */
async function requestOf(requests: SavedRequestCommands, wanted: string): Promise<SavedRequest> {
  const all = await requests.list();
  const found = all.find(({ name, id }) => name === wanted || id === wanted);
  if (found) return found;
  const names = all.map(({ name }) => `'${printable(name)}'`).join(', ');
  throw new Failure(
    `No request is saved as '${printable(wanted)}'. ${names === '' ? 'There are none yet.' : `There are ${names}.`}`,
  );
}
