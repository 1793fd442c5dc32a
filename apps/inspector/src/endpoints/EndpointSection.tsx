import type { Endpoint } from '@hooktap/protocol';
import { providerName } from '../format/provider-name.ts';
import { visibleLine } from '../format/visible-text.ts';
import { endpoints } from '../messages/endpoints/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { termOf } from '../search/filter-term.ts';
import { EndpointFacts } from './EndpointFacts.tsx';
import { EndpointQueueLine } from './EndpointQueueLine.tsx';
import { EndpointTargets } from './EndpointTargets.tsx';
import { HeldDeliveries } from './HeldDeliveries.tsx';
import type { EndpointActions } from './use-endpoint-actions.ts';

interface EndpointSectionProps {
  readonly endpoint: Endpoint;
  readonly isChosen: boolean;
  readonly actions: EndpointActions;
  readonly canAct: boolean;
  readonly onChoose: () => void;
  readonly onEdit: () => void;
}

function Mode({ endpoint: { mode } }: Pick<EndpointSectionProps, 'endpoint'>) {
  const t = useT();
  if (mode === 'deliver') return null;
  return (
    <span className="endpoint-mode warn">
      <Icon name="held" small />
      {t(endpoints.mode[mode])}
    </span>
  );
}

type SwitchesProps = Omit<EndpointSectionProps, 'onChoose'>;

function Switches({ endpoint, isChosen, actions, canAct, onEdit }: SwitchesProps) {
  const t = useT();
  const { name, mode, hold, source } = endpoint;
  const key = (shortcut: string) => (isChosen ? { shortcut } : {});
  const change = (verb: Parameters<EndpointActions['change']>[1]) => () => actions.change(name, verb);
  return (
    <span className="endpoint-switches">
      {mode === 'deliver' ? (
        <Button icon="pause" disabled={!canAct} {...key('P')} onClick={change('pause')}>
          {t(endpoints.switch.pause)}
        </Button>
      ) : (
        <Button look="primary" icon="play" disabled={!canAct} {...key('P')} onClick={change('resume')}>
          {t(endpoints.switch.resume)}
        </Button>
      )}
      {mode !== 'breakpoint' && (
        <Button
          icon="stop"
          disabled={!canAct}
          title={t(endpoints.switch.breakpointWhy)}
          {...key('B')}
          onClick={change('breakpoint')}
        >
          {t(endpoints.switch.breakpoint)}
        </Button>
      )}
      <Button
        icon="held"
        disabled={!canAct}
        title={t(hold ? endpoints.switch.releaseWhy : endpoints.switch.holdWhy)}
        {...key('H')}
        onClick={change(hold ? 'release' : 'hold')}
      >
        {t(hold ? endpoints.switch.release : endpoints.switch.hold)}
      </Button>
      {source.kind === 'api' && (
        <>
          <Button look="ghost" icon="edit" disabled={!canAct} {...key('E')} onClick={onEdit}>
            {t(endpoints.switch.edit)}
          </Button>
          <Button look="ghost" icon="trash" disabled={!canAct} onClick={() => actions.remove(endpoint)}>
            {t(endpoints.switch.remove)}
          </Button>
        </>
      )}
    </span>
  );
}

/** One endpoint, from the path on the left to what its targets make of it. */
export function EndpointSection({ onChoose, ...props }: EndpointSectionProps) {
  const t = useT();
  const { endpoint, isChosen } = props;
  const { name, config, queue, mode } = endpoint;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: J and K choose an endpoint
    <li
      className={`endpoint ${isChosen ? 'chosen' : ''}`}
      data-endpoint={name}
      tabIndex={-1}
      aria-label={t(endpoints.label, { name })}
      onClick={onChoose}
    >
      <div className="endpoint-head">
        <h2>{name}</h2>
        <code className="second cut" title={config.path}>
          {visibleLine(config.path)}
        </code>
        {config.path === '/' && <span className="quiet">{t(endpoints.otherPaths)}</span>}
        {config.provider && <span className="quiet">{visibleLine(providerName(config.provider))}</span>}
        <Mode endpoint={endpoint} />
        <Switches {...props} />
      </div>
      <EndpointTargets targets={endpoint.targets} />
      <EndpointQueueLine queue={queue} term={termOf('endpoint', name)} />
      {mode === 'breakpoint' && <HeldDeliveries endpoint={name} />}
      <EndpointFacts endpoint={endpoint} />
    </li>
  );
}
