/** One part of multipart/form-data or any other multipart (RFC 2046 §5.1, RFC 7578). */
export interface MultipartPart {
  readonly name: string | null;
  readonly fileName: string | null;
  readonly contentType: string;
  /** What it holds, by its place in the body. */
  readonly start: number;
  readonly end: number;
}

export interface MultipartReading {
  /** In their order; null where the boundary never comes. */
  readonly parts: readonly MultipartPart[] | null;
  /** Whether there are more than were looked for. */
  readonly isCut: boolean;
}

const PARTS_AT_MOST = 5000;
/** A part's headers; what is longer is taken for its content. */
const HEAD_AT_MOST = 16_384;

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
    if (startsWith(bytes, wanted, at)) return at;
  }
  return -1;
}

function startsWith(bytes: Uint8Array, wanted: Uint8Array, at: number): boolean {
  let same = 0;
  while (same < wanted.length && bytes[at + same] === wanted[same]) same++;
  return same === wanted.length;
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

function partOf(bytes: Uint8Array, start: number, end: number): MultipartPart {
  const hasNoHead = bytes[start] === 13 && bytes[start + 1] === 10;
  const headBytes = bytes.subarray(start, Math.min(end, start + HEAD_AT_MOST));
  const headEnd = hasNoHead ? -2 : indexOf(headBytes, emptyLine, 0);
  const head = headEnd <= 0 ? '' : latin1(headBytes.subarray(0, headEnd));
  const lines = head.split('\r\n');
  const header = (wanted: string): string => {
    const line = lines.find((one) => one.slice(0, one.indexOf(':')).toLowerCase() === wanted);
    return line?.slice(line.indexOf(':') + 1).trim() ?? '';
  };
  const disposition = header('content-disposition');
  return {
    name: parameter(disposition, 'name'),
    fileName: parameter(disposition, 'filename'),
    contentType: header('content-type'),
    start: headEnd === -1 ? start : start + headEnd + 4,
    end,
  };
}

/** Whether the line of a boundary ends here: another may begin in the same way (RFC 2046 §5.1.1). */
function endsBoundary(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] === 45 && bytes[at + 1] === 45) return true;
  let end = at;
  while (bytes[end] === 32 || bytes[end] === 9) end++;
  return end >= bytes.length || bytes[end] === 10 || (bytes[end] === 13 && bytes[end + 1] === 10);
}

export function multipartParts(bytes: Uint8Array, boundary: string): MultipartReading {
  const mark = new TextEncoder().encode(`--${boundary}`);
  const between = new TextEncoder().encode(`\r\n--${boundary}`);
  /** Where the next boundary's line break stands. */
  const next = (from: number): number => {
    let at = indexOf(bytes, between, from);
    while (at >= 0 && !endsBoundary(bytes, at + between.length)) at = indexOf(bytes, between, at + 1);
    return at;
  };
  const isFirst = startsWith(bytes, mark, 0) && endsBoundary(bytes, mark.length);
  const first = isFirst ? 0 : next(0);
  if (first < 0) return { parts: null, isCut: false };
  const parts: MultipartPart[] = [];
  let at = isFirst ? mark.length : first + between.length;
  while (!(bytes[at] === 45 && bytes[at + 1] === 45)) {
    const lineEnd = bytes.indexOf(10, at);
    if (lineEnd < 0) break;
    if (parts.length === PARTS_AT_MOST) return { parts, isCut: true };
    // An empty part may have its boundary right after the line.
    const end = next(lineEnd - 1);
    parts.push(partOf(bytes, lineEnd + 1, end < 0 ? bytes.length : Math.max(end, lineEnd + 1)));
    if (end < 0) break;
    at = end + between.length;
  }
  return { parts, isCut: false };
}
