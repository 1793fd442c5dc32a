import { inWords, size } from '../format/measures.ts';
import { visibleLine, visibleText } from '../format/visible-text.ts';
import { body } from '../messages/body/en.ts';
import { useT } from '../messages/use-t.ts';
import '../headers/header-table.css';
import { Button } from '../parts/Button.tsx';
import { boundaryOf, type MultipartPart, multipartParts } from './multipart-parts.ts';
import { saveBytes } from './save-bytes.ts';

const SHOWN = 4000;

function textOf({ bytes, fileName }: MultipartPart): string | null {
  if (fileName !== null && bytes.length > SHOWN) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, SHOWN), {
      stream: bytes.length > SHOWN,
    });
    return text.includes('\u0000') ? null : text;
  } catch {
    return null;
  }
}

function Part({ part, number }: { readonly part: MultipartPart; readonly number: number }) {
  const t = useT();
  const { name, fileName, contentType, bytes } = part;
  const text = textOf(part);
  return (
    <div>
      <dt>{name === null ? <span className="quiet">{t(body.part, { number })}</span> : visibleText(name)}</dt>
      <dd>
        {fileName !== null && <span className="strong">{visibleLine(fileName)} </span>}
        <span className="quiet">
          {contentType && `${visibleLine(contentType)}, `}
          {inWords(size(bytes.length, t))}
        </span>
        {fileName !== null && (
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
  const parts = multipartParts(bytes, boundaryOf(contentType) ?? '');
  if (parts === null) {
    return <p className="bad body-note">{t(body.noBoundary)}</p>;
  }
  return (
    <dl className="header-table">
      {parts.map((part, index) => (
        <Part key={index} part={part} number={index + 1} />
      ))}
    </dl>
  );
}
