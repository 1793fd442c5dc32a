import type { EventListItem } from '@hooktap/protocol';
import { useQuery } from '@tanstack/react-query';
import { formatAddress, panelAddress } from '../address/address.ts';
import { goTo } from '../address/use-address.ts';
import { useHooktap } from '../connection/hooktap.ts';
import { visibleLine } from '../format/visible-text.ts';
import { drift } from '../messages/drift/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import './event-drift-line.css';
import { addressOfKind } from './kind-query.ts';

/** In the overview of an event: how many of its fields no event of its type had before. Most often nothing. */
export default function EventDriftLine({ item }: { readonly item: EventListItem }) {
  const t = useT();
  const hooktap = useHooktap();
  const { data } = useQuery({
    queryKey: ['event-drift', item.id, item.provider, item.eventType],
    queryFn: ({ signal }) => hooktap.eventDrift(item.id, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const { newFields = [], retypedFields = [] } = data ?? {};
  if (newFields.length + retypedFields.length === 0) return null;
  const said = [
    ...(newFields.length > 0 ? [t(drift.event.new, { count: newFields.length })] : []),
    ...(retypedFields.length > 0 ? [t(drift.event.retyped, { count: retypedFields.length })] : []),
  ];
  const paths = [...newFields, ...retypedFields.map(({ path }) => path)].map(visibleLine);
  const to = addressOfKind(item);
  return (
    <p className="section event-drift">
      <span className="warn">
        <Icon name="warning" small />
      </span>
      <a
        href={formatAddress({ ...panelAddress('drift'), ...to })}
        onClick={(click) => {
          if (click.metaKey || click.ctrlKey || click.shiftKey) return;
          click.preventDefault();
          goTo({ panel: 'drift', ...to, as: null });
        }}
      >
        {t.list(said, 'and')}
      </a>
      <code className="cut second" title={paths.join(', ')}>
        {paths.join(', ')}
      </code>
    </p>
  );
}
