import type { HandshakeSettings, ProviderRequest } from '@hooktap/core';
import type { ReasonPart } from '@hooktap/protocol';
import type { ReadableRequest } from '../reading.ts';

/** `body` goes out as `contentType`; a sender's text is only ever echoed as `text/plain`. */
export type HandshakeReply =
  | {
      readonly kind: 'answered';
      readonly contentType: string;
      readonly body: string;
      readonly explanation: string;
      /** The explanation in codes. */
      readonly parts?: readonly ReasonPart[];
    }
  | {
      readonly kind: 'refused';
      readonly statusCode: number;
      readonly reason: string;
      readonly parts?: readonly ReasonPart[];
    };

/** A request by which a provider tests a URL before it uses it. */
export interface Handshake {
  readonly name: string;
  readonly title: string;
  readonly docs: string;
  /** Null where the request is not this handshake. */
  answer(request: ReadableRequest, settings: HandshakeSettings, raw: ProviderRequest): HandshakeReply | null;
}
