import type { Status } from '@hooktap/protocol';
import type { Panel } from '../address/address.ts';
import { storeWarnings } from '../connection/store-said.ts';
import { inWords, size } from '../format/measures.ts';
import { clock } from '../format/time.ts';
import { saveKey, sendKey } from '../keys/command-keys.ts';
import { layout } from '../messages/layout/en.ts';
import { parts } from '../messages/parts/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import { useLive } from '../state/Live.tsx';
import './foot.css';

const hints = {
  none: [],
  list: [
    { keys: ['J', 'K'], does: layout.hints.move },
    { keys: ['R'], does: layout.hints.replay },
    { keys: ['E'], does: layout.hints.edit },
    { keys: ['P'], does: layout.hints.pin },
    { keys: ['X'], does: layout.hints.select },
  ],
  deliveries: [
    { keys: ['J', 'K'], does: layout.hints.move },
    { keys: ['R'], does: layout.hints.retry },
    { keys: ['S'], does: layout.hints.stop },
    { keys: ['O'], does: layout.hints.openEvent },
  ],
  endpoints: [
    { keys: ['J', 'K'], does: layout.hints.move },
    { keys: ['P'], does: layout.hints.pause },
    { keys: ['H'], does: layout.hints.hold },
    { keys: ['B'], does: layout.hints.breakpoint },
  ],
  threads: [
    { keys: ['J', 'K'], does: layout.hints.move },
    { keys: ['/'], does: layout.hints.filter },
  ],
  drift: [{ keys: ['J', 'K'], does: layout.hints.move }],
  trigger: [
    { keys: ['J', 'K'], does: layout.hints.move },
    { keys: ['/'], does: layout.hints.filter },
  ],
  editor: [
    { keys: [sendKey], does: layout.hints.send },
    { keys: [saveKey], does: layout.hints.save },
    { keys: ['D'], does: layout.hints.diff },
    { keys: ['Esc'], does: layout.hints.back },
  ],
  compare: [
    { keys: ['N'], does: layout.hints.nextDifference },
    { keys: ['X'], does: layout.hints.swap },
    { keys: ['Esc'], does: layout.hints.back },
  ],
  marks: [
    { keys: ['R'], does: layout.hints.replayEach },
    { keys: ['P'], does: layout.hints.pin },
    { keys: ['⌫'], does: layout.hints.delete },
    { keys: ['Esc'], does: layout.hints.selectNone },
  ],
} as const;

/** Of which keys the foot reminds, where the screen stands now. */
export function hintsFor(panel: Panel, isWhole: boolean, hasMarks: boolean): keyof typeof hints {
  if (
    panel === 'replays' ||
    panel === 'tunnel' ||
    panel === 'registrations' ||
    (panel === 'events' && isWhole)
  )
    return 'none';
  if (panel !== 'events') return panel;
  return hasMarks ? 'marks' : 'list';
}

interface FootProps {
  readonly status: Status | undefined;
  /** Of which keys it reminds. */
  readonly hints: keyof typeof hints;
  readonly onKeys: () => void;
}

export function Foot({ status, hints: shown, onKeys }: FootProps) {
  const t = useT();
  const { link, events } = useLive();
  return (
    <footer className="foot">
      <span aria-busy={link.state === 'connecting'}>
        {link.state === 'live' && (
          <>
            <span className="ok">
              <Icon name="good" small />
            </span>
            {t(layout.foot.live)}
          </>
        )}
        {link.state === 'connecting' && (
          <>
            <Icon name="pending" small />
            {t(layout.foot.connecting)}
          </>
        )}
        {link.state === 'lost' && (
          <>
            <span className="warn">
              <Icon name="broken" small />
            </span>
            {t(layout.foot.lost, { time: clock(new Date(link.since).toISOString()) })}
          </>
        )}
      </span>
      {events.q === '' && <span>{t(parts.events, { count: events.total })}</span>}
      {status && (
        <span className="foot-wide">
          {t(layout.foot.kept, {
            stored: inWords(size(status.sizes.storedBytes, t)),
            limit: inWords(size(status.sizes.keepBytes, t)),
          })}
        </span>
      )}
      {status && <span className="foot-wide">{t(layout.foot.version, { version: status.version })}</span>}
      {status &&
        storeWarnings(status, t).map(({ words, lang }) => (
          <span key={words} className="warn cut" title={words} lang={lang}>
            <Icon name="warning" small />
            <span className="cut">{words}</span>
          </span>
        ))}
      <span className="foot-keys">
        {hints[shown].map((hint) => (
          <span key={hint.keys[0]}>
            {hint.keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
            {t(hint.does)}
          </span>
        ))}
        <button type="button" onClick={onKeys}>
          <kbd>?</kbd> {t(layout.foot.allKeys)}
        </button>
      </span>
    </footer>
  );
}
