import type { Event } from '@hooktap/protocol';
import { useMemo, useState } from 'react';
import { lookLabels } from '../body/looks.ts';
import { body } from '../messages/body/en.ts';
import { headers } from '../messages/headers/en.ts';
import { useT } from '../messages/use-t.ts';
import '../body/body.css';
import { PartNote } from '../body/BodyNotes.tsx';
import { nothingFound } from '../body/find-in-text.ts';
import { HexRows } from '../body/HexRows.tsx';
import { saveBytes } from '../body/save-bytes.ts';
import { TextRows } from '../body/TextRows.tsx';
import { useBody } from '../body/use-body.ts';
import { useHooktap } from '../connection/hooktap.ts';
import { inWords, size } from '../format/measures.ts';
import { useAnnounce } from '../parts/Announcer.tsx';
import { IconButton } from '../parts/Button.tsx';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Segments } from '../parts/Segments.tsx';
import { rawRequest, wasChunked } from './raw-request.ts';

const MOST = 4_000_000;
const unmarked = { found: nothingFound, current: 0 };

/** As UTF-8; what is none has signs in its place that say so. */
function textOf(bytes: Uint8Array | null): { readonly text: string; readonly isExact: boolean } {
  if (bytes === null) return { text: '', isExact: true };
  const lines = (text: string) => text.replaceAll('\r\n', '\n');
  try {
    return { text: lines(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), isExact: true };
  } catch {
    return { text: lines(new TextDecoder().decode(bytes)), isExact: false };
  }
}

/** The request as it came over the wire, rebuilt from its parts. */
export function RawTab({ event }: { readonly event: Event }) {
  const t = useT();
  const [look, setLook] = useState<'text' | 'hex'>('text');
  const hooktap = useHooktap();
  const announce = useAnnounce();
  const { data, error } = useBody(event.body, 'raw', MOST);
  const isCut = data !== undefined && data.size > MOST;
  const bytes = useMemo(() => {
    if (event.body.size > 0 && !data) return null;
    return rawRequest(event, data?.bytes.subarray(0, MOST) ?? new Uint8Array(), isCut);
  }, [event, data, isCut]);
  const { text, isExact } = useMemo(() => textOf(bytes), [bytes]);
  const download = async () => {
    try {
      const whole = event.body.size > 0 ? await hooktap.body(event.body.href) : null;
      saveBytes(rawRequest(event, whole?.bytes ?? new Uint8Array()), `${event.id}.http`);
    } catch {
      announce(t(body.downloadFailed));
    }
  };
  if (error) return <p className="bad body-note section">{t(body.unreadable)}</p>;
  if (!bytes) return <div className="body-outline" aria-busy="true" />;
  return (
    <section className="section">
      <h3 className="section-head">
        {t(headers.request)}
        <span className="quiet head-note">{inWords(size(bytes.length, t))}</span>
        <span className="head-actions">
          <Segments
            label={t(body.view)}
            value={look}
            labels={lookLabels(t)}
            options={['text', 'hex']}
            onChange={setLook}
          />
          {!isCut && <CopyButton text={text} what={t(headers.requestName)} iconOnly />}
          <IconButton icon="download" name={t(body.download)} onClick={download} />
        </span>
      </h3>
      <p className="second body-note">{t(wasChunked(event) ? headers.rebuiltChunked : headers.rebuilt)}</p>
      {look === 'text' && !isExact && <p className="second body-note">{t(headers.notUtf8)}</p>}
      {look === 'text' ? (
        <TextRows text={text} label={t(headers.asText)} marking={unmarked} goal={null} />
      ) : (
        <HexRows bytes={bytes} label={t(headers.asHex)} />
      )}
      {isCut && <PartNote shown={MOST} whole={event.body.size} />}
    </section>
  );
}
