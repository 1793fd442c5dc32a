import { FormTable } from './FormTable.tsx';
import { HexRows } from './HexRows.tsx';
import { ImageLook } from './ImageLook.tsx';
import { JsonTree } from './json/JsonTree.tsx';
import type { Look } from './looks.ts';
import { MultipartTable } from './MultipartTable.tsx';
import type { BodyReading } from './read-body.ts';
import { TextRows } from './TextRows.tsx';
import type { Finding } from './use-find.ts';

interface BodyLookProps {
  readonly look: Look;
  readonly reading: BodyReading;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly label: string;
  readonly canFilter: boolean;
  readonly finding: Finding;
}

/** A body in one of the ways it can be looked at. Text nodes only: it is a stranger's. */
export function BodyLook({ look, reading, bytes, contentType, label, canFilter, finding }: BodyLookProps) {
  const { marking, goal } = finding;
  switch (look) {
    case 'tree':
      return reading.kind === 'json' ? (
        <JsonTree
          text={reading.text}
          rows={reading.rows}
          label={label}
          canFilter={canFilter}
          marking={marking}
          goal={goal}
        />
      ) : null;
    case 'text':
      return reading.kind === 'binary' ? null : (
        <TextRows text={reading.text} label={label} marking={marking} goal={goal} />
      );
    case 'fields':
      return reading.kind === 'text' ? <FormTable text={reading.text} /> : null;
    case 'parts':
      return <MultipartTable bytes={bytes} contentType={contentType} />;
    case 'image':
      return <ImageLook bytes={bytes} />;
    case 'hex':
      return <HexRows bytes={bytes} label={label} />;
  }
}
