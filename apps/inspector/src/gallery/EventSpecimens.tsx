import type { CSSProperties } from 'react';
import { AttemptList } from '../delivery/AttemptList.tsx';
import { DeliveryStatus } from '../delivery/DeliveryStatus.tsx';
import '../detail/detail.css';
import { DetailOutline } from '../detail/DetailOutline.tsx';
import { useRowHeight } from '../layout/use-row-height.ts';
import { useView } from '../layout/view-settings.ts';
import { EventRow } from '../list/EventRow.tsx';
import '../list/event-list.css';
import { timingScale, timingsOf } from '../delivery/timing-phases.ts';
import { fitColumns } from '../list/fit-columns.ts';
import { SignatureMark } from '../list/SignatureMark.tsx';
import { Icon } from '../parts/Icon.tsx';
import { verdictLook } from '../signature/verdict-words.ts';
import { Specimen, Specimens } from './Specimens.tsx';
import { delivery, digests, rows } from './sample-events.ts';

const there = { hasTypes: true, hasProviders: true, hasVerdicts: true };
const verdicts = ['valid', 'invalid', 'unchecked'] as const;

function Rows() {
  const view = useView();
  const height = useRowHeight(false);
  const { columns, template } = fitColumns(920, there, view);
  return (
    <Specimens of="list/EventRow">
      <p className="quiet gallery-names">{rows.map(({ state }) => state).join(' · ')}</p>
      <div
        className="gallery-rows event-table"
        role="listbox"
        aria-label="Rows"
        style={
          { '--columns': template, '--row': `${height}px`, height: rows.length * height } as CSSProperties
        }
      >
        {rows.map(({ state, event, ...marks }, index) => (
          <EventRow
            key={state}
            event={event}
            columns={columns}
            index={index}
            total={rows.length}
            top={index * height}
            isOpen={marks.isOpen ?? false}
            isSelected={marks.isOpen ?? false}
            isMarked={marks.isMarked ?? false}
            isUnread={marks.isUnread ?? false}
            wasReplayed={marks.wasReplayed ?? false}
            now={Date.parse('2026-11-21T14:40:00.000Z')}
            times={view.times}
            thread={null}
            isWithin={false}
            isGrouped={false}
            onClick={() => undefined}
          />
        ))}
      </div>
    </Specimens>
  );
}

/** How an event, its delivery and its signature stand, in every state. */
export function EventSpecimens() {
  return (
    <>
      <Rows />
      <Specimens of="delivery/DeliveryStatus">
        {Object.entries(digests).map(([state, digest]) => (
          <Specimen key={state} as={state}>
            <DeliveryStatus
              delivery={digest}
              wasReplayed={digest.attempts === 3 && digest.status === 'succeeded'}
            />
          </Specimen>
        ))}
      </Specimens>
      <Specimens of="list/SignatureMark, signature/signature-words">
        {verdicts.map((verdict) => (
          <Specimen key={verdict} as={verdict}>
            <span className="delivery-status">
              <SignatureMark verification={{ verdict }} />
              <span className={verdictLook[verdict].tone}>
                <Icon name={verdictLook[verdict].icon} small />
              </span>
              {verdict}
            </span>
          </Specimen>
        ))}
      </Specimens>
      <Specimens of="delivery/AttemptList, delivery/TimingBar">
        <Specimen as="a delivery that is tried again" isWide>
          <AttemptList deliveries={[delivery]} scale={timingScale(timingsOf([delivery]))} />
        </Specimen>
      </Specimens>
      <Specimens of="detail/DetailOutline">
        <Specimen as="while the event is fetched, from 200 ms on" isWide>
          <DetailOutline />
        </Specimen>
      </Specimens>
    </>
  );
}
