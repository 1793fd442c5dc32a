import type { EventId, MessageLife } from '@hooktap/protocol';
import { formatAddress, panelAddress } from '../address/address.ts';
import { goTo } from '../address/use-address.ts';
import { momentOf } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import { threads } from '../messages/threads/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { useNow } from '../state/use-now.ts';
import './lifeline.css';
import { lifeline, type Stop } from './lifeline.ts';

const looks: Readonly<
  Record<
    Stop['state'],
    { readonly icon: IconName; readonly tone: string; readonly word: keyof typeof threads.word | null }
  >
> = {
  came: { icon: 'good', tone: 'ok', word: null },
  failed: { icon: 'failed', tone: 'bad', word: null },
  twice: { icon: 'copy', tone: 'warn', word: 'twice' },
  late: { icon: 'turning', tone: 'warn', word: 'late' },
  missing: { icon: 'pending', tone: 'warn', word: 'missing' },
};

function StopWords({ stop, isHere }: { readonly stop: Stop; readonly isHere: boolean }) {
  const t = useT();
  const now = useNow(60_000);
  const named = looks[stop.state].word;
  const word = named === null ? null : t(threads.word[named]);
  return (
    <span className="stop-words">
      <span className="strong">{visibleLine(stop.status)}</span>
      <span className={word === null ? 'quiet figures' : 'warn figures'}>
        {stop.receivedAt !== null && momentOf(stop.receivedAt, now, t)}
        {word !== null && (stop.receivedAt === null ? word : `, ${word}`)}
        {isHere && <span className="quiet">, {t(threads.here)}</span>}
      </span>
    </span>
  );
}

interface LifelineProps {
  readonly life: MessageLife;
  /** The event that is open. */
  readonly here: EventId | null;
}

/** The way of one message, each step a link to its event; what is missing or wrong is said in a word. */
export function Lifeline({ life, here }: LifelineProps) {
  const stops = lifeline(life);
  return (
    <ol className="lifeline">
      {stops.map((stop, index) => {
        const { icon, tone } = looks[stop.state];
        const { eventId } = stop;
        return (
          <li key={index} title={stop.trouble === null ? undefined : visibleLine(stop.trouble)}>
            <span className={`stop-mark ${tone}`}>
              <Icon name={icon} />
            </span>
            {eventId === null || eventId === here ? (
              <StopWords stop={stop} isHere={eventId !== null} />
            ) : (
              <a
                href={formatAddress({ ...panelAddress('events'), eventId })}
                onClick={(click) => {
                  if (click.metaKey || click.ctrlKey || click.shiftKey) return;
                  click.preventDefault();
                  goTo({ eventId });
                }}
              >
                <StopWords stop={stop} isHere={false} />
              </a>
            )}
          </li>
        );
      })}
    </ol>
  );
}
