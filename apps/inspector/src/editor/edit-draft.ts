import type {
  EditedBody,
  Event,
  RawHeaders,
  ReplayRequest,
  RequestEdit,
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
  /** Null: the bytes as captured. */
  readonly bodyText: string | null;
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

export function draftOf(event: Event, target: string, bodyText: string | null): Draft {
  return {
    method: event.method,
    requestTarget: event.requestTarget,
    target,
    headers: event.rawHeaders
      .filter(([name]) => !ownHeaders.has(name.toLowerCase()))
      .map(([name, value], key) => ({ key, name, value })),
    bodyText,
    signing: 'captured',
  };
}

const named = ({ headers }: Draft): [string, string][] =>
  headers.filter(({ name }) => name.trim() !== '').map(({ name, value }) => [name.trim(), value]);

const same = (a: RawHeaders, b: RawHeaders) => JSON.stringify(a) === JSON.stringify(b);

function signed(signing: Signing): Pick<ReplayRequest, 'resign' | 'break'> {
  if (signing === 'captured') return {};
  return signing === 'anew' ? { resign: true } : { break: signing };
}

/** Only what was changed goes along; an untouched draft is a replay as captured. */
export function requestOf(draft: Draft, captured: Draft, defaultTarget: string): ReplayRequest {
  const body: EditedBody | undefined =
    draft.bodyText !== null && draft.bodyText !== captured.bodyText ? { text: draft.bodyText } : undefined;
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

/** Names of what was changed, for the eye. */
export function changesOf({ target, edit, ...rest }: ReplayRequest): readonly Change[] {
  const changes: readonly (Change | null)[] = [
    target === undefined ? null : 'target',
    edit?.method === undefined ? null : 'method',
    edit?.requestTarget === undefined ? null : 'path',
    edit?.headers === undefined ? null : 'headers',
    edit?.body === undefined ? null : 'body',
    rest.resign || rest.break ? 'signature' : null,
  ];
  return changes.filter((change) => change !== null);
}
