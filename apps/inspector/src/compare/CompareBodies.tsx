import type { BodyRef } from '@hooktap/protocol';
import { useMemo } from 'react';
import { useBody } from '../body/use-body.ts';
import { inWords, size } from '../format/measures.ts';
import { compare } from '../messages/compare/en.ts';
import type { Translate } from '../messages/translate.ts';
import { useT } from '../messages/use-t.ts';
import { DifferenceRows } from './DifferenceRows.tsx';
import { markOf } from './difference.ts';
import { useJsonComparison } from './use-json-comparison.ts';

/** As much as the body’s own tab shows. */
const MOST = 16_000_000;

/** The text of a body; undefined while it is fetched, null where it is none. */
function useText(body: BodyRef): string | null | undefined {
  const { data, error } = useBody(body, body.contentEncoding ? 'decoded' : 'raw', MOST);
  return useMemo(() => {
    if (body.size === 0) return '';
    if (error) return null;
    if (!data) return undefined;
    if (data.size > MOST) return null;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(data.bytes);
    } catch {
      return null;
    }
  }, [body.size, data, error]);
}

function Said({ children }: { readonly children: string }) {
  const t = useT();
  return (
    <tr>
      <th scope="row">{t(compare.body)}</th>
      <td colSpan={2} className="second">
        {children}
      </td>
    </tr>
  );
}

const facts = (body: BodyRef, t: Translate) =>
  body.size === 0
    ? t(compare.noBody)
    : `${body.contentType ?? t(compare.noContentType)}, ${inWords(size(body.size, t))}`;

/** Bodies beside each other: JSON by its structure, all else as a whole. */
export function CompareBodies({ left, right }: { readonly left: BodyRef; readonly right: BodyRef }) {
  const t = useT();
  const isEqual = left.sha256 === right.sha256 && left.size === right.size;
  const [from, to] = [useText(left), useText(right)];
  const isText = typeof from === 'string' && typeof to === 'string' && !isEqual;
  const result = useJsonComparison(isText ? from : null, isText ? to : null);
  if (isEqual) return <Said>{t(left.size === 0 ? compare.neither : compare.equalBytes)}</Said>;
  if (result?.kind === 'differences') {
    return (
      <>
        <DifferenceRows differences={result.differences} />
        {result.differences.length === 0 && <Said>{t(compare.equalStructure)}</Said>}
        {result.isCut && <Said>{t(compare.cut)}</Said>}
      </>
    );
  }
  if (from === undefined || to === undefined || (isText && result === null))
    return <Said>{t(compare.comparing)}</Said>;
  if (result?.kind === 'too-much') return <Said>{t(compare.tooMuch)}</Said>;
  return (
    <>
      <DifferenceRows
        differences={[
          {
            label: t(compare.body),
            left: facts(left, t),
            right: facts(right, t),
            mark: markOf(left.sha256, right.sha256),
            alwaysChanges: false,
          },
        ]}
      />
      {isText && from.length + to.length > 0 && (
        <DifferenceRows
          differences={[
            { label: t(compare.text), left: from, right: to, mark: markOf(from, to), alwaysChanges: false },
          ]}
        />
      )}
    </>
  );
}
