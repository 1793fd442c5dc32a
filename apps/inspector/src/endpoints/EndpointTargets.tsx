import type { TargetStatus } from '@hooktap/protocol';
import { span } from '../format/time.ts';
import { visibleLine, visibleText } from '../format/visible-text.ts';
import { Icon } from '../parts/Icon.tsx';
import { useCommands } from '../state/Commands.tsx';
import { useNow } from '../state/use-now.ts';
import { targetSegment } from '../top-bar/way-in.ts';

/** Where it delivers, and whether someone listens there. */
export function EndpointTargets({ targets }: { readonly targets: readonly TargetStatus[] }) {
  const { canAct } = useCommands();
  const now = useNow(10_000);
  if (targets.length === 0) return <p className="second">No target: events are captured and kept.</p>;
  return (
    <ul className="endpoint-targets">
      {targets.map((target) => {
        const { icon, tone, words } = targetSegment(target, canAct);
        return (
          <li key={target.url}>
            <span className={tone}>
              <Icon name={icon} small />
            </span>
            <code className="cut" title={target.url}>
              {visibleLine(target.url)}
            </code>
            <span className={tone === 'bad' ? 'strong bad' : 'second'}>{words}</span>
            {canAct && target.health !== 'unknown' && (
              <span className="quiet">for {span(now - Date.parse(target.since))}</span>
            )}
            {canAct && target.health === 'down' && (
              <span className="quiet cut">{visibleText(target.reason)}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
