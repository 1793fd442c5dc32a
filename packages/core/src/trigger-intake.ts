import { randomBytes } from 'node:crypto';
import type { EventId } from '@hooktap/protocol';
import type { Intake } from './intake-port.ts';
import type { ReceivedRequest, Sender } from './sender-port.ts';

const header = 'hooktap-trigger';

/** As `Intake.receive`, and tells the event it became. */
export type ReceiveAndTell = (
  request: ReceivedRequest,
  sender: Sender,
  captured: (id: EventId) => void,
) => Promise<void>;

/** One callback of our own that is on its way to the receiver. */
export interface TriggerPass {
  /** To go with the request; it is taken off before the event is kept. */
  readonly header: readonly [name: string, value: string];
  /** The event it became; null as long as it has not arrived. */
  eventId(): EventId | null;
  /** Settles when it has arrived, or is withdrawn. */
  readonly arrived: Promise<void>;
  withdraw(): void;
}

/** Knows our own callbacks by a number that is used once, which no sender can guess. */
export class TriggerPasses {
  readonly #outstanding = new Map<string, (id: EventId) => void>();

  issue(): TriggerPass {
    const nonce = randomBytes(18).toString('base64url');
    let event: EventId | null = null;
    let settle = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      settle = resolve;
    });
    this.#outstanding.set(nonce, (id) => {
      event = id;
      settle();
    });
    return {
      header: ['Hooktap-Trigger', nonce],
      eventId: () => event,
      arrived,
      withdraw: () => {
        this.#outstanding.delete(nonce);
        settle();
      },
    };
  }

  /** The intake of the trigger's own socket. What bears no outstanding number is an event like any other. */
  intake(intake: Intake, receive: ReceiveAndTell): Intake {
    return {
      ...intake,
      receive: (request, sender) => {
        const ours = request.rawHeaders.find(([name]) => name.toLowerCase() === header);
        const tell = ours && this.#outstanding.get(ours[1]);
        if (!ours || !tell) return intake.receive(request, sender);
        this.#outstanding.delete(ours[1]);
        const rawHeaders = request.rawHeaders.filter((one) => one !== ours);
        return receive({ ...request, via: 'trigger', rawHeaders }, sender, tell);
      },
    };
  }
}
