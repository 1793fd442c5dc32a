import { inWords, size } from '../format/measures.ts';
import { visibleLine, visibleText } from '../format/visible-text.ts';
import { body } from '../messages/body/en.ts';
import { useT } from '../messages/use-t.ts';
import '../headers/header-table.css';
import { Button } from '../parts/Button.tsx';
import { LongText } from '../parts/LongText.tsx';
import { NearRows } from '../parts/NearRows.tsx';
import { boundaryOf, type MultipartPart } from './multipart-parts.ts';
import { saveBytes } from './save-bytes.ts';
import { useBodyTask } from './use-body-task.ts';

/** Bytes of a part that are shown as text. */
const SHOWN = 4000;
const NAME_SHOWN = 400;

function textOf(bytes: Uint8Array, isFile: boolean): string | null {
  if (isFile && bytes.length > SHOWN) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, SHOWN), {
      stream: bytes.length > SHOWN,
    });
    return text.includes('\u0000') ? null : text;
  } catch {
    return null;
  }
}

interface PartProps {
  readonly part: MultipartPart;
  readonly bytes: Uint8Array;
  readonly number: number;
}

function Part({ part, bytes, number }: PartProps) {
  const t = useT();
  const { name, fileName, contentType } = part;
  const text = textOf(bytes, fileName !== null);
  const isShown = text !== null && bytes.length <= SHOWN;
  return (
    <div>
      <dt>
        {name === null ? (
          <span className="quiet">{t(body.part, { number })}</span>
        ) : (
          <LongText text={name} most={NAME_SHOWN} what={t(body.fieldName)} />
        )}
      </dt>
      <dd>
        {fileName !== null && (
          <span className="strong">
            <LongText
              text={fileName.replace(/[\t\n\r]+/g, ' ')}
              most={NAME_SHOWN}
              what={t(body.fileName)}
            />{' '}
          </span>
        )}
        <span className="quiet">
          {contentType && `${visibleLine(contentType)}, `}
          {inWords(size(bytes.length, t))}
        </span>
        {(fileName !== null || !isShown) && (
          <Button look="ghost" icon="download" onClick={() => saveBytes(bytes, `part-${number}.bin`)}>
            {t(body.save)}
          </Button>
        )}
        {text !== null && text !== '' && (
          <p className="part-text">
            {visibleText(text)}
            {bytes.length > SHOWN && <span className="quiet"> …</span>}
          </p>
        )}
      </dd>
    </div>
  );
}

/** The parts of a multipart body: fields and files. Names of files are shown, never used. */
export function MultipartTable({
  bytes,
  contentType,
}: {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}) {
  const t = useT();
  const boundary = boundaryOf(contentType) ?? '';
  const found = useBodyTask<'parts'>(() => ({ kind: 'parts', bytes, boundary }), [bytes, boundary]);
  if (!found) return <div className="body-outline" aria-busy="true" />;
  const { parts, isCut } = found;
  if (parts === null) {
    return <p className="bad body-note">{t(body.noBoundary)}</p>;
  }
  return (
    <>
      <NearRows
        as="dl"
        className="header-table"
        count={parts.length}
        row={(index) => {
          const part = parts[index];
          return (
            part && (
              <Part key={index} part={part} bytes={bytes.subarray(part.start, part.end)} number={index + 1} />
            )
          );
        }}
      />
      {isCut && <p className="second body-note">{t(body.firstParts, { count: parts.length })}</p>}
    </>
  );
}
