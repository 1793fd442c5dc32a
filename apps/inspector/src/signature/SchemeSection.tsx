import type { SchemeSteps } from '@hooktap/protocol';
import { visibleLine } from '../format/visible-text.ts';
import { signature } from '../messages/signature/en.ts';
import { useT } from '../messages/use-t.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Icon } from '../parts/Icon.tsx';
import { SaidWords } from '../parts/SaidWords.tsx';
import { DocsLink } from './DocsLink.tsx';
import { SignatureLines } from './SignatureLines.tsx';
import { SignedParts } from './SignedParts.tsx';
import { ageWords, doctorSaid } from './signature-words.ts';

interface SchemeSectionProps {
  readonly steps: SchemeSteps;
  readonly endpoint: string;
  readonly secrets: number;
}

/** How one scheme is checked, in the order in which a handler does it. */
export function SchemeSection({ steps, endpoint, secrets }: SchemeSectionProps) {
  const t = useT();
  const { title, docs, algorithm, headers, signed, received, computed, clock } = steps;
  const isWhole = signed.every(({ cut }) => !cut);
  const age = ageWords(clock, t);
  return (
    <section className="section" aria-label={title}>
      <h3 className="section-head">
        {title}
        <span className="head-actions">
          {signed.length > 0 && isWhole && (
            <CopyButton
              text={() => signed.map(({ text }) => text).join('')}
              what={t(signature.step.signedString)}
              label={t(signature.step.copySigned)}
            />
          )}
        </span>
      </h3>
      <ol className="scheme-steps">
        <li>
          <h4>{t(signature.step.header)}</h4>
          {headers.length === 0 ? (
            <p className="bad">{t(signature.step.noHeader)}</p>
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
            <h4>{t(signature.step.clock)}</h4>
            <p className={clock.problem === null ? 'second' : 'bad'}>
              {clock.problem === null ? (
                <>
                  <Icon name="check" small /> {age ?? t(signature.step.fine)}
                </>
              ) : (
                <SaidWords said={doctorSaid(clock.problem, clock.parts, t)} />
              )}{' '}
              <code className="quiet">{visibleLine(clock.signedAt)}</code>
            </p>
          </li>
        )}
        {signed.length > 0 && (
          <li>
            <h4>{t(signature.step.join)}</h4>
            <SignedParts signed={signed} />
          </li>
        )}
        <li>
          <h4 lang="en">{algorithm}</h4>
          <p className="second">
            {t(secrets === 0 ? signature.step.noSecret : signature.step.secret, { endpoint })}
          </p>
        </li>
        <li>
          <h4>{t(signature.step.compare)}</h4>
          <SignatureLines received={received} computed={computed} />
        </li>
      </ol>
      <DocsLink url={docs}>{t(signature.step.docs)}</DocsLink>
    </section>
  );
}
