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

/** A line above each of several. `text` is ours: nothing captured is in it. */
export const snippetHeading = (format: CodeFormat, text: string): string => `${comments[format]} ${text}`;
