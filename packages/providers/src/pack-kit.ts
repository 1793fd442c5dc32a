// What a pack of a user's own is made with: `import … from 'hooktap/providers'`. Kept small; its types for users are
// apps/hooktap/define-config/providers.d.ts, which a test holds against these.
export { headerValue } from '@hooktap/protocol';
export { safeChallenge } from './handshakes/challenge-text.ts';
export {
  epochMs,
  firstTextAt,
  joinParts,
  numberAt,
  textAt,
  textsAt,
  threadKey,
  valueAt,
} from './payload.ts';
export { bodyHmacScheme, wholeSecret } from './signature/hmac-scheme.ts';
export { bodyPart, headerPart, part } from './signature/signed-message.ts';
export { standardScheme } from './signature/standard-scheme.ts';
export { parseTimedHeader } from './signature/timed-header.ts';

/** Gives back what it is given: its types are what it is for. */
export const definePack = <P>(pack: P): P => pack;
