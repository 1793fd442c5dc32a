import type { TunnelStay } from '@hooktap/protocol';
import { useState } from 'react';
import { clock } from '../format/time.ts';
import { tunnel as words } from '../messages/tunnel/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { ReasonWords } from './ReasonWords.tsx';
import { stateLook } from './state-look.ts';

const first = 8;

/** The states of this run with their reasons, the newest first. */
export function TunnelHistory({ history }: { readonly history: readonly TunnelStay[] }) {
  const t = useT();
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? history : history.slice(0, first);
  const more = history.length - shown.length;
  return (
    <section aria-label={t(words.history.title)}>
      <h2>{t(words.history.title)}</h2>
      <ul className="tunnel-rows history">
        {shown.map(({ state, at, lastAt, times, ...reason }) => (
          <li key={`${at} ${state}`}>
            <time className="quiet figures" dateTime={at} title={at}>
              {clock(at)}
            </time>
            <span className={`tunnel-state ${stateLook[state].tone}`}>
              <Icon name={stateLook[state].icon} small />
              {t(words.state[state])}
            </span>
            <ReasonWords of={reason} className="tunnel-words" />
            {times > 1 && (
              <span className="quiet figures" lang={t.language}>
                {t(words.history.times, { count: times, time: clock(lastAt) })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button look="ghost" onClick={() => setIsWhole(true)}>
          {t(words.history.more, { count: more })}
        </Button>
      )}
    </section>
  );
}
