import type { SchemeSteps } from '@hooktap/protocol';
import { visibleLine } from '../format/visible-text.ts';
import { signature } from '../messages/signature/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import { sharedStart } from './signature-words.ts';

type SignatureLinesProps = Pick<SchemeSteps, 'received' | 'computed'>;

/** What came beside what each secret gives; where they part is marked, by a line as well as by colour. */
export function SignatureLines({ received, computed }: SignatureLinesProps) {
  const t = useT();
  return (
    <dl className="signature-lines">
      {received.map((one) => (
        <div key={one}>
          <dt>{t(signature.line.received)}</dt>
          <dd>
            <code>{visibleLine(one)}</code>
          </dd>
        </div>
      ))}
      {received.length === 0 && (
        <div>
          <dt>{t(signature.line.received)}</dt>
          <dd className="bad">{t(signature.line.none)}</dd>
        </div>
      )}
      {computed.map(({ secretIndex, signature: own, matches }) => {
        const shared = Math.max(0, ...received.map((one) => sharedStart(one, own ?? '')));
        return (
          <div key={secretIndex}>
            <dt>{t(signature.line.secret, { number: secretIndex + 1 })}</dt>
            <dd>
              {own === null ? (
                <span className="second">{matches ? '' : t(signature.line.notShown)}</span>
              ) : matches ? (
                <code>{visibleLine(own)}</code>
              ) : (
                <code>
                  {visibleLine(own.slice(0, shared))}
                  <mark>{visibleLine(own.slice(shared))}</mark>
                </code>
              )}
              <span className={`signature-outcome ${matches ? 'ok' : 'bad'}`}>
                <Icon name={matches ? 'check' : 'cross'} small />
                {t(matches ? signature.line.matches : signature.line.noMatch)}
              </span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
