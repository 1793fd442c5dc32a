import type { ExportedRequest } from './exported-request.ts';
import { readableText } from './readable-text.ts';
import { sendableHeaders } from './sendable-headers.ts';

/** A literal of a class file has at most 65,535 bytes. */
const longestLiteral = 20_000;

/** java.net.http of Java 11: headers in order, with duplicates. */
export function javaCode({ method, url, rawHeaders, body, bodyFile }: ExportedRequest): string {
  const headers = sendableHeaders(rawHeaders);
  return [
    'import java.net.URI;',
    'import java.net.http.HttpClient;',
    'import java.net.http.HttpRequest;',
    'import java.net.http.HttpResponse;',
    bodyFile === undefined ? 'import java.util.Base64;' : 'import java.nio.file.Path;',
    '',
    'public class Main {',
    '  public static void main(String[] args) throws Exception {',
    ...(headers.some(([, value]) => /[^\0-\x7f]/.test(value))
      ? ["    // HttpClient sends each byte of a header above 0x7f as '?'."]
      : []),
    `    var request = HttpRequest.newBuilder(URI.create(${javaLiteral(url)}))`,
    `        .method(${javaLiteral(method)}, ${publisher(body, bodyFile)})`,
    ...headers.map(([name, value]) => `        .header(${javaLiteral(name)}, ${javaLiteral(value)})`),
    '        .build();',
    '    var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();',
    '    var response = client.send(request, HttpResponse.BodyHandlers.ofString());',
    '    System.out.println(response.statusCode() + " " + response.body());',
    '  }',
    '}',
  ].join('\n');
}

function publisher(body: Buffer, file: string | undefined): string {
  if (body.length === 0) return 'HttpRequest.BodyPublishers.noBody()';
  if (file !== undefined) return `HttpRequest.BodyPublishers.ofFile(Path.of("${file}"))`;
  const text = readableText(body);
  if (text !== null && text.length <= longestLiteral)
    return `HttpRequest.BodyPublishers.ofString(${javaLiteral(text)})`;
  const pieces = body.toString('base64').match(new RegExp(`.{1,${longestLiteral}}`, 'g')) ?? [];
  const joined = `String.join("", ${pieces.map((piece) => `"${piece}"`).join(', ')})`;
  return `HttpRequest.BodyPublishers.ofByteArray(Base64.getDecoder().decode(${joined}))`;
}

/**
 * Java undoes `\u` before it reads the line (JLS §3.3), so that an escaped quote would end the literal: ASCII goes as
 * itself or in octal, and only what is beyond it as `\u`.
 */
function javaLiteral(text: string): string {
  const inner = text.split('').map((unit) => {
    const code = unit.charCodeAt(0);
    if (unit === '"' || unit === '\\') return `\\${unit}`;
    if (unit === '\n') return '\\n';
    if (code >= 0x20 && code < 0x7f) return unit;
    return code < 0x80
      ? `\\${code.toString(8).padStart(3, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`;
  });
  return `"${inner.join('')}"`;
}
