import { handlerMs } from '@hooktap/core';
import type { Attempt, Event, RawHeaders } from '@hooktap/protocol';
import type { EventDesk } from '../desk/event-desk.ts';
import { withDesk } from '../desk/find-desk.ts';
import { eventIdOf } from '../event-id.ts';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import { keptBackBecause } from '../kept-back.ts';
import type { Output } from '../output.ts';
import { printable, printableLines } from '../printable.ts';

/** Everything that is known of one event, bodies as text where they are text. */
export async function showEvent(
  dataDir: string,
  text: string,
  json: boolean,
  output: Output,
): Promise<ExitCode> {
  const id = eventIdOf(text);
  return withDesk(dataDir, output, async (desk) => {
    const event = await desk.event(id);
    if (!event) throw new Failure(`There is no event ${id}. hooktap events lists those there are.`);
    if (json) output.json(event);
    else await print(event, desk, output);
    return exitCode.done;
  });
}

async function print(event: Event, desk: EventDesk, { result, paint }: Output): Promise<void> {
  result(`${paint('bold', event.id)}  ${event.receivedAt}  via ${event.via} from ${event.remoteAddress}`);
  result(`${printable(event.method)} ${printable(event.requestTarget)} HTTP/${event.httpVersion}`);
  printHeaders(event.rawHeaders, result);
  result(bodyText(await desk.eventBody(event.id)));
  if (event.body.state !== 'complete') result(paint('yellow', `(the body is ${event.body.state})`));
  printReading(event, { result, paint });
  const { reply } = event;
  result(`\n${paint('bold', 'Reply')}  ${reply ? `${reply.statusCode} (${reply.source})` : 'none'}`);
  const why =
    event.deliveries.length > 0 ? null : keptBackBecause(event, await desk.endpoint(event.endpoint));
  if (why !== null) result(`\n${paint('bold', 'Delivery')}  none: ${printable(why)}`);
  for (const delivery of event.deliveries) {
    result(
      `\n${paint('bold', 'Delivery')} ${delivery.id} to ${printable(delivery.target)}: ` +
        `${delivery.status} (${delivery.cause})`,
    );
    if (delivery.reason !== undefined) result(printable(delivery.reason));
    for (const attempt of delivery.attempts) {
      const { number, outcome } = attempt;
      // A failed attempt may have no response to ask for.
      const responded = outcome.kind === 'responded';
      const body = responded ? await desk.attemptBody(delivery.id, number, 'response') : new Uint8Array();
      printAttempt(attempt, body, result);
    }
  }
}

/** What its provider pack made of it. */
function printReading(
  { id, provider, eventType, subject, verification, handshake }: Event,
  { result, paint }: Pick<Output, 'result' | 'paint'>,
): void {
  if (provider === null) return;
  const about = [provider, eventType, subject].flatMap((text) => (text === null ? [] : [printable(text)]));
  result(`\n${paint('bold', 'Provider')}  ${about.join('  ')}`);
  const { verdict, reason } = verification;
  result(`${paint('bold', 'Signature')} ${verdict}${reason === undefined ? '' : `: ${printable(reason)}`}`);
  if (verdict === 'invalid') result(`hooktap verify ${id} says more.`);
  if (handshake) result(`${paint('bold', 'Handshake')} ${printable(handshake.explanation)}`);
}

function printAttempt(attempt: Attempt, body: Uint8Array, result: (line: string) => void): void {
  const { number, cause, startedAt, timing, outcome } = attempt;
  const waited = timing.queueMs >= 1 ? `  after waiting ${Math.round(timing.queueMs)} ms` : '';
  const head = `Attempt ${number} (${cause})  ${startedAt}  ${Math.round(handlerMs(timing))} ms${waited}`;
  if (outcome.kind === 'failed') {
    result(`${head}  ${outcome.failure}: ${printable(outcome.message)}`);
    return;
  }
  result(`${head}  answered ${outcome.statusCode}`);
  printHeaders(outcome.rawHeaders, result);
  result(bodyText(body));
}

function printHeaders(headers: RawHeaders, result: (line: string) => void): void {
  for (const [name, value] of headers) {
    result(`${printable(name)}: ${printable(Buffer.from(value, 'latin1').toString('utf8'))}`);
  }
}

function bodyText(bytes: Uint8Array): string {
  if (bytes.length === 0) return '(no body)';
  try {
    return `\n${printableLines(new TextDecoder('utf-8', { fatal: true }).decode(bytes))}`;
  } catch {
    return `\n(${bytes.length} bytes that are no UTF-8 text)`;
  }
}
