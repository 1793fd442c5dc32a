import type { Endpoint } from '@hooktap/protocol';
import { providerName } from '../format/provider-name.ts';
import { visibleLine } from '../format/visible-text.ts';
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
  if (mode === 'deliver') return null;
  return (
    <span className="endpoint-mode warn">
      <Icon name="held" small />
      {mode === 'paused' ? 'Paused: everything is held' : 'Breakpoint: every event waits for you'}
    </span>
  );
}

type SwitchesProps = Omit<EndpointSectionProps, 'onChoose'>;

function Switches({ endpoint, isChosen, actions, canAct, onEdit }: SwitchesProps) {
  const { name, mode, hold, source } = endpoint;
  const key = (shortcut: string) => (isChosen ? { shortcut } : {});
  const change = (verb: Parameters<EndpointActions['change']>[1]) => () => actions.change(name, verb);
  return (
    <span className="endpoint-switches">
      {mode === 'deliver' ? (
        <Button icon="pause" disabled={!canAct} {...key('P')} onClick={change('pause')}>
          Pause
        </Button>
      ) : (
        <Button look="primary" icon="play" disabled={!canAct} {...key('P')} onClick={change('resume')}>
          Resume
        </Button>
      )}
      {mode !== 'breakpoint' && (
        <Button
          icon="stop"
          disabled={!canAct}
          title="Every event waits until you let it go, edit it or answer it"
          {...key('B')}
          onClick={change('breakpoint')}
        >
          Breakpoint
        </Button>
      )}
      <Button
        icon="held"
        disabled={!canAct}
        title={
          hold
            ? 'Keep back no more while the handler is down, and send what is held'
            : 'Acknowledge and keep back what comes while the handler is down'
        }
        {...key('H')}
        onClick={change(hold ? 'release' : 'hold')}
      >
        {hold ? 'Release' : 'Hold'}
      </Button>
      {source.kind === 'api' && (
        <>
          <Button look="ghost" icon="edit" disabled={!canAct} {...key('E')} onClick={onEdit}>
            Edit…
          </Button>
          <Button look="ghost" icon="trash" disabled={!canAct} onClick={() => actions.remove(endpoint)}>
            Remove…
          </Button>
        </>
      )}
    </span>
  );
}

/** One endpoint, from the path on the left to what its targets make of it. */
export function EndpointSection({ onChoose, ...props }: EndpointSectionProps) {
  const { endpoint, isChosen } = props;
  const { name, config, queue, mode } = endpoint;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: J and K choose an endpoint
    <li
      className={`endpoint ${isChosen ? 'chosen' : ''}`}
      data-endpoint={name}
      tabIndex={-1}
      aria-label={`Endpoint ${name}`}
      onClick={onChoose}
    >
      <div className="endpoint-head">
        <h2>{name}</h2>
        <code className="second cut" title={config.path}>
          {visibleLine(config.path)}
        </code>
        {config.path === '/' && <span className="quiet">all other paths</span>}
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
