import { isUtf8 } from 'node:buffer';
import type { Sliced } from '@hooktap/core';
import { safeJson } from './safe-json.ts';
import { safeForm } from './safe-target.ts';
import type { StandIns } from './stand-ins.ts';

/** JSON and forms keep their shape; of every other body (compressed, multipart, XML, bytes) nothing stays. */
export function* safeBody(body: Buffer, contentType: string | undefined, standIns: StandIns): Sliced<Buffer> {
  if (body.length === 0) return body;
  if (isUtf8(body)) {
    const text = body.toString('utf8');
    const json = yield* safeJson(text, standIns);
    if (json !== null) return Buffer.from(json);
    if (/^application\/x-www-form-urlencoded\b/i.test(contentType ?? ''))
      return Buffer.from(yield* safeForm(text, standIns));
  }
  return Buffer.from(standIns.of('body', body.toString('latin1')));
}
