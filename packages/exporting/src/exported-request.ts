import type { RawHeaders } from '@hooktap/protocol';

/** A request that is written down: an event's, or that of an attempt. */
export interface ExportedRequest {
  readonly method: string;
  /** Where it goes, whole. */
  readonly url: string;
  /** Exactly as it was sent. */
  readonly requestTarget: string;
  readonly httpVersion: string;
  readonly rawHeaders: RawHeaders;
  readonly body: Buffer;
  /** The code reads the body from this file, beside it; a name of ours. By default it stands in the code. */
  readonly bodyFile?: string;
}

/** The same with an origin of its own choice, such as `http://localhost:3000`. */
export function sentTo<R extends ExportedRequest>(request: R, origin: string): R {
  const base = origin.replace(/\/+$/, '');
  const { requestTarget } = request;
  const path = requestTarget.startsWith('/') ? requestTarget : pathOf(requestTarget);
  return { ...request, url: `${base}${path}` };
}

/** Of an absolute-form target (RFC 9112 §3.2.2) what follows its origin. */
function pathOf(requestTarget: string): string {
  const [, path = '/'] = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*(.*)$/i.exec(requestTarget) ?? [];
  return path.startsWith('/') ? path : `/${path}`;
}
