import type { PlainReply } from '@hooktap/core';
import type { RawHeaders } from '@hooktap/protocol';

/** A reply of ours as node is to write it. */
interface PreparedReply {
  readonly headers: RawHeaders;
  /**
   * The body's UTF-8 bytes, one character for each, to be written as latin-1 like the head: node then joins the two,
   * where bytes would go out as a piece of their own and UTF-8 would encode the head's latin-1 anew.
   */
  readonly body: string;
}

const known = new WeakMap<PlainReply, PreparedReply>();

/** Replies are mostly the same few objects, so each is worked out once. */
export function prepared(reply: PlainReply): PreparedReply {
  let found = known.get(reply);
  if (!found) {
    found = prepare(reply);
    known.set(reply, found);
  }
  return found;
}

const isFraming = (name: string): boolean => name === 'content-length' || name === 'transfer-encoding';

function prepare({ statusCode, headers, body }: PlainReply): PreparedReply {
  const unframed = headers.filter(([name]) => !isFraming(name.toLowerCase()));
  if (statusCode === 204 || statusCode === 304) return { headers: unframed, body: '' };
  const bytes = Buffer.from(body);
  return { headers: [...unframed, ['Content-Length', String(bytes.length)]], body: bytes.toString('latin1') };
}
