import type { Status } from '@hooktap/protocol';
import { clock } from '../format/time.ts';
import { connection } from '../messages/connection/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useLive } from '../state/Live.tsx';
import './banner.css';

/** As it was probably started; a guess only in the port, which the target tells. */
function startCommand(status: Status | undefined): string {
  const [target] = status?.targets ?? [];
  const local = target && /^http:\/\/(?:localhost|127\.0\.0\.1):(\d+)\/?$/.exec(target.url);
  return target ? `npx hooktap ${local?.[1] ?? target.url}` : 'npx hooktap';
}

/** Above everything while Hooktap does not answer: what happened, what still works, what to do. */
export function ConnectionBanner({ status }: { readonly status: Status | undefined }) {
  const t = useT();
  const { link, tryNow } = useLive();
  if (link.state !== 'lost') return null;
  const command = startCommand(status);
  return (
    <div className="banner" role="alert">
      <span className="warn">
        <Icon name="broken" />
      </span>
      <p>
        <b>{t(connection.stopped, { time: clock(new Date(link.since).toISOString()) })}</b>{' '}
        {t.rich(connection.stoppedTodo, { command: <code>{command}</code> })}
      </p>
      <span className="banner-actions">
        <span className="second banner-note">{t(connection.trying)}</span>
        <CopyButton text={command} what={t(connection.command)} look="button plain" />
        <Button icon="turning" onClick={tryNow}>
          {t(connection.tryNow)}
        </Button>
      </span>
    </div>
  );
}
