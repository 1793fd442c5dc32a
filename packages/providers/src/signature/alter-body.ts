import { Buffer } from 'node:buffer';

/**
 * A body that means something else, so that a verifier over the parsed body notices as well as one over
 * the bytes: one more field for JSON objects and forms, some more text for all else.
 */
export function alterBody(body: Buffer): Buffer {
  const text = body.toString('latin1');
  const object = /^\s*\{\s*(\})?/.exec(text);
  if (object) {
    const open = text.indexOf('{') + 1;
    const field = object[1] ? '"altered":true' : '"altered":true,';
    return Buffer.from(text.slice(0, open) + field + text.slice(open), 'latin1');
  }
  const form = /^[^\s=&{[<"]+=/.test(text);
  return Buffer.concat([body, Buffer.from(form ? '&Altered=true' : ' altered')]);
}
