import {
  type DeliveryId,
  type Event,
  type EventId,
  type SavedRequest,
  SavedRequestId,
  type Status,
} from '@hooktap/protocol';
import { useQuery } from '@tanstack/react-query';
import { goTo, useAddress } from '../address/use-address.ts';
import { prettyJson } from '../body/json-lines.ts';
import { type BodyReading, readBody } from '../body/read-body.ts';
import { useBody } from '../body/use-body.ts';
import { problemOf, useHooktap } from '../connection/hooktap.ts';
import { editor as words } from '../messages/editor/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { useEvent } from '../state/use-event.ts';
import { base64Of } from './base64.ts';
import { draftOf, savedDraft } from './edit-draft.ts';
import './editor.css';
import { EditorForm } from './EditorForm.tsx';

/** Larger bodies are replayed as captured; editing them here would only be slow. */
const EDITABLE_BYTES = 1_000_000;

interface ReplayEditorProps {
  readonly id: EventId;
  readonly status: Status | undefined;
  readonly canAct: boolean;
  /** A held delivery that goes out so, in place of a replay. */
  readonly release: DeliveryId | null;
}

interface OpenSaved {
  readonly saved: SavedRequest;
  readonly bytes: Uint8Array;
}

/** A saved request with its bytes; null where none is asked for, or it is gone. */
function useSaved(wanted: string | null): OpenSaved | null | undefined {
  const hooktap = useHooktap();
  const id = SavedRequestId.safeParse(wanted).data ?? null;
  const { data, error } = useQuery({
    queryKey: ['saved request', id],
    queryFn: async ({ signal }) => {
      const saved = await hooktap.savedRequest(id as SavedRequestId, signal);
      const { bytes } = await hooktap.body(saved.body.href, { signal });
      return { saved, bytes };
    },
    enabled: id !== null,
    gcTime: 0,
    retry: (times, failure) => problemOf(failure)?.status !== 404 && times < 3,
  });
  return id === null || error ? null : data;
}

/** As text to edit; null where the bytes are none. */
const textOf = (reading: BodyReading): string | null =>
  reading.kind === 'binary'
    ? null
    : reading.kind === 'json' && reading.fault === null
      ? prettyJson(reading.text)
      : reading.text;

function initialOf(open: OpenSaved, target: string, captured: Event['body']) {
  const { saved, bytes } = open;
  if (saved.body.sha256 === captured.sha256 && captured.contentEncoding === undefined) {
    const text =
      bytes.length <= EDITABLE_BYTES ? textOf(readBody(bytes, true, saved.body.contentType)) : null;
    return savedDraft(saved, target, text === null ? 'captured' : { text });
  }
  const isText = bytes.length <= EDITABLE_BYTES && saved.body.contentEncoding === undefined;
  const text = isText ? textOf(readBody(bytes, true, saved.body.contentType)) : null;
  return savedDraft(saved, target, text === null ? { base64: base64Of(bytes) } : { text });
}

function EditorWithBody({
  event,
  open,
  status,
  canAct,
  release,
}: Omit<ReplayEditorProps, 'id'> & { readonly event: Event; readonly open: OpenSaved | null }) {
  const { body } = event;
  const isSmall = body.size <= EDITABLE_BYTES;
  const { data, error } = useBody(body, body.contentEncoding ? 'decoded' : 'raw', EDITABLE_BYTES);
  if (body.size > 0 && isSmall && !data && !error) return <div className="editor" aria-busy="true" />;
  const bytes = data?.bytes ?? new Uint8Array();
  const reading = isSmall && !error ? readBody(bytes, true, body.contentType) : { kind: 'binary' as const };
  const target = status?.targets.find(({ endpoint }) => endpoint === event.endpoint)?.url ?? '';
  const captured = draftOf(event, target, textOf(reading));
  return (
    <EditorForm
      key={`${event.id} ${open?.saved.id} ${open?.saved.updatedAt}`}
      event={event}
      captured={captured}
      initial={open ? initialOf(open, target, body) : captured}
      saved={open?.saved ?? null}
      defaultTarget={target}
      isJson={reading.kind === 'json' || /json/i.test(body.contentType ?? '')}
      mustReplaceBody={body.state !== 'complete'}
      canAct={canAct}
      release={release}
    />
  );
}

/** Edit a copy of the request, send it, read the answer beside it. */
export default function ReplayEditor({ id, ...rest }: ReplayEditorProps) {
  const t = useT();
  const { event, isGone } = useEvent(id);
  const open = useSaved(useAddress().saved);
  if (isGone) {
    return (
      <div className="detail-empty">
        <p>{t(words.gone)}</p>
        <Button onClick={() => goTo({ eventId: null, editing: false })}>{t(words.backToList)}</Button>
      </div>
    );
  }
  if (!event || open === undefined) return <div className="editor" aria-busy="true" />;
  return <EditorWithBody event={event} open={open} {...rest} />;
}
