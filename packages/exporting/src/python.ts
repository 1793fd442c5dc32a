import { byteLiteral } from './byte-literals.ts';
import type { ExportedRequest } from './exported-request.ts';
import { latin1 } from './readable-text.ts';
import { groupedHeaders } from './sendable-headers.ts';
import { isTidiedByRfc3986 } from './tidied-target.ts';

/** requests 2. Its headers have one value for each name: several are joined with commas. */
export function pythonCode({ method, url, rawHeaders, body, bodyFile }: ExportedRequest): string {
  const text = (value: string) => byteLiteral(latin1(value));
  const groups = groupedHeaders(rawHeaders);
  const data = bodyFile === undefined ? `b${byteLiteral(body)}` : `open("${bodyFile}", "rb").read()`;
  const lines = [
    'import requests',
    '',
    ...(groups.some(([, values]) => values.length > 1)
      ? ['# Headers that came more than once go out as one, with commas.']
      : []),
    ...(isTidiedByRfc3986(url)
      ? ['# requests writes this request target in its own way, not as it was sent.']
      : []),
    'response = requests.request(',
    `    ${text(method)},`,
    `    ${text(url)},`,
    ...(groups.length > 0
      ? [
          '    headers={',
          ...groups.map(([name, values]) => `        ${text(name)}: ${text(values.join(', ').trim())},`),
          '    },',
        ]
      : []),
    ...(body.length > 0 ? [`    data=${data},`] : []),
    '    allow_redirects=False,',
    ')',
    'print(response.status_code, response.text)',
  ];
  return lines.join('\n');
}
