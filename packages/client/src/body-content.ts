/** Which bytes of a body, and how. */
export interface BodyOptions {
  /** `decoded`: without its Content-Encoding. */
  readonly view?: 'raw' | 'decoded';
  /** `end` exclusive; the body may be shorter. */
  readonly range?: { readonly start: number; readonly end: number };
  readonly signal?: AbortSignal;
}

export interface BodyContent {
  readonly bytes: Uint8Array;
  /** Of the whole body. */
  readonly size: number;
}

export async function readBodyContent(response: Response): Promise<BodyContent> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const whole = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
  return { bytes, size: whole === undefined ? bytes.length : Number(whole) };
}
