import type { RunResult, SaveRun } from '@hooktap/protocol';
import { goTo } from '../address/use-address.ts';
import { serverSaid } from '../connection/server-said.ts';
import { duration, inWords } from '../format/measures.ts';
import { clock } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import { useT } from '../messages/use-t.ts';
import { watch as words } from '../messages/watch/en.ts';
import { Button } from '../parts/Button.tsx';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { SaidWords } from '../parts/SaidWords.tsx';

const looks: Readonly<Record<RunResult['verdict'], { icon: IconName; tone: string }>> = {
  met: { icon: 'check', tone: 'ok' },
  missed: { icon: 'failed', tone: 'bad' },
  skipped: { icon: 'off', tone: 'warn' },
  waiting: { icon: 'pending', tone: 'quiet' },
};

const nameOf = ({ deliveryId, attempt }: NonNullable<RunResult['attempt']>) => `${deliveryId}.${attempt}`;

function ResultLine({ result, onLeave }: { readonly result: RunResult; readonly onLeave: () => void }) {
  const t = useT();
  const {
    eventId,
    eventType,
    path,
    verdict,
    statusCode,
    failure,
    tookMs,
    expected,
    reason,
    attempt,
    before,
  } = result;
  const { icon, tone } = looks[verdict];
  const open = () => {
    onLeave();
    goTo({ eventId, editing: false, compare: null, tab: 'deliveries' });
  };
  return (
    <li className="run-result">
      <span className={tone}>
        <Icon name={icon} small />
      </span>
      <button type="button" className="run-event cut" onClick={open}>
        {visibleLine(eventType ?? path)}
      </button>
      <span className={verdict === 'missed' ? 'bad figures' : 'figures'}>
        <span className="unseen">{t(words.verdict[verdict])} </span>
        {statusCode ?? failure ?? ''}
      </span>
      <span className="quiet">
        {expected.kind === 'success'
          ? t(words.expected.success)
          : t(words.expected.marked, { code: expected.statusCode })}
      </span>
      <span className="quiet figures run-took">
        {tookMs === undefined ? '' : inWords(duration(tookMs, t))}
      </span>
      {attempt && before ? (
        <Button
          look="ghost"
          onClick={() => {
            onLeave();
            goTo({ eventId, editing: false, compare: `${nameOf(before)}~${nameOf(attempt)}` });
          }}
        >
          {t(words.run.diff)}
        </Button>
      ) : (
        <span />
      )}
      {reason !== undefined && (
        <p className="second">
          <SaidWords said={serverSaid(reason, result.parts, t)} />
        </p>
      )}
    </li>
  );
}

/** What came of the last change, event by event. */
export function RunResults({ run, onLeave }: { readonly run: SaveRun; readonly onLeave: () => void }) {
  const t = useT();
  const more = run.changedCount - run.changed.length;
  return (
    <section aria-label={t(words.run.title)}>
      <h3 className="section-head">
        {t(words.run.title)}
        <span className="quiet head-note">
          {clock(run.startedAt)}, {t(words.run.states[run.state])}
        </span>
      </h3>
      {run.changed.length > 0 && (
        <p className="second run-changed">
          <code>{visibleLine(run.changed.join(', '))}</code>
          {more > 0 && ` ${t(words.run.more, { count: more })}`}
        </p>
      )}
      {run.reason !== undefined && (
        <p className="warn">
          <SaidWords said={serverSaid(run.reason, run.parts, t)} />
        </p>
      )}
      <ul className="run-results">
        {run.results.map((result) => (
          <ResultLine key={result.eventId} result={result} onLeave={onLeave} />
        ))}
      </ul>
      {run.matched > run.results.length && run.results.length > 0 && (
        <p className="quiet">{t(words.run.cut, { count: run.results.length, matched: run.matched })}</p>
      )}
    </section>
  );
}
