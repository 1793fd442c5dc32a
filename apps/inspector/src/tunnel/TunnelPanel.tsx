import { useQueryClient } from '@tanstack/react-query';
import { useHooktap } from '../connection/hooktap.ts';
import { problemWords } from '../connection/problem-words.ts';
import { parts } from '../messages/parts/en.ts';
import '../layout/panel.css';
import { tunnel as words } from '../messages/tunnel/en.ts';
import { useT } from '../messages/use-t.ts';
import { useAnnounce } from '../parts/Announcer.tsx';
import { Button } from '../parts/Button.tsx';
import { useCommands } from '../state/Commands.tsx';
import { useStatus } from '../state/use-status.ts';
import { GoodToKnow } from './GoodToKnow.tsx';
import { NoTunnel } from './NoTunnel.tsx';
import { ProbeSection } from './ProbeSection.tsx';
import { StateSection } from './StateSection.tsx';
import './tunnel.css';
import { TunnelHistory } from './TunnelHistory.tsx';
import { UrlSection } from './UrlSection.tsx';
import { tunnelKey, useTunnel } from './use-tunnel.ts';

/** The way in from the internet: where it stands, how it came to that, and whether requests come through. */
export default function TunnelPanel() {
  const t = useT();
  const hooktap = useHooktap();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { canAct, say, note } = useCommands();
  const status = useStatus();
  const report = useTunnel();
  const hasTunnel = report !== undefined && report.tunnel.kind !== 'none';
  const isUp = report?.tunnel.state === 'open' || report?.tunnel.state === 'degraded';
  const retry = async () => {
    try {
      const { kind } = await hooktap.retryTunnel();
      if (kind === 'too-soon' || kind === 'off') say(t(words.tried[kind]));
      else note(t(words.tried[kind]));
      announce(t(words.tried[kind]));
      await queries.invalidateQueries({ queryKey: tunnelKey });
    } catch (error) {
      say(problemWords(error, t(parts.noAnswerTryAgain)));
    }
  };
  return (
    <main className="panel tunnel-panel">
      <header className="panel-head">
        <h1>{t(words.title)}</h1>
        {hasTunnel && (
          <Button icon="turning" disabled={!canAct} onClick={() => void retry()}>
            {t(isUp ? words.checkNow : words.tryNow)}
          </Button>
        )}
      </header>
      {report && !hasTunnel && <NoTunnel receiver={status?.receiver.url ?? null} />}
      {report && hasTunnel && (
        <>
          <StateSection report={report} />
          <UrlSection report={report} />
          <ProbeSection probes={report.probes} />
          <TunnelHistory history={report.history} />
          {report.tunnel.kind === 'localtunnel' && <GoodToKnow />}
        </>
      )}
    </main>
  );
}
