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

type Side =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'too-large' }
  /** It is no text, or could not be had. */
  | { readonly kind: 'none' };

/** What of a body can be compared; undefined while it is fetched. */
function useSide(body: BodyRef): Side | undefined {
  const { data, error } = useBody(body, body.contentEncoding ? 'decoded' : 'raw', MOST);
  return useMemo((): Side | undefined => {
    if (body.size === 0) return { kind: 'text', text: '' };
    if (error) return { kind: 'none' };
    if (!data) return undefined;
    if (data.size > MOST) return { kind: 'too-large' };
    try {
      return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(data.bytes) };
    } catch {
      return { kind: 'none' };
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
  const [from, to] = [useSide(left), useSide(right)];
  const texts =
    !isEqual && from?.kind === 'text' && to?.kind === 'text' ? ([from.text, to.text] as const) : null;
  const result = useJsonComparison(texts?.[0] ?? null, texts?.[1] ?? null);
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
  if (from === undefined || to === undefined || (texts && result === null))
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
      {texts && (texts[0] !== '' || texts[1] !== '') && (
        <DifferenceRows
          differences={[
            {
              label: t(compare.text),
              left: texts[0],
              right: texts[1],
              mark: markOf(...texts),
              alwaysChanges: false,
            },
          ]}
        />
      )}
      {(from.kind === 'too-large' || to.kind === 'too-large') && (
        <Said>{t(compare.tooLarge, { size: inWords(size(MOST, t)) })}</Said>
      )}
    </>
  );
}
