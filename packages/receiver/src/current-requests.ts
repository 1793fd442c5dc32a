import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/**
 * The newest exchange of a connection, for when its parser fails: bytes amid a request break that request off,
 * bytes behind it must not be answered in the place of its own response.
 */
export type CurrentRequests = WeakMap<Duplex, ServerResponse>;
