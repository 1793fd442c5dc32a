import type {
  EditedBody,
  Event,
  RawHeaders,
  ReplayRequest,
  RequestEdit,
  SavedRequest,
  SignatureBreak,
} from '@hooktap/protocol';

export interface HeaderRow {
  readonly key: number;
  readonly name: string;
  readonly value: string;
}

/** As captured, signed anew with the endpoint's secret, or signed anew and spoilt. */
export type Signing = 'captured' | 'anew' | SignatureBreak;

/** What stands in the editor. */
export interface Draft {
  readonly method: string;
  readonly requestTarget: string;
  /** Empty: the endpoint's target of today. */
  readonly target: string;
  readonly headers: readonly HeaderRow[];
  /** Null: the bytes as captured, or those of `keptBase64`. */
  readonly bodyText: string | null;
  /** Of a saved request whose bytes are no text. */
  readonly keptBase64?: string;
  readonly signing: Signing;
}

/** Set anew by Hooktap for what it sends; editing them would do nothing or be refused. */
const ownHeaders = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const rowsOf = (headers: RawHeaders): readonly HeaderRow[] =>
  headers
    .filter(([name]) => !ownHeaders.has(name.toLowerCase()))
    .map(([name, value], key) => ({ key, name, value }));

export function draftOf(event: Event, target: string, bodyText: string | null): Draft {
  return {
    method: event.method,
    requestTarget: event.requestTarget,
    target,
    headers: rowsOf(event.rawHeaders),
    bodyText,
    signing: 'captured',
  };
}

/** A saved request in the editor; `base64` of bytes that are no text. */
export function savedDraft(
  saved: SavedRequest,
  target: string,
  body: { readonly text: string } | { readonly base64: string } | 'captured',
): Draft {
  const { method, requestTarget, rawHeaders, resign, break: broken } = saved;
  return {
    method,
    requestTarget,
    target: saved.target ?? target,
    headers: rowsOf(rawHeaders),
    bodyText: body !== 'captured' && 'text' in body ? body.text : null,
    ...(body !== 'captured' && 'base64' in body && { keptBase64: body.base64 }),
    signing: resign ? 'anew' : (broken ?? 'captured'),
  };
}

const named = ({ headers }: Draft): [string, string][] =>
  headers.filter(({ name }) => name.trim() !== '').map(({ name, value }) => [name.trim(), value]);

const same = (a: RawHeaders, b: RawHeaders) => JSON.stringify(a) === JSON.stringify(b);

function bodyOf({ bodyText, keptBase64 }: Draft, captured: Draft): EditedBody | undefined {
  if (bodyText === null) return keptBase64 === undefined ? undefined : { base64: keptBase64 };
  return bodyText === captured.bodyText ? undefined : { text: bodyText };
}

function signed(signing: Signing): Pick<ReplayRequest, 'resign' | 'break'> {
  if (signing === 'captured') return {};
  return signing === 'anew' ? { resign: true } : { break: signing };
}

/** Only what was changed goes along; an untouched draft is a replay as captured. */
export function requestOf(draft: Draft, captured: Draft, defaultTarget: string): ReplayRequest {
  const body = bodyOf(draft, captured);
  // Edited text goes out plain, whatever encoding the captured bytes had.
  const headers = named(draft).filter(([name]) => !body || name.toLowerCase() !== 'content-encoding');
  const edit: RequestEdit = {
    ...(draft.method !== captured.method && { method: draft.method.trim() }),
    ...(draft.requestTarget !== captured.requestTarget && { requestTarget: draft.requestTarget }),
    ...(!same(headers, named(captured)) && { headers }),
    ...(body && { body }),
  };
  const target = draft.target.trim();
  return {
    ...(target !== '' && target !== defaultTarget && { target }),
    ...(Object.keys(edit).length > 0 && { edit }),
    ...signed(draft.signing),
  };
}

export type Change = 'target' | 'method' | 'path' | 'headers' | 'body' | 'signature';

/** What was changed, for the eye. */
export function changesOf({ target, edit, ...rest }: ReplayRequest): readonly Change[] {
  return [
    ...(target === undefined ? [] : (['target'] as const)),
    ...(edit?.method === undefined ? [] : (['method'] as const)),
    ...(edit?.requestTarget === undefined ? [] : (['path'] as const)),
    ...(edit?.headers === undefined ? [] : (['headers'] as const)),
    ...(edit?.body === undefined ? [] : (['body'] as const)),
    ...(rest.resign || rest.break ? (['signature'] as const) : []),
  ];
}

/** Whether a header is in what was captured, the same by name and value, was changed, or is new. */
export function headerState(row: HeaderRow, captured: readonly HeaderRow[]): 'same' | 'changed' | 'added' {
  const before = captured.find(({ key }) => key === row.key);
  if (!before)
    return captured.some(({ name, value }) => name === row.name && value === row.value) ? 'same' : 'added';
  return before.name === row.name && before.value === row.value ? 'same' : 'changed';
}
