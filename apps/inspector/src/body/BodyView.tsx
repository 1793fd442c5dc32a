import type { BodyRef } from '@hooktap/protocol';
import { useState } from 'react';
import { problemOf } from '../connection/hooktap.ts';
import { problemWords } from '../connection/problem-words.ts';
import { inWords, size } from '../format/measures.ts';
import { beginningOf, visibleLine } from '../format/visible-text.ts';
import { body } from '../messages/body/en.ts';
import { useT } from '../messages/use-t.ts';
import { IconButton } from '../parts/Button.tsx';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Segments } from '../parts/Segments.tsx';
import { BodyLook } from './BodyLook.tsx';
import { BodyNotes, PartNote } from './BodyNotes.tsx';
import './body.css';
import type { BodyWay } from './body-request.ts';
import { DownloadButton } from './DownloadButton.tsx';
import { FindBar } from './FindBar.tsx';
import { kindOf, type Look, lookLabels, looksOf } from './looks.ts';
import { useBody } from './use-body.ts';
import { useBodyTask } from './use-body-task.ts';
import { useFind } from './use-find.ts';

/** Bytes that are fetched and shown: beside other things, and where the body has the tab to itself. */
const SOME = 128_000;
const MOST = 16_000_000;

interface BodyViewProps {
  readonly body: BodyRef;
  readonly title: string;
  readonly fileName: string;
  /** Fetches large bodies whole. */
  readonly isWhole?: boolean;
  /** Whether it is the body of an event: then its values can narrow the list. */
  readonly canFilter?: boolean;
}

/** A body as JSON, text, form, picture or bytes, each in the way it was sent. */
export function BodyView({
  body: of,
  title,
  fileName,
  isWhole: wantsAll = false,
  canFilter = false,
}: BodyViewProps) {
  const t = useT();
  const isEncoded = Boolean(of.contentEncoding) && of.contentEncoding !== 'identity';
  const most = wantsAll ? MOST : SOME;
  const contentType = of.contentType ?? '';
  const [way, setWay] = useState<BodyWay>(isEncoded ? 'decoded' : 'raw');
  const [chosen, setChosen] = useState<Look | null>(null);
  const { data, error } = useBody(of, way, most);
  const isWhole = data !== undefined && data.size <= most;
  const reading = useBodyTask<'read'>(
    () =>
      data
        ? {
            kind: 'read',
            bytes: data.bytes.length > most ? data.bytes.subarray(0, most) : data.bytes,
            isWhole: isWhole && of.state === 'complete',
            contentType,
          }
        : null,
    [data, most, contentType],
  );
  const text = reading && reading.kind !== 'binary' ? reading.text : '';
  const finding = useFind(text);
  const looks = reading && data ? looksOf(reading, data.bytes, contentType) : [];
  const look = chosen && looks.includes(chosen) ? chosen : looks[0];
  const isSearchable = look === 'tree' || look === 'text';
  return (
    <>
      <h3 className="section-head">
        {title}
        <span className="quiet head-note cut">
          {visibleLine(beginningOf(kindOf(reading, of.contentType, t), 200))}, {inWords(size(of.size, t))}
        </span>
        <span className="head-actions">
          {isEncoded && (
            <Segments
              label={t(body.encoding)}
              value={way}
              labels={{ raw: t(body.way.raw), decoded: t(body.way.decoded) }}
              options={['decoded', 'raw']}
              onChange={setWay}
            />
          )}
          {look && looks.length > 1 && (
            <Segments
              label={t(body.view)}
              value={look}
              labels={lookLabels(t)}
              options={looks}
              onChange={setChosen}
            />
          )}
          {isSearchable && <IconButton icon="search" name={t(body.find)} onClick={finding.open} />}
          {reading && reading.kind !== 'binary' && isWhole && (
            <CopyButton text={text} what={title.toLowerCase()} iconOnly />
          )}
          <DownloadButton body={of} way={way} fileName={fileName} />
        </span>
      </h3>
      <BodyNotes
        body={of}
        reading={reading}
        onFault={(offset) => {
          setChosen('text');
          finding.goTo(offset);
        }}
      />
      {error && (
        <p className="bad body-note">
          {problemWords(error, t(body.unreadable))}
          {problemOf(error)?.code === 'body-undecodable' && ` ${t(body.seeAsSent, { way: t(body.way.raw) })}`}
        </p>
      )}
      {finding.isOpen && isSearchable && (
        <FindBar
          wanted={finding.wanted}
          found={finding.marking.found}
          current={finding.marking.current}
          onWanted={finding.want}
          onStep={finding.step}
          onClose={finding.close}
        />
      )}
      {!reading && !error && <div className="body-outline" aria-busy="true" />}
      {reading && data && look && (
        <BodyLook
          key={look}
          look={look}
          reading={reading}
          bytes={data.bytes}
          contentType={contentType}
          label={t(body.lookAt[look], { title })}
          canFilter={canFilter}
          finding={finding}
        />
      )}
      {data && !isWhole && <PartNote shown={most} whole={data.size} />}
    </>
  );
}
