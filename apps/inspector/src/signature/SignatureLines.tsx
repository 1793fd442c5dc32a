import type { SchemeSteps } from '@hooktap/protocol';
import { visibleLine } from '../format/visible-text.ts';
import { Icon } from '../parts/Icon.tsx';
import { sharedStart } from './signature-words.ts';

type SignatureLinesProps = Pick<SchemeSteps, 'received' | 'computed'>;

/** What came beside what each secret gives; where they part is marked, by a line as well as by colour. */
export function SignatureLines({ received, computed }: SignatureLinesProps) {
  return (
    <dl className="signature-lines">
      {received.map((signature) => (
        <div key={signature}>
          <dt>received</dt>
          <dd>
            <code>{visibleLine(signature)}</code>
          </dd>
        </div>
      ))}
      {received.length === 0 && (
        <div>
          <dt>received</dt>
          <dd className="bad">no signature</dd>
        </div>
      )}
      {computed.map(({ secretIndex, signature, matches }) => {
        const shared = Math.max(0, ...received.map((one) => sharedStart(one, signature ?? '')));
        return (
          <div key={secretIndex}>
            <dt>secret {secretIndex + 1}</dt>
            <dd>
              {signature === null ? (
                <span className="second">{matches ? '' : 'not shown, or not a secret of this scheme'}</span>
              ) : matches ? (
                <code>{visibleLine(signature)}</code>
              ) : (
                <code>
                  {visibleLine(signature.slice(0, shared))}
                  <mark>{visibleLine(signature.slice(shared))}</mark>
                </code>
              )}
              <span className={`signature-outcome ${matches ? 'ok' : 'bad'}`}>
                <Icon name={matches ? 'check' : 'cross'} small />
                {matches ? 'matches' : 'no match'}
              </span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
