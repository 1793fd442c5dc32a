import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/**
 * What a connection is busy with, for when its parser fails: bytes amid a request break that request off,
 * bytes behind it must not be answered in the place of its own response.
 */
export type CurrentRequests = WeakMap<Duplex, IncomingMessage>;
