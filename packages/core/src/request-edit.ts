import { Buffer } from 'node:buffer';
import type { RawHeaders, RequestEdit, Saying } from '@hooktap/protocol';
import { type FieldFault, saying, type Wrong } from './field-fault.ts';
import { setJsonPaths } from './json-paths.ts';
import { setHeader } from './outgoing-headers.ts';
import { refusals } from './say.ts';

export interface EditableRequest {
  readonly method: string;
  readonly requestTarget: string;
  readonly rawHeaders: RawHeaders;
  readonly body: Buffer;
}

export type EditError = FieldFault;

/** RFC 9110 §5.6.2. */
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** RFC 9110 §5.5, obs-text included: visible latin-1, spaces and tabs. */
const fieldValue = /^[\t\x20-\x7e\x80-\xff]*$/;
const framing = new Set(['content-length', 'transfer-encoding']);

/** The copy to send, or every reason why it cannot be sent. The captured event is left as it is. */
export function editRequest(
  captured: EditableRequest,
  edit: RequestEdit,
): { ok: true; request: EditableRequest } | { ok: false; errors: EditError[] } {
  const errors = [...lineErrors(edit), ...headerErrors(edit)];
  const body = editBody(captured.body, edit);
  if (Array.isArray(body)) errors.push(...body);
  if (errors.length > 0 || Array.isArray(body)) return { ok: false, errors };
  return {
    ok: true,
    request: {
      method: edit.method ?? captured.method,
      requestTarget: edit.requestTarget ?? captured.requestTarget,
      rawHeaders: editHeaders(captured.rawHeaders, edit),
      body,
    },
  };
}

function lineErrors({ method, requestTarget }: RequestEdit): EditError[] {
  const errors: EditError[] = [];
  if (method !== undefined && (!token.test(method) || method === 'CONNECT')) {
    errors.push({ path: 'method', ...refusals.sentence('method') });
  }
  if (requestTarget !== undefined && !/^[\x21-\xff]+$/.test(requestTarget)) {
    errors.push({ path: 'requestTarget', ...refusals.sentence('request-target') });
  }
  return errors;
}

function headerErrors({ headers, setHeaders }: RequestEdit): EditError[] {
  const field = headers ? 'headers' : 'setHeaders';
  return (headers ?? setHeaders ?? []).flatMap(([name, value], index) => {
    const wrong = headerFault(name, value);
    return wrong ? [{ path: `${field}[${index}]`, ...wrong }] : [];
  });
}

/** Why a header of a person's making cannot be sent, or null. */
export function headerFault(name: string, value: string): Saying | null {
  if (!token.test(name)) return refusals.sentence('header-name', { name });
  if (framing.has(name.toLowerCase())) return refusals.sentence('header-framing', { name });
  return fieldValue.test(value) ? null : refusals.sentence('header-value', { name });
}

/** Why this cannot be a request that was received, or null; framing is a captured one's own. */
export function requestFault({
  method,
  requestTarget,
  rawHeaders,
  rawTrailers,
}: Pick<EditableRequest, 'method' | 'requestTarget' | 'rawHeaders'> & {
  readonly rawTrailers: RawHeaders;
}): Wrong | null {
  const line = lineErrors({ method, requestTarget })[0];
  if (line) return saying(line);
  for (const [name, value] of [...rawHeaders, ...rawTrailers]) {
    if (!token.test(name)) return refusals.sentence('header-name', { name });
    if (!fieldValue.test(value)) return refusals.sentence('header-value', { name });
  }
  return null;
}

function editHeaders(
  captured: RawHeaders,
  { headers, setHeaders = [], removeHeaders = [] }: RequestEdit,
): RawHeaders {
  const removed = new Set(removeHeaders.map((name) => name.toLowerCase()));
  const kept = (headers ?? captured).filter(([name]) => !removed.has(name.toLowerCase()));
  return setHeaders.reduce((all: RawHeaders, [name, value]) => setHeader(all, name, value), kept);
}

function editBody(captured: Buffer, { body, set }: RequestEdit): Buffer | EditError[] {
  const replaced =
    body === undefined
      ? captured
      : 'text' in body
        ? Buffer.from(body.text, 'utf8')
        : Buffer.from(body.base64, 'base64');
  if (!set || set.length === 0) return replaced;
  const edited = setJsonPaths(replaced.toString('utf8'), set);
  return edited.ok
    ? Buffer.from(edited.text, 'utf8')
    : [{ path: 'set', message: edited.message, parts: edited.parts }];
}
