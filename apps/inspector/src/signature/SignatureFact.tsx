import type { EventListItem } from '@hooktap/protocol';
import { formatAddress } from '../address/address.ts';
import { goTo, useAddress } from '../address/use-address.ts';
import { visibleLine } from '../format/visible-text.ts';
import { signature } from '../messages/signature/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import { SaidWords } from '../parts/SaidWords.tsx';
import './signature-fact.css';
import { reasonSaid, verdictLook } from './verdict-words.ts';

/** The verdict in short; leads to the tab that explains it. */
export function SignatureFact({ item }: { readonly item: EventListItem }) {
  const t = useT();
  const address = useAddress();
  const { verdict, scheme } = item.verification;
  const reason = reasonSaid(item.verification, t);
  const { icon, tone } = verdictLook[verdict];
  return (
    <dd className="signature-fact">
      <a
        className={tone === 'bad' ? 'bad' : undefined}
        href={formatAddress({ ...address, tab: 'signature' })}
        onClick={(click) => {
          if (click.metaKey || click.ctrlKey || click.shiftKey) return;
          click.preventDefault();
          goTo({ tab: 'signature' });
        }}
      >
        <Icon name={icon} small />
        {t(signature.verdict[verdict])}
      </a>{' '}
      <span className="quiet">
        {scheme === undefined ? '' : visibleLine(scheme)}
        {scheme !== undefined && reason !== null && ': '}
        {reason !== null && <SaidWords said={reason} />}
      </span>
    </dd>
  );
}
