import { headerValue } from '@hooktap/protocol';
import type { ExportedRequest } from './exported-request.ts';
import { latin1 } from './readable-text.ts';
import { sendableHeaders } from './sendable-headers.ts';
import { fitsShell, shellWord, withInput } from './shell-quoting.ts';

const httpiesOwn = ['User-Agent', 'Accept', 'Accept-Encoding'];

/**
 * https://httpie.io/docs/cli. A value that begins with `@` or `=` would name a file or a field: it is escaped. What
 * HTTPie's own escapes cannot say is left out, which a comment tells.
 */
export function httpieCommand({ method, url, rawHeaders, body, bodyFile }: ExportedRequest): string {
  if (!/^[A-Za-z]+$/.test(method)) return '# HTTPie takes methods of letters only: use another format.';
  const hasBody = body.length > 0;
  const piped = hasBody && bodyFile === undefined && !fitsShell(body);
  const inWords = hasBody && bodyFile === undefined && !piped;
  const headers = sendableHeaders(rawHeaders);
  const sayable = headers.filter(([name, value]) => !name.startsWith('-') && !/\\[:=@;\\]|\\$/.test(value));
  const added = httpiesOwn.filter((name) => headerValue(rawHeaders, name) === undefined);
  const words = [
    `${hasBody ? '' : '--ignore-stdin '}--path-as-is ${shellWord(latin1(method))} ${shellWord(latin1(url))}`,
    ...sayable.map(([name, value]) => shellWord(latin1(item(name, value)))),
    ...added.map((name) => `${name}:`),
    ...(inWords ? [shellWord(Buffer.concat([Buffer.from('--raw='), body]))] : []),
  ];
  const command = `http ${words.join(' \\\n  ')}${hasBody && bodyFile !== undefined ? ` \\\n  < ${bodyFile}` : ''}`;
  const whole = piped ? withInput(command, body) : command;
  const left = headers.length - sayable.length;
  return left === 0 ? whole : `# ${left} header(s) left out: HTTPie cannot say them.\n${whole}`;
}

const item = (name: string, value: string): string =>
  value.trim() === '' ? `${name};` : `${name}:${value.replaceAll(/[:=@;]/g, '\\$&')}`;
