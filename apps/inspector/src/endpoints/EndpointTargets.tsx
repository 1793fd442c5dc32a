import type { TargetStatus } from '@hooktap/protocol';
import { serverSaid } from '../connection/server-said.ts';
import { span } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import { endpoints } from '../messages/endpoints/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import { SaidWords } from '../parts/SaidWords.tsx';
import { useCommands } from '../state/Commands.tsx';
import { useNow } from '../state/use-now.ts';
import { targetSegment } from '../top-bar/way-in.ts';

/** Where it delivers, and whether someone listens there. */
export function EndpointTargets({ targets }: { readonly targets: readonly TargetStatus[] }) {
  const t = useT();
  const { canAct } = useCommands();
  const now = useNow(10_000);
  if (targets.length === 0) return <p className="second">{t(endpoints.noTarget)}</p>;
  return (
    <ul className="endpoint-targets">
      {targets.map((target) => {
        const { icon, tone, words } = targetSegment(target, canAct, t);
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
              <span className="quiet">
                {t(endpoints.since, { span: span(now - Date.parse(target.since)) })}
              </span>
            )}
            {canAct && target.health === 'down' && (
              <span className="quiet cut">
                <SaidWords said={serverSaid(target.reason, target.parts, t)} />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
