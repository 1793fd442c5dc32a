import type { Status } from '@hooktap/protocol';
import type { Panel } from '../address/address.ts';
import { counted, inWords, size } from '../format/measures.ts';
import { clock } from '../format/time.ts';
import { Icon } from '../parts/Icon.tsx';
import { useLive } from '../state/Live.tsx';
import './foot.css';

const hints = {
  none: [],
  list: [
    ['J', 'K', 'move'],
    ['R', 'replay'],
    ['E', 'edit and replay'],
    ['P', 'pin'],
    ['X', 'select'],
  ],
  deliveries: [
    ['J', 'K', 'move'],
    ['R', 'retry or let go'],
    ['S', 'stop'],
    ['O', 'open event'],
  ],
  endpoints: [
    ['J', 'K', 'move'],
    ['P', 'pause or resume'],
    ['H', 'hold or release'],
    ['B', 'breakpoint'],
  ],
  threads: [
    ['J', 'K', 'move'],
    ['/', 'filter'],
  ],
  trigger: [
    ['J', 'K', 'move'],
    ['/', 'filter'],
  ],
  marks: [
    ['R', 'replay each'],
    ['P', 'pin'],
    ['⌫', 'delete'],
    ['Esc', 'select none'],
  ],
} as const;

/** Of which keys the foot reminds, where the screen stands now. */
export function hintsFor(panel: Panel, isWhole: boolean, hasMarks: boolean): keyof typeof hints {
  if (panel === 'replays' || (panel === 'events' && isWhole)) return 'none';
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
  const { link, events } = useLive();
  return (
    <footer className="foot">
      <span>
        {link.state === 'live' && (
          <>
            <span className="ok">
              <Icon name="good" small />
            </span>
            Live
          </>
        )}
        {link.state === 'connecting' && (
          <>
            <Icon name="pending" small />
            Connecting
          </>
        )}
        {link.state === 'lost' && (
          <>
            <span className="warn">
              <Icon name="broken" small />
            </span>
            Not live since {clock(new Date(link.since).toISOString())}
          </>
        )}
      </span>
      {events.q === '' && <span>{counted(events.total, 'event')}</span>}
      {status && (
        <span className="foot-wide">
          {inWords(size(status.sizes.storedBytes))} of {inWords(size(status.sizes.keepBytes))} kept
        </span>
      )}
      {status && <span className="foot-wide">Version {status.version}</span>}
      {status?.warnings.map((warning) => (
        <span key={warning} className="warn cut" title={warning}>
          <Icon name="warning" small />
          <span className="cut">{warning}</span>
        </span>
      ))}
      <span className="foot-keys">
        {hints[shown].map((hint) => (
          <span key={hint[0]}>
            {hint.slice(0, -1).map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
            {hint.at(-1)}
          </span>
        ))}
        <button type="button" onClick={onKeys}>
          <kbd>?</kbd> all keys
        </button>
      </span>
    </footer>
  );
}
