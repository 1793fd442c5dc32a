import type { BodyRef } from '@hooktap/protocol';
import { useMemo } from 'react';
import { useBody } from '../body/use-body.ts';
import { inWords, size } from '../format/measures.ts';
import { DifferenceRows } from './DifferenceRows.tsx';
import { markOf } from './difference.ts';
import { useJsonComparison } from './use-json-comparison.ts';

const MOST = 4_000_000;

/** The text of a body; undefined while it is fetched, null where it is none. */
function useText(body: BodyRef): string | null | undefined {
  const { data, error } = useBody(body, body.contentEncoding ? 'decoded' : 'raw', MOST);
  return useMemo(() => {
    if (body.size === 0) return '';
    if (error) return null;
    if (!data) return undefined;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(data.bytes);
    } catch {
      return null;
    }
  }, [body.size, data, error]);
}

function Said({ children }: { readonly children: string }) {
  return (
    <tr>
      <th scope="row">Body</th>
      <td colSpan={2} className="second">
        {children}
      </td>
    </tr>
  );
}

const facts = (body: BodyRef) =>
  body.size === 0 ? 'none' : `${body.contentType ?? 'no content type'}, ${inWords(size(body.size))}`;

/** Bodies beside each other: JSON by its structure, all else as a whole. */
export function CompareBodies({ left, right }: { readonly left: BodyRef; readonly right: BodyRef }) {
  const isEqual = left.sha256 === right.sha256 && left.size === right.size;
  const [from, to] = [useText(left), useText(right)];
  const isText = typeof from === 'string' && typeof to === 'string' && !isEqual;
  const result = useJsonComparison(isText ? from : null, isText ? to : null);
  if (isEqual) return <Said>{left.size === 0 ? 'None on either side.' : 'Equal, byte for byte.'}</Said>;
  if (result?.kind === 'differences') {
    return (
      <>
        <DifferenceRows differences={result.differences} />
        {result.differences.length === 0 && <Said>Equal in structure; only how it is written differs.</Said>}
        {result.isCut && <Said>There are more differences than are shown.</Said>}
      </>
    );
  }
  if (from === undefined || to === undefined || (isText && result === null)) return <Said>Comparing…</Said>;
  if (result?.kind === 'too-much') return <Said>Too large or too deep to be compared by structure.</Said>;
  return (
    <>
      <DifferenceRows
        differences={[
          {
            label: 'Body',
            left: facts(left),
            right: facts(right),
            mark: markOf(left.sha256, right.sha256),
            alwaysChanges: false,
          },
        ]}
      />
      {isText && from.length + to.length > 0 && (
        <DifferenceRows
          differences={[
            { label: 'Text', left: from, right: to, mark: markOf(from, to), alwaysChanges: false },
          ]}
        />
      )}
    </>
  );
}
