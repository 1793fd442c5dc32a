import type { Status } from '@hooktap/protocol';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Icon } from '../parts/Icon.tsx';
import { targetName, wayIn } from '../top-bar/way-in.ts';
import { curlLine } from './curl-line.ts';
import './first-run.css';

function whereItStands({ tunnel, targets }: Status, isPublic: boolean): string {
  const [target] = targets;
  const reach = isPublic
    ? 'The tunnel is open'
    : tunnel.kind === 'none'
      ? 'There is no tunnel, so only this machine can send'
      : 'The tunnel is not open yet, so only this machine can send';
  if (!target) return `${reach}. There is no target: events are kept and answered 200.`;
  if (target.health === 'up') return `${reach} and something listens on ${targetName(target)}.`;
  if (target.health === 'down')
    return `${reach}. Nothing listens on ${targetName(target)}; events are kept for a replay.`;
  return `${reach}. Events go on to ${targetName(target)}.`;
}

/** Until the first event: where things stand, and how to send one. */
export function FirstRun({ status }: { readonly status: Status }) {
  const { url, isPublic } = wayIn(status);
  const command = curlLine(url);
  return (
    <main className="first-run">
      <div>
        <h1>Waiting for the first event</h1>
        <p className="lead">
          {whereItStands(status, isPublic)} Send one yourself
          {isPublic ? ', or point a provider at your public URL.' : '; a provider needs a public URL.'}
        </p>
        <ol>
          <li>
            <h2>Send one now</h2>
            <p className="second">
              {isPublic
                ? 'Goes out to the internet and comes back in through the tunnel.'
                : 'Goes to the receiver on this machine.'}
            </p>
            <div className="command">
              <code>{command}</code>
              <CopyButton text={command} what="curl command" look="button plain" />
            </div>
          </li>
          <li>
            <h2>{isPublic ? 'Point your provider here' : 'Point your own scripts here'}</h2>
            <p className="second">
              {isPublic
                ? 'Any path works; it is passed on to your handler as it came.'
                : 'This URL works from this machine only.'}
            </p>
            <div className="command">
              <code>{url}</code>
              <CopyButton text={url} what={isPublic ? 'public URL' : 'receiver URL'} look="button plain" />
            </div>
          </li>
        </ol>
        <p className="listening second">
          <Icon name="pending" />
          Listening. The event will show here by itself.
        </p>
      </div>
    </main>
  );
}
