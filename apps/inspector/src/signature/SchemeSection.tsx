import type { SchemeSteps } from '@hooktap/protocol';
import { inWords, size } from '../format/measures.ts';
import { visibleLine, visibleText } from '../format/visible-text.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Icon } from '../parts/Icon.tsx';
import { DocsLink } from './DocsLink.tsx';
import { SignatureLines } from './SignatureLines.tsx';
import { ageWords } from './signature-words.ts';

interface SchemeSectionProps {
  readonly steps: SchemeSteps;
  readonly endpoint: string;
  readonly secrets: number;
}

/** What is joined to be signed, each part marked where it begins. */
function SignedParts({ signed }: Pick<SchemeSteps, 'signed'>) {
  return (
    <ol className="signed-parts">
      {signed.map(({ label, text, size: bytes, cut }, index) => (
        <li key={index}>
          <span className="quiet">{visibleLine(label)}</span>
          <code>
            {visibleText(text)}
            {cut && <span className="quiet"> … and so on, {inWords(size(bytes))} in all</span>}
          </code>
        </li>
      ))}
    </ol>
  );
}

/** How one scheme is checked, in the order in which a handler does it. */
export function SchemeSection({ steps, endpoint, secrets }: SchemeSectionProps) {
  const { title, docs, algorithm, headers, signed, received, computed, clock } = steps;
  const isWhole = signed.every(({ cut }) => !cut);
  const age = ageWords(clock);
  return (
    <section className="section" aria-label={title}>
      <h3 className="section-head">
        {title}
        <span className="head-actions">
          {signed.length > 0 && isWhole && (
            <CopyButton
              text={() => signed.map(({ text }) => text).join('')}
              what="signed string"
              label="Copy signed string"
            />
          )}
        </span>
      </h3>
      <ol className="scheme-steps">
        <li>
          <h4>Read the header</h4>
          {headers.length === 0 ? (
            <p className="bad">None of its headers came.</p>
          ) : (
            headers.map(({ name, value }, index) => (
              <code key={index} className="scheme-header">
                <span className="second">{visibleLine(name)}:</span> {visibleLine(value)}
              </code>
            ))
          )}
        </li>
        {clock && (
          <li>
            <h4>Look at the clock</h4>
            <p className={clock.problem === null ? 'second' : 'bad'}>
              {clock.problem === null ? (
                <>
                  <Icon name="check" small /> {age ?? 'fine'}
                </>
              ) : (
                visibleLine(clock.problem)
              )}{' '}
              <code className="quiet">{visibleLine(clock.signedAt)}</code>
            </p>
          </li>
        )}
        {signed.length > 0 && (
          <li>
            <h4>Join what is signed</h4>
            <SignedParts signed={signed} />
          </li>
        )}
        <li>
          <h4>{algorithm}</h4>
          <p className="second">
            {secrets === 0
              ? `With the secret, which endpoint ${endpoint} does not have.`
              : `With the secret of endpoint ${endpoint}, which stays on this machine.`}
          </p>
        </li>
        <li>
          <h4>Compare</h4>
          <SignatureLines received={received} computed={computed} />
        </li>
      </ol>
      <DocsLink url={docs}>How it is documented</DocsLink>
    </section>
  );
}
