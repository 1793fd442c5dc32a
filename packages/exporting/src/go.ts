import { byteLiteral } from './byte-literals.ts';
import type { ExportedRequest } from './exported-request.ts';
import { latin1 } from './readable-text.ts';
import { groupedHeaders } from './sendable-headers.ts';

/** net/http: names keep their case, but go out sorted. */
export function goCode({ method, url, rawHeaders, body, bodyFile }: ExportedRequest): string {
  const text = (value: string) => byteLiteral(latin1(value));
  const hasBody = body.length > 0;
  const fromFile = hasBody && bodyFile !== undefined;
  return [
    'package main',
    '',
    'import (',
    ...(fromFile ? ['\t"bytes"'] : []),
    '\t"fmt"',
    '\t"io"',
    '\t"net/http"',
    ...(fromFile ? ['\t"os"'] : hasBody ? ['\t"strings"'] : []),
    ')',
    '',
    'func main() {',
    ...(fromFile
      ? [
          `\tcontent, err := os.ReadFile("${bodyFile}")`,
          '\tif err != nil {',
          '\t\tpanic(err)',
          '\t}',
          '\tbody := bytes.NewReader(content)',
        ]
      : hasBody
        ? [`\tbody := strings.NewReader(${byteLiteral(body)})`]
        : []),
    `\trequest, err := http.NewRequest(${text(method)}, ${text(url)}, ${hasBody ? 'body' : 'nil'})`,
    '\tif err != nil {',
    '\t\tpanic(err)',
    '\t}',
    ...groupedHeaders(rawHeaders).map(
      ([name, values]) => `\trequest.Header[${text(name)}] = []string{${values.map(text).join(', ')}}`,
    ),
    '\tresponse, err := http.DefaultTransport.RoundTrip(request)',
    '\tif err != nil {',
    '\t\tpanic(err)',
    '\t}',
    '\tdefer response.Body.Close()',
    '\tanswer, _ := io.ReadAll(response.Body)',
    '\tfmt.Println(response.Status, string(answer))',
    '}',
  ].join('\n');
}
