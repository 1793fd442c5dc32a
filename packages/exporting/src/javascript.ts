import type { ExportedRequest } from './exported-request.ts';
import { readableText, withoutUnreadable } from './readable-text.ts';
import { groupedHeaders, sendableHeaders } from './sendable-headers.ts';
import { isTidiedByStandard } from './tidied-target.ts';

/** Of the code that is written; nothing here reads files. */
const filesModule = 'node:fs/promises';

/** A text as a literal of JavaScript, with nothing in it that an editor would act on. */
export const scriptLiteral = (text: string): string =>
  withoutUnreadable(JSON.stringify(text), (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );

const tidied = (client: string, url: string): string[] =>
  isTidiedByStandard(url)
    ? [`// ${client} writes this request target in its own way, not as it was sent.`]
    : [];

/** The Fetch standard: headers are kept in order; those of one name go out as one, with commas. */
export function fetchCode({ method, url, rawHeaders, body, bodyFile }: ExportedRequest): string {
  const headers = sendableHeaders(rawHeaders).map(
    ([name, value]) => `    [${scriptLiteral(name)}, ${scriptLiteral(value)}],`,
  );
  // It writes both methods in capitals before it looks.
  const takesBody = !/^(GET|HEAD)$/i.test(method);
  const sendsBody = body.length > 0 && takesBody;
  const lines = [
    ...tidied('fetch', url),
    ...(body.length > 0 && !takesBody
      ? [
          `// fetch refuses a ${method} with a body: the ${body.length} bytes of the captured one are left out.`,
        ]
      : []),
    ...(sendsBody && bodyFile !== undefined
      ? [
          '// On Node: a page cannot read a file.',
          `const { readFile } = await import('${filesModule}');`,
          `const body = await readFile('${bodyFile}');`,
        ]
      : []),
    `const response = await fetch(${scriptLiteral(url)}, {`,
    `  method: ${scriptLiteral(method)},`,
    ...(headers.length > 0 ? ['  headers: [', ...headers, '  ],'] : []),
    ...(sendsBody ? [`  body: ${bodyFile === undefined ? fetchBody(body) : 'body'},`] : []),
    `  redirect: 'manual',`,
    '});',
    'console.log(response.status, await response.text());',
  ];
  return lines.join('\n');
}

function fetchBody(body: Buffer): string {
  const text = readableText(body);
  if (text !== null) return scriptLiteral(text);
  return `Uint8Array.from(atob('${body.toString('base64')}'), (character) => character.charCodeAt(0))`;
}

/** axios 1 on Node: the headers of one name together, everything else as it was. */
export function axiosCode({ method, url, rawHeaders, body, bodyFile }: ExportedRequest): string {
  const headers = groupedHeaders(rawHeaders).map(([name, values]) => {
    const value =
      values.length === 1 ? scriptLiteral(values[0] ?? '') : `[${values.map(scriptLiteral).join(', ')}]`;
    // A computed key, since `__proto__: …` would set the prototype.
    return `    [${scriptLiteral(name)}]: ${value},`;
  });
  const data = bodyFile === undefined ? nodeBody(body) : `await readFile('${bodyFile}')`;
  const lines = [
    ...(body.length > 0 && bodyFile !== undefined ? [`import { readFile } from '${filesModule}';`] : []),
    `import axios from 'axios';`,
    '',
    ...tidied('axios', url),
    'const response = await axios.request({',
    `  method: ${scriptLiteral(method)},`,
    `  url: ${scriptLiteral(url)},`,
    ...(headers.length > 0 ? ['  headers: {', ...headers, '  },'] : []),
    ...(body.length > 0 ? [`  data: ${data},`, '  transformRequest: [(data) => data],'] : []),
    '  maxRedirects: 0,',
    '  validateStatus: () => true,',
    '});',
    'console.log(response.status, response.data);',
  ];
  return lines.join('\n');
}

function nodeBody(body: Buffer): string {
  const text = readableText(body);
  return text === null
    ? `Buffer.from('${body.toString('base64')}', 'base64')`
    : `Buffer.from(${scriptLiteral(text)})`;
}
