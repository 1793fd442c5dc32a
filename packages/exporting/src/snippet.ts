import type { ExportFormat } from '@hooktap/protocol';
import { curlCommand } from './curl.ts';
import type { ExportedRequest } from './exported-request.ts';
import { goCode } from './go.ts';
import { httpieCommand } from './httpie.ts';
import { javaCode } from './java.ts';
import { axiosCode, fetchCode } from './javascript.ts';
import { phpCode } from './php.ts';
import { pythonCode } from './python.ts';

/** The formats that are code of one request. */
export type CodeFormat = Exclude<ExportFormat, 'http' | 'har' | 'ndjson' | 'html'>;

const writers: Readonly<Record<CodeFormat, (request: ExportedRequest) => string>> = {
  curl: curlCommand,
  httpie: httpieCommand,
  fetch: fetchCode,
  axios: axiosCode,
  python: pythonCode,
  go: goCode,
  php: phpCode,
  java: javaCode,
};

const comments: Readonly<Record<CodeFormat, string>> = {
  curl: '#',
  httpie: '#',
  fetch: '//',
  axios: '//',
  python: '#',
  go: '//',
  php: '//',
  java: '//',
};

/** Code that sends the request; text, never run here. */
export const snippet = (format: CodeFormat, request: ExportedRequest): string => writers[format](request);

const opening = '<?php\n';

/** The code with comments above it, which are ours: nothing captured is in them. */
export function withComments(format: CodeFormat, code: string, said: readonly string[]): string {
  const lines = said.map((text) => `${comments[format]} ${text}\n`).join('');
  // What stands before it, PHP would print.
  return code.startsWith(opening) ? `${opening}${lines}${code.slice(opening.length)}` : `${lines}${code}`;
}
