/** One part of multipart/form-data or any other multipart (RFC 2046 §5.1, RFC 7578). */
export interface MultipartPart {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly name: string | null;
  readonly fileName: string | null;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

const PARTS_AT_MOST = 1000;

export function boundaryOf(contentType: string): string | null {
  const match = /^multipart\/.*;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
  return match?.[1] ?? match?.[2] ?? null;
}

const latin1 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

function indexOf(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < wanted.length && bytes[at + same] === wanted[same]) same++;
    if (same === wanted.length) return at;
  }
  return -1;
}

const emptyLine = new Uint8Array([13, 10, 13, 10]);

function parameter(header: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s;]+))`, 'i').exec(header);
  const value = match?.[1]?.replace(/\\(.)/g, '$1') ?? match?.[2];
  if (value === undefined) return null;
  try {
    // Browsers send names as UTF-8 bytes.
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(value, (c) => c.charCodeAt(0)));
  } catch {
    return value;
  }
}

function partOf(bytes: Uint8Array): MultipartPart {
  const headEnd = bytes[0] === 13 && bytes[1] === 10 ? -2 : indexOf(bytes, emptyLine, 0);
  const head = headEnd <= 0 ? '' : latin1(bytes.subarray(0, headEnd));
  const headers = head
    .split('\r\n')
    .filter((line) => line.includes(':'))
    .map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    });
  const header = (wanted: string) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? '';
  const disposition = header('content-disposition');
  return {
    headers,
    name: parameter(disposition, 'name'),
    fileName: parameter(disposition, 'filename'),
    contentType: header('content-type'),
    bytes: bytes.subarray(headEnd === -1 ? 0 : headEnd + 4),
  };
}

/** The parts in their order; null where the boundary never comes. */
export function multipartParts(bytes: Uint8Array, boundary: string): readonly MultipartPart[] | null {
  const mark = new TextEncoder().encode(`--${boundary}`);
  const between = new TextEncoder().encode(`\r\n--${boundary}`);
  const first = indexOf(bytes, mark, 0);
  if (first < 0) return null;
  const parts: MultipartPart[] = [];
  let at = first + mark.length;
  while (parts.length < PARTS_AT_MOST && !(bytes[at] === 45 && bytes[at + 1] === 45)) {
    const lineEnd = bytes.indexOf(10, at);
    if (lineEnd < 0) break;
    // An empty part may have its boundary right after the line.
    const end = indexOf(bytes, between, lineEnd - 1);
    parts.push(partOf(bytes.subarray(lineEnd + 1, end < 0 ? bytes.length : Math.max(end, lineEnd + 1))));
    if (end < 0) break;
    at = end + between.length;
  }
  return parts;
}
