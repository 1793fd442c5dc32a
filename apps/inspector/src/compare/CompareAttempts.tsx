import { AttemptOutcomeWord } from '../delivery/AttemptLine.tsx';
import { FailureSays } from '../delivery/FailureSays.tsx';
import { handlerMs } from '../delivery/handler-time.ts';
import { TimingBar } from '../delivery/TimingBar.tsx';
import { timingScale } from '../delivery/timing-phases.ts';
import { duration, inWords } from '../format/measures.ts';
import { compare } from '../messages/compare/en.ts';
import { useT } from '../messages/use-t.ts';
import { CompareBodies } from './CompareBodies.tsx';
import { CompareHeaders } from './CompareHeaders.tsx';
import { DifferenceRows } from './DifferenceRows.tsx';
import { markOf } from './difference.ts';
import type { AttemptOfEvent } from './sides.ts';

type Pair = readonly [left: AttemptOfEvent, right: AttemptOfEvent];

function Group({ title }: { readonly title: string }) {
  return (
    <tr className="compare-group">
      <th scope="rowgroup" colSpan={3}>
        {title}
      </th>
    </tr>
  );
}

function Facts({ pair }: { readonly pair: Pair }) {
  const t = useT();
  const [left, right] = pair;
  const scale = timingScale(pair.map(({ attempt }) => attempt.timing));
  const less = handlerMs(left.attempt.timing) - handlerMs(right.attempt.timing);
  return (
    <>
      <tr>
        <th scope="row">{t(compare.outcome)}</th>
        {pair.map(({ key, attempt }) => (
          <td key={key}>
            <AttemptOutcomeWord attempt={attempt} />
            <FailureSays attempt={attempt} />
          </td>
        ))}
      </tr>
      <tr>
        <th scope="row">{t(compare.took)}</th>
        <td className="figures">{inWords(duration(handlerMs(left.attempt.timing), t))}</td>
        <td className="figures">
          {inWords(duration(handlerMs(right.attempt.timing), t))}{' '}
          <span className="quiet">
            {t(less > 0 ? compare.less : compare.more, { span: inWords(duration(Math.abs(less), t)) })}
          </span>
        </td>
      </tr>
      <tr>
        <th scope="row">{t(compare.timing)}</th>
        {pair.map(({ key, attempt }) => (
          <td key={key}>
            <TimingBar attempt={attempt} scale={scale} />
          </td>
        ))}
      </tr>
    </>
  );
}

/** Two attempts: how they ended, what was sent and what came back. */
export function CompareAttempts({
  left,
  right,
}: {
  readonly left: AttemptOfEvent;
  readonly right: AttemptOfEvent;
}) {
  const t = useT();
  const requests = [left.attempt.request, right.attempt.request] as const;
  const [from, to] = [left, right].map(({ attempt: { outcome } }) =>
    outcome.kind === 'responded' ? outcome : outcome.partial,
  );
  const line = ({ method, url }: (typeof requests)[0]) => `${method} ${url}`;
  return (
    <>
      <tbody>
        <Facts pair={[left, right]} />
      </tbody>
      <tbody>
        <Group title={t(compare.requestSent)} />
        <DifferenceRows
          differences={[
            {
              label: t(compare.sentTo),
              left: line(requests[0]),
              right: line(requests[1]),
              mark: markOf(line(requests[0]), line(requests[1])),
              alwaysChanges: false,
            },
          ]}
        />
        <CompareHeaders left={requests[0].rawHeaders} right={requests[1].rawHeaders} />
        <CompareBodies left={requests[0].body} right={requests[1].body} />
      </tbody>
      <tbody>
        <Group title={t(compare.responseReceived)} />
        {from && to ? (
          <>
            <CompareHeaders left={from.rawHeaders} right={to.rawHeaders} />
            <CompareBodies left={from.body} right={to.body} />
          </>
        ) : (
          <tr>
            <th scope="row">{t(compare.response)}</th>
            <td className="second">{t(from ? compare.came : compare.noneCame)}</td>
            <td className="second">{t(to ? compare.came : compare.noneCame)}</td>
          </tr>
        )}
      </tbody>
    </>
  );
}
