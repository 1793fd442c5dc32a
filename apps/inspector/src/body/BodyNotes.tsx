import type { BodyRef } from '@hooktap/protocol';
import { useMemo } from 'react';
import { inWords, size } from '../format/measures.ts';
import { visibleLine } from '../format/visible-text.ts';
import { body } from '../messages/body/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import type { BodyReading } from './read-body.ts';
import { placeOf } from './text-place.ts';

interface BodyNotesProps {
  readonly body: BodyRef;
  readonly reading: BodyReading | undefined;
  readonly onFault: (offset: number) => void;
}

/** What is to be known of a body before it is read. */
export function BodyNotes({ body: of, reading, onFault }: BodyNotesProps) {
  const t = useT();
  const fault = reading?.kind === 'json' ? reading.fault : null;
  const place = useMemo(
    () => (fault && reading?.kind === 'json' ? placeOf(reading.text, fault.offset) : null),
    [fault, reading],
  );
  return (
    <>
      {of.state !== 'complete' && <p className="warn body-note">{t(body[of.state])}</p>}
      {fault && place && (
        <p className="bad body-note">
          {t(body.badJson, { ...place, expected: t(body.expected[fault.expected]) })}{' '}
          <Button look="ghost" onClick={() => onFault(fault.offset)}>
            {t(body.showPlace)}
          </Button>
        </p>
      )}
      {reading?.kind === 'json' && reading.hasMark && <p className="second body-note">{t(body.hasMark)}</p>}
      {reading?.kind === 'binary' && reading.isTooMuch && <p className="warn body-note">{t(body.tooMuch)}</p>}
      {reading && reading.kind !== 'binary' && reading.readAs !== undefined && (
        <p className="second body-note">{t(body.readAs, { encoding: visibleLine(reading.readAs) })}</p>
      )}
    </>
  );
}

/** Below a body of which only the beginning was fetched. */
export function PartNote({ shown, whole }: { readonly shown: number; readonly whole: number }) {
  const t = useT();
  return (
    <p className="second body-note">{t(body.beginning, { shown: inWords(size(shown, t)), count: whole })}</p>
  );
}
