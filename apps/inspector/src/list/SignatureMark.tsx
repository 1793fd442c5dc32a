import type { Verification } from '@hooktap/protocol';
import { list } from '../messages/list/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';

/** Grey where it is well; only what is wrong has a colour. */
export function SignatureMark({
  verification: { verdict, reason },
}: {
  readonly verification: Verification;
}) {
  const t = useT();
  return (
    <span className={verdict === 'invalid' ? 'bad' : 'quiet'} title={reason ?? t(list.signature[verdict])}>
      {verdict === 'unchecked' ? '–' : <Icon name={verdict === 'valid' ? 'shield' : 'shield-bad'} small />}
      <span className="unseen">{t(list.signature[verdict])}</span>
    </span>
  );
}
