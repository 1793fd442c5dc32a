import type { TriggeredCallback } from '@hooktap/protocol';
import { goTo } from '../address/use-address.ts';
import { serverSaid } from '../connection/server-said.ts';
import { duration, inWords } from '../format/measures.ts';
import { visibleLine } from '../format/visible-text.ts';
import { trigger } from '../messages/trigger/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { SaidWords } from '../parts/SaidWords.tsx';
import { usePackWords } from './use-pack-words.ts';

/** More are only counted. */
const SHOWN = 50;

function Outcome({ outcome }: Pick<TriggeredCallback, 'outcome'>) {
  const isWell = outcome.kind === 'responded' && outcome.statusCode < 300;
  return (
    <span className={`sent-outcome ${isWell ? '' : 'bad'}`}>
      <span className={isWell ? 'ok' : 'bad'}>
        <Icon name={isWell ? 'check' : 'failed'} small />
      </span>
      {outcome.kind === 'responded' ? outcome.statusCode : outcome.failure}
    </span>
  );
}

function Why({ outcome }: Pick<TriggeredCallback, 'outcome'>) {
  const t = useT();
  const why = outcome.kind === 'failed' ? outcome.message : outcome.reason;
  const parts =
    outcome.kind === 'failed' ? (outcome.parts ?? [{ code: `failed-${outcome.failure}` }]) : outcome.parts;
  if (why === undefined) return null;
  return (
    <p className="bad">
      <SaidWords said={serverSaid(why, parts, t)} />
    </p>
  );
}

/** What was sent, what it was answered, and the event it became. */
export function SentList({ sent }: { readonly sent: readonly TriggeredCallback[] }) {
  const t = useT();
  const packSays = usePackWords();
  const { unsigned, unsignedParts } = sent.find((one) => one.unsigned !== undefined) ?? {};
  return (
    <section className="trigger-body" aria-label={t(trigger.sent.title)}>
      <h3 className="section-head">{t(trigger.sent.title)}</h3>
      <ul className="sent-list">
        {sent.slice(0, SHOWN).map((one, index) => {
          const { eventId } = one;
          return (
            <li key={index}>
              <span className="strong cut">{visibleLine(one.name)}</span>
              <Outcome outcome={one.outcome} />
              <span className="quiet figures">{inWords(duration(one.tookMs, t))}</span>
              <span className="quiet">
                {one.scheme === null ? t(trigger.sent.unsigned) : visibleLine(one.scheme)}
              </span>
              {eventId === null ? (
                <code className="quiet cut">{visibleLine(one.url)}</code>
              ) : (
                <Button icon="right" onClick={() => goTo({ eventId })}>
                  {t(trigger.sent.open)}
                </Button>
              )}
              <Why outcome={one.outcome} />
            </li>
          );
        })}
      </ul>
      {sent.length > SHOWN && <p className="quiet">{t(trigger.sent.more, { count: sent.length - SHOWN })}</p>}
      {unsigned !== undefined && (
        <p className="quiet">
          {t.rich(trigger.sent.unsignedWhy, {
            why: (
              <SaidWords said={unsignedParts ? serverSaid(unsigned, unsignedParts, t) : packSays(unsigned)} />
            ),
          })}
        </p>
      )}
    </section>
  );
}
