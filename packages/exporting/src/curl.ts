import { headerValue } from '@hooktap/protocol';
import type { ExportedRequest } from './exported-request.ts';
import { latin1 } from './readable-text.ts';
import { sendableHeaders } from './sendable-headers.ts';
import { fitsShell, shellWord, withInput } from './shell-quoting.ts';

/** What curl would add of its own. */
const curlsOwn = ['User-Agent', 'Accept'];
/** From so many bytes on, curl would ask whether to go on (`Expect: 100-continue`). */
export const asksFirstFrom = 1_000_000;

const dataOption = (body: Buffer, file: string | undefined): string =>
  file === undefined ? `--data-raw ${shellWord(body)}` : `--data-binary @${file}`;

/** https://curl.se/docs/manpage.html */
export function curlCommand(request: ExportedRequest): string {
  const { method, url, requestTarget, rawHeaders, body, bodyFile } = request;
  const hasBody = body.length > 0;
  const piped = hasBody && bodyFile === undefined && !fitsShell(body);
  const added = [
    ...[...curlsOwn, ...(hasBody ? ['Content-Type'] : [])].filter(
      (name) => headerValue(rawHeaders, name) === undefined,
    ),
    ...(body.length >= asksFirstFrom ? ['Expect'] : []),
  ];
  const options = [
    // Without these two curl would tidy the path and read brackets and braces as patterns.
    `--path-as-is --globoff ${shellWord(latin1(url))}`,
    ...(isTakenFromUrl(requestTarget) ? [] : [`--request-target ${shellWord(latin1(requestTarget))}`]),
    method === 'HEAD' && !hasBody ? '--head' : `--request ${shellWord(latin1(method))}`,
    ...sendableHeaders(rawHeaders).map(([name, value]) => `--header ${headerWord(name, value)}`),
    ...added.map((name) => `--header '${name}:'`),
    ...(hasBody ? [dataOption(body, piped ? '-' : bodyFile)] : []),
  ];
  const command = `curl ${options.join(' \\\n  ')}`;
  return piped ? withInput(command, body) : command;
}

/** From a number sign on, curl keeps what stands in a URL to itself. */
export const isTakenFromUrl = (requestTarget: string): boolean => /^\/[^#]*$/.test(requestTarget);

/** `Name:` takes a header away, `Name;` sends it empty. */
const headerWord = (name: string, value: string): string =>
  shellWord(latin1(value.trim() === '' ? `${name};` : `${name}: ${value}`));
