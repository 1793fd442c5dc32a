import type { DeliveryId, Event, EventId, Status } from '@hooktap/protocol';
import { goTo } from '../address/use-address.ts';
import { prettyJson } from '../body/json-lines.ts';
import { readBody } from '../body/read-body.ts';
import { useBody } from '../body/use-body.ts';
import { editor } from '../messages/editor/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { useEvent } from '../state/use-event.ts';
import { draftOf } from './edit-draft.ts';
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

function EditorWithBody({
  event,
  status,
  canAct,
  release,
}: Omit<ReplayEditorProps, 'id'> & { readonly event: Event }) {
  const { body } = event;
  const isSmall = body.size <= EDITABLE_BYTES;
  const { data, error } = useBody(body, body.contentEncoding ? 'decoded' : 'raw', EDITABLE_BYTES);
  if (body.size > 0 && isSmall && !data && !error) return <div className="editor" aria-busy="true" />;
  const bytes = data?.bytes ?? new Uint8Array();
  const reading = isSmall && !error ? readBody(bytes, true, body.contentType) : { kind: 'binary' as const };
  const isWhole = body.state === 'complete';
  const text =
    reading.kind === 'binary'
      ? null
      : reading.kind === 'json' && reading.fault === null
        ? prettyJson(reading.text)
        : reading.text;
  const target = status?.targets.find(({ endpoint }) => endpoint === event.endpoint)?.url ?? '';
  return (
    <EditorForm
      key={event.id}
      event={event}
      captured={draftOf(event, target, text)}
      defaultTarget={target}
      isJson={reading.kind === 'json' || /json/i.test(body.contentType ?? '')}
      mustReplaceBody={!isWhole}
      canAct={canAct}
      release={release}
    />
  );
}

/** Edit a copy of the request, send it, read the answer beside it. */
export default function ReplayEditor({ id, ...rest }: ReplayEditorProps) {
  const t = useT();
  const { event, isGone } = useEvent(id);
  if (isGone) {
    return (
      <div className="detail-empty">
        <p>{t(editor.gone)}</p>
        <Button onClick={() => goTo({ eventId: null, editing: false })}>{t(editor.toList)}</Button>
      </div>
    );
  }
  if (!event) return <div className="editor" aria-busy="true" />;
  return <EditorWithBody event={event} {...rest} />;
}
