import type { BodyRef } from '@hooktap/protocol';
import { useState } from 'react';
import { problemOf } from '../connection/hooktap.ts';
import { count, inWords, size } from '../format/measures.ts';
import { visibleLine } from '../format/visible-text.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Segments } from '../parts/Segments.tsx';
import { readBody } from './body-kind.ts';
import './body.css';
import type { BodyWay } from './body-request.ts';
import { CodeLines } from './CodeLines.tsx';
import { DownloadButton } from './DownloadButton.tsx';
import { useBody } from './use-body.ts';

/** Bytes of a body that are fetched and shown; the whole is downloaded. */
const SHOWN_BYTES = 256_000;

type Look = 'pretty' | 'text' | 'hex';
const lookLabels = { pretty: 'Pretty', text: 'Text', hex: 'Hex' } as const;
const wayLabels = { raw: 'As sent', decoded: 'Decoded' } as const;

interface BodyViewProps {
  readonly body: BodyRef;
  readonly title: string;
  readonly fileName: string;
}

/** A body as JSON, text or bytes. Text nodes only: it is a stranger's. */
export function BodyView({ body, title, fileName }: BodyViewProps) {
  const isEncoded = Boolean(body.contentEncoding) && body.contentEncoding !== 'identity';
  const [way, setWay] = useState<BodyWay>(isEncoded ? 'decoded' : 'raw');
  const [chosen, setChosen] = useState<Look | null>(null);
  const { data, error } = useBody(body, way, SHOWN_BYTES);
  const bytes = data?.bytes.subarray(0, SHOWN_BYTES);
  const isWhole = data !== undefined && data.size <= SHOWN_BYTES;
  const reading = bytes && readBody(bytes, isWhole && body.state === 'complete', body.contentType);
  const looks: readonly Look[] =
    reading?.kind === 'json'
      ? ['pretty', 'text', 'hex']
      : reading?.kind === 'text'
        ? ['text', 'hex']
        : ['hex'];
  const look = chosen && looks.includes(chosen) ? chosen : looks[0];
  const kind = reading?.kind === 'json' ? 'JSON' : visibleLine(body.contentType ?? 'no content type');
  return (
    <>
      <h3 className="section-head">
        {title}
        <span className="quiet head-note">
          {kind}, {inWords(size(body.size))}
        </span>
        <span className="head-actions">
          {isEncoded && (
            <Segments
              label="Encoding"
              value={way}
              labels={wayLabels}
              options={['decoded', 'raw']}
              onChange={setWay}
            />
          )}
          {look && looks.length > 1 && (
            <Segments label="View" value={look} labels={lookLabels} options={looks} onChange={setChosen} />
          )}
          {reading && reading.kind !== 'binary' && isWhole && (
            <CopyButton text={reading.text} what={title.toLowerCase()} iconOnly />
          )}
          <DownloadButton body={body} way={way} fileName={fileName} />
        </span>
      </h3>
      {body.state !== 'complete' && (
        <p className="warn body-note">
          {body.state === 'truncated'
            ? 'Above the size limit: only its beginning was kept.'
            : 'The sender broke off: only its beginning came.'}
        </p>
      )}
      {reading?.kind === 'text' && reading.jsonProblem && (
        <p className="bad body-note">Not valid JSON: {visibleLine(reading.jsonProblem)}.</p>
      )}
      {error && <p className="bad body-note">{problemOf(error)?.detail ?? 'The body could not be read.'}</p>}
      {bytes && look && (
        <CodeLines look={look} bytes={bytes} text={reading?.kind === 'binary' ? '' : (reading?.text ?? '')} />
      )}
      {data && !isWhole && (
        <p className="second body-note">
          The first {inWords(size(SHOWN_BYTES))} of {count(data.size)} bytes. Download it to have the whole.
        </p>
      )}
    </>
  );
}
