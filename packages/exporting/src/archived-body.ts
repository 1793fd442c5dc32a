import { isUtf8 } from 'node:buffer';
import type { ArchivedBody } from '@hooktap/protocol';

/** UTF-8 as text, a byte order mark included; all else as base64. */
export const archivedBody = (bytes: Buffer): ArchivedBody =>
  isUtf8(bytes) ? { text: bytes.toString('utf8') } : { base64: bytes.toString('base64') };

export const bytesOfArchived = (body: ArchivedBody): Buffer =>
  'text' in body ? Buffer.from(body.text) : Buffer.from(body.base64, 'base64');
