import type { BodyRef } from '@hooktap/protocol';
import { count, inWords, size } from '../format/measures.ts';
import { visibleLine } from '../format/visible-text.ts';
import { Button } from '../parts/Button.tsx';
import type { BodyReading } from './read-body.ts';
import { placeOf } from './text-place.ts';

interface BodyNotesProps {
  readonly body: BodyRef;
  readonly reading: BodyReading | undefined;
  readonly onFault: (offset: number) => void;
}

/** What is to be known of a body before it is read. */
export function BodyNotes({ body, reading, onFault }: BodyNotesProps) {
  const fault = reading?.kind === 'json' ? reading.fault : null;
  const place = fault && reading?.kind === 'json' ? placeOf(reading.text, fault.offset) : null;
  return (
    <>
      {body.state !== 'complete' && (
        <p className="warn body-note">
          {body.state === 'truncated'
            ? 'Above the size limit: only its beginning was kept.'
            : 'The sender broke off: only its beginning came.'}
        </p>
      )}
      {fault && place && (
        <p className="bad body-note">
          Not valid JSON at line {count(place.line)}, column {count(place.column)}: expected {fault.expected}.{' '}
          <Button look="ghost" onClick={() => onFault(fault.offset)}>
            Show the place
          </Button>
        </p>
      )}
      {reading?.kind === 'text' && reading.readAs !== undefined && (
        <p className="second body-note">Not UTF-8; read as {visibleLine(reading.readAs)}.</p>
      )}
    </>
  );
}

/** Below a body of which only the beginning was fetched. */
export function PartNote({ shown, whole }: { readonly shown: number; readonly whole: number }) {
  return (
    <p className="second body-note">
      The first {inWords(size(shown))} of {count(whole)} bytes. Download it to have the whole.
    </p>
  );
}
