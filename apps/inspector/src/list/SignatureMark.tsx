import type { Verification } from '@hooktap/protocol';
import { list } from '../messages/list/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import { reasonSaid } from '../signature/verdict-words.ts';

/** Grey where it is well; only what is wrong has a colour. */
export function SignatureMark({ verification }: { readonly verification: Verification }) {
  const t = useT();
  const { verdict } = verification;
  const why = reasonSaid(verification, t)?.words ?? t(list.signature[verdict]);
  return (
    <span className={verdict === 'invalid' ? 'bad' : 'quiet'} title={why}>
      {verdict === 'unchecked' ? '–' : <Icon name={verdict === 'valid' ? 'shield' : 'shield-bad'} small />}
      <span className="unseen">{t(list.signature[verdict])}</span>
    </span>
  );
}
