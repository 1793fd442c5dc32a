import type { Verification } from '@hooktap/protocol';
import { Icon } from '../parts/Icon.tsx';

const words = { valid: 'signature valid', invalid: 'signature invalid', unchecked: 'signature unchecked' };

/** Grey where it is well; only what is wrong has a colour. */
export function SignatureMark({
  verification: { verdict, reason },
}: {
  readonly verification: Verification;
}) {
  return (
    <span className={verdict === 'invalid' ? 'bad' : 'quiet'} title={reason ?? words[verdict]}>
      {verdict === 'unchecked' ? '–' : <Icon name={verdict === 'valid' ? 'shield' : 'shield-bad'} small />}
      <span className="unseen">{words[verdict]}</span>
    </span>
  );
}
