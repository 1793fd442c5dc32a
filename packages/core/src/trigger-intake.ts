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
  /** Settles when what it was answered is noted with its event, or it is withdrawn. */
  readonly noted: Promise<void>;
  withdraw(): void;
}

interface Outstanding {
  readonly captured: (id: EventId) => void;
  readonly noted: () => void;
}

function moment(): { readonly reached: Promise<void>; readonly come: () => void } {
  let come = (): void => undefined;
  const reached = new Promise<void>((resolve) => {
    come = resolve;
  });
  return { reached, come: () => come() };
}

/** Knows our own callbacks by a number that is used once, which no sender can guess. */
export class TriggerPasses {
  readonly #outstanding = new Map<string, Outstanding>();

  issue(): TriggerPass {
    const nonce = randomBytes(18).toString('base64url');
    let event: EventId | null = null;
    const arrival = moment();
    const note = moment();
    const captured = (id: EventId): void => {
      event = id;
      arrival.come();
    };
    this.#outstanding.set(nonce, { captured, noted: note.come });
    return {
      header: ['Hooktap-Trigger', nonce],
      eventId: () => event,
      arrived: arrival.reached,
      noted: note.reached,
      withdraw: () => {
        this.#outstanding.delete(nonce);
        arrival.come();
        note.come();
      },
    };
  }

  /** The intake of the trigger's own socket. What bears no outstanding number is an event like any other. */
  intake(intake: Intake, receive: ReceiveAndTell): Intake {
    return {
      ...intake,
      receive: async (request, sender) => {
        const ours = request.rawHeaders.find(([name]) => name.toLowerCase() === header);
        const known = ours && this.#outstanding.get(ours[1]);
        if (!ours || !known) return intake.receive(request, sender);
        this.#outstanding.delete(ours[1]);
        const rawHeaders = request.rawHeaders.filter((one) => one !== ours);
        try {
          await receive({ ...request, via: 'trigger', rawHeaders }, sender, known.captured);
        } finally {
          known.noted();
        }
      },
    };
  }
}
