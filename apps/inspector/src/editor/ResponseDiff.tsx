import type { BodyRef } from '@hooktap/protocol';
import { useMemo, useState } from 'react';
import '../body/body.css';
import { type JsonPiece, jsonLines } from '../body/json-lines.ts';
import { readBody } from '../body/read-body.ts';
import { useBody } from '../body/use-body.ts';
import { visibleText } from '../format/visible-text.ts';
import { editor as words } from '../messages/editor/en.ts';
import { useT } from '../messages/use-t.ts';
import { type DiffLine, lineDiff } from './line-diff.ts';

const MOST = 300_000;
/** Equal lines around what differs. */
const AROUND = 3;
const LONGEST = 2000;

type Lines = readonly (readonly JsonPiece[])[];

/** The lines of a body; null where it is no text, undefined while it is fetched. */
function useLines(body: BodyRef): Lines | null | undefined {
  const { data, error } = useBody(body, body.contentEncoding ? 'decoded' : 'raw', MOST);
  return useMemo(() => {
    if (body.size === 0) return [];
    if (error) return null;
    if (!data) return undefined;
    const reading = readBody(data.bytes, true, body.contentType);
    if (reading.kind === 'binary') return null;
    if (reading.kind === 'json' && reading.fault === null) return jsonLines(reading.text);
    return reading.text.split('\n').map((text) => [{ kind: 'mark' as const, text }]);
  }, [body, data, error]);
}

const textOf = (line: readonly JsonPiece[]) => line.map(({ text }) => text).join('');

/** Equal lines far from any difference, as one entry. */
function folded(diff: readonly DiffLine[]): readonly (DiffLine | { readonly equal: readonly DiffLine[] })[] {
  const near = new Set<number>();
  for (const [index, { mark }] of diff.entries()) {
    if (mark === 'same') continue;
    for (let at = index - AROUND; at <= index + AROUND; at++) near.add(at);
  }
  const found: (DiffLine | { equal: DiffLine[] })[] = [];
  for (const [index, line] of diff.entries()) {
    const last = found.at(-1);
    if (near.has(index) || diff.length <= 40) found.push(line);
    else if (last && 'equal' in last) last.equal.push(line);
    else found.push({ equal: [line] });
  }
  return found;
}

const signs = { same: '', added: '+', removed: '-' } as const;

function Line({ line, pieces }: { readonly line: DiffLine; readonly pieces: readonly JsonPiece[] }) {
  const t = useT();
  return (
    <li className={`diff-line ${line.mark}`}>
      <span className="diff-number">{line.mark === 'removed' ? line.left : line.right}</span>
      <span className="diff-sign">
        {signs[line.mark]}
        {line.mark !== 'same' && (
          <span className="unseen">
            {line.mark === 'added' ? t(words.responseBody.added) : t(words.responseBody.removed)}
          </span>
        )}
      </span>
      <code>
        {line.text.length > LONGEST
          ? `${visibleText(line.text.slice(0, LONGEST))}…`
          : pieces.map(({ kind, text }, index) => (
              <span key={index} className={`piece-${kind}`}>
                {visibleText(text)}
              </span>
            ))}
      </code>
    </li>
  );
}

interface ResponseDiffProps {
  readonly before: BodyRef;
  readonly after: BodyRef;
  /** Of the attempt that stands beside it. */
  readonly number: number | string;
}

/** Two responses line by line, JSON set out first. */
export function ResponseDiff({ before, after, number }: ResponseDiffProps) {
  const t = useT();
  const [left, right] = [useLines(before), useLines(after)];
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const diff = useMemo(
    () => (left && right ? lineDiff(left.map(textOf), right.map(textOf)) : null),
    [left, right],
  );
  if (before.size > MOST || after.size > MOST)
    return <p className="quiet">{t(words.responseBody.tooLarge)}</p>;
  if (left === null || right === null) return <p className="quiet">{t(words.responseBody.binary)}</p>;
  if (!left || !right || !diff) return <div className="body-outline" aria-busy="true" />;
  if (diff.every(({ mark }) => mark === 'same')) {
    const isEqual = before.sha256 === after.sha256;
    return <p className="quiet">{isEqual ? t(words.responseBody.equal) : t(words.responseBody.sameText)}</p>;
  }
  const piecesOf = (line: DiffLine) =>
    (line.right === null ? left[(line.left ?? 1) - 1] : right[line.right - 1]) ?? [];
  return (
    <ol className="diff-lines" aria-label={t(words.responseBody.diff, { number })}>
      {folded(diff).map((entry, index) => {
        if (!('equal' in entry)) return <Line key={index} line={entry} pieces={piecesOf(entry)} />;
        if (opened.has(index)) {
          return entry.equal.map((line) => (
            <Line key={`${index} ${line.right}`} line={line} pieces={piecesOf(line)} />
          ));
        }
        return (
          <li key={index}>
            <button
              type="button"
              className="button ghost diff-fold"
              onClick={() => setOpened(new Set([...opened, index]))}
            >
              {t(words.responseBody.folded, { count: entry.equal.length })}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
