import type { Status } from '@hooktap/protocol';
import { firstRun } from '../messages/first-run/en.ts';
import { layout } from '../messages/layout/en.ts';
import type { Translate } from '../messages/translate.ts';
import { useT } from '../messages/use-t.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Icon } from '../parts/Icon.tsx';
import { targetName, wayIn } from '../top-bar/way-in.ts';
import { curlLine } from './curl-line.ts';
import './first-run.css';

function whereItStands({ tunnel, targets }: Status, isPublic: boolean, t: Translate): string {
  const [target] = targets;
  const reach = isPublic ? 'public' : tunnel.kind === 'none' ? 'noTunnel' : 'notYet';
  if (!target) return t(firstRun.noTarget[reach]);
  return t(firstRun[target.health][reach], { target: targetName(target) });
}

/** Until the first event: where things stand, and how to send one. */
export function FirstRun({ status }: { readonly status: Status }) {
  const t = useT();
  const { url, isPublic } = wayIn(status);
  const command = curlLine(url);
  return (
    <main className="first-run">
      <div>
        <h1>{t(firstRun.title)}</h1>
        <p className="lead">
          {whereItStands(status, isPublic, t)} {t(firstRun.sendOne[isPublic ? 'public' : 'local'])}
        </p>
        <ol>
          <li>
            <h2>{t(firstRun.now.title)}</h2>
            <p className="second">{t(firstRun.now[isPublic ? 'public' : 'local'])}</p>
            <div className="command">
              <code>{command}</code>
              <CopyButton text={command} what={t(firstRun.curl)} look="button plain" />
            </div>
          </li>
          <li>
            <h2>{t(isPublic ? firstRun.point.provider : firstRun.point.scripts)}</h2>
            <p className="second">{t(isPublic ? firstRun.point.anyPath : firstRun.point.localOnly)}</p>
            <div className="command">
              <code>{url}</code>
              <CopyButton
                text={url}
                what={t(isPublic ? layout.wayIn.publicUrl : layout.wayIn.receiverUrl)}
                look="button plain"
              />
            </div>
          </li>
        </ol>
        <p className="listening second">
          <Icon name="pending" />
          {t(firstRun.listening)}
        </p>
      </div>
    </main>
  );
}
