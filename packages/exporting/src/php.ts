import { byteLiteral } from './byte-literals.ts';
import { asksFirstFrom, isTakenFromUrl } from './curl.ts';
import type { ExportedRequest } from './exported-request.ts';
import { latin1 } from './readable-text.ts';
import { sendableHeaders } from './sendable-headers.ts';

/** The curl extension: headers in order, with duplicates. */
export function phpCode({ method, url, requestTarget, rawHeaders, body, bodyFile }: ExportedRequest): string {
  // A dollar sign in double quotes would be a variable.
  const text = (bytes: Buffer) => byteLiteral(bytes, '$');
  const headers = sendableHeaders(rawHeaders).map(([name, value]) =>
    text(latin1(value.trim() === '' ? `${name};` : `${name}: ${value}`)),
  );
  if (body.length >= asksFirstFrom) headers.push('"Expect:"');
  const content = bodyFile === undefined ? text(body) : `file_get_contents(__DIR__ . '/${bodyFile}')`;
  return [
    '<?php',
    `$curl = curl_init(${text(latin1(url))});`,
    'curl_setopt_array($curl, [',
    `    CURLOPT_CUSTOMREQUEST => ${text(latin1(method))},`,
    '    CURLOPT_PATH_AS_IS => true,',
    ...(isTakenFromUrl(requestTarget)
      ? []
      : [`    CURLOPT_REQUEST_TARGET => ${text(latin1(requestTarget))},`]),
    '    CURLOPT_RETURNTRANSFER => true,',
    ...(headers.length > 0
      ? ['    CURLOPT_HTTPHEADER => [', ...headers.map((header) => `        ${header},`), '    ],']
      : []),
    ...(body.length > 0 ? [`    CURLOPT_POSTFIELDS => ${content},`] : []),
    ...(method === 'HEAD' && body.length === 0 ? ['    CURLOPT_NOBODY => true,'] : []),
    ']);',
    '$answer = curl_exec($curl);',
    `echo curl_getinfo($curl, CURLINFO_RESPONSE_CODE), ' ', $answer, "\\n";`,
  ].join('\n');
}
