import { Buffer } from 'node:buffer';
import type { SampleRequest } from './sample.ts';

/** The body's bytes as the provider writes them. */
export function serialiseBody(body: SampleRequest['body']): Buffer {
  if (body.kind === 'form') return Buffer.from(new URLSearchParams(body.fields).toString(), 'utf8');
  const text = JSON.stringify(body.value);
  return Buffer.from(body.escapeUnicode ? escapeUnicode(text) : text, 'utf8');
}

/** Every character beyond ASCII as `\uXXXX` with lower-case hex digits. */
export const escapeUnicode = (json: string): string =>
  json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
