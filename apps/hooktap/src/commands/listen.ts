import { reportBug } from '@hooktap/core';
import type { StreamChange } from '@hooktap/protocol';
import { accessToken, givenToken } from '../access-token.ts';
import { Activity } from '../activity.ts';
import { banner, tunnelLines } from '../banner.ts';
import { openBrowser } from '../browser.ts';
import { Closing } from '../closing.ts';
import { exposureOf, surroundings } from '../data-dir.ts';
import { endpointFacts } from '../endpoint-facts.ts';
import { eventLine } from '../event-line.ts';
import { type ExitCode, exitCode, reasonOf } from '../failure.ts';
import { GatheredLines } from '../gathered-lines.ts';
import { removeInstance, writeInstance } from '../instance-file.ts';
import { changeLine, readyLine } from '../json-lines.ts';
import type { ListenSettings } from '../listen-settings.ts';
import { type OpenHooktap, openHooktap } from '../open-hooktap.ts';
import type { Output } from '../output.ts';
import { prepareDataDir } from '../prepare-data-dir.ts';
import { printable } from '../printable.ts';
import { stopRequest } from '../stop-request.ts';
import { version } from '../version.ts';
import { whatStays } from '../what-stays.ts';

/** What an instance does once it is ready. */
interface AfterStart {
  /** Makes the next start faster by what this one has compiled. */
  readonly keepCode: () => void;
  /** Something that runs beside it, such as the demo's senders. */
  readonly whenReady?: (receiver: string) => Promise<void>;
}

/** Keeping the code takes some 30 ms, in which nothing is answered: not while a provider's first callback comes. */
const keepCodeAfterMs = 1000;

/** Serves until it is told to stop; then closes everything in order. */
export async function listen(
  settings: ListenSettings,
  dataDir: string,
  output: Output,
  { keepCode, whenReady }: AfterStart,
): Promise<ExitCode> {
  const stop = stopRequest();
  // One piece of work that fails must not take all others with it.
  process.on('unhandledRejection', (bug) => reportBug('at something that nobody waited for', bug));
  const closing = new Closing();
  try {
    prepareDataDir(dataDir);
    const token = accessToken(dataDir, process.env);
    const notice = (text: string) => output.aside(printable(text));
    const open = await openHooktap(settings, { dataDir, token, version: version(), notice }, closing);
    const record = { pid: process.pid, origin: open.inspector, token: givenToken(process.env) };
    writeInstance(dataDir, record);
    closing.add(async () => removeInstance(dataDir));
    announce(open, settings, { dataDir, token }, output);
    runBeside(open, output);
    whenReady?.(open.receiver).catch(complaint(output, 'The demo could not send its events'));
    setTimeout(keepCode, keepCodeAfterMs).unref();
    closing.add(async () => keepCode());
    const cause = await stop;
    const { endpoints, batches } = open.hooktap.inspection;
    const left = { queues: endpoints.list().map(({ queue }) => queue), batches: batches.list() };
    for (const sentence of whatStays(left)) output.aside(sentence);
    if (cause === 'parent-gone') output.aside('The program that started Hooktap is gone: stopping.');
    return exitCode.interrupted;
  } finally {
    await closing.close();
  }
}

/** Says that everything local listens, and from then on what happens. */
function announce(
  open: OpenHooktap,
  settings: ListenSettings,
  { dataDir, token }: { dataDir: string; token: string },
  output: Output,
): void {
  const { inspection } = open.hooktap;
  const { inspector, receiver, moved } = open;
  const notices = [
    ...(moved === null ? [] : [moved]),
    ...inspection.store.warnings.map(({ message }) => printable(message)),
  ];
  const exposure = exposureOf(dataDir, surroundings());
  if (settings.json) {
    for (const notice of notices) output.aside(notice);
    const ready = { version: inspection.version, inspector, receiver, token, dataDir, pid: process.pid };
    process.stdout.write(readyLine(ready));
    const lines = new GatheredLines(process.stdout);
    inspection.publisher.subscribe((change) => lines.add(changeLine(change)));
  } else {
    output.result(
      banner(
        {
          version: inspection.version,
          inspector: `${inspector}/#token=${token}`,
          receiver,
          endpoints: endpointFacts(inspection),
          dataDir,
          tunnelWanted: settings.tunnel.kind !== 'none',
          notices: exposure === null ? notices : [...notices, printable(exposure)],
        },
        output.paint,
      ),
    );
    inspection.publisher.subscribe(forPerson(open, settings, output));
  }
  if (settings.open && !settings.json && process.stdout.isTTY) openBrowser(open.openingUrl());
}

/** A line per event, and one per state of the tunnel. */
function forPerson(
  { hooktap }: OpenHooktap,
  settings: ListenSettings,
  output: Output,
): (change: StreamChange) => void {
  const lines = new GatheredLines(process.stdout);
  const activity = new Activity(
    (facts) => lines.add(`${eventLine(facts, output.paint, output.columns())}\n`),
    (id) => hooktap.inspection.store.listItem(id),
    (name) => hooktap.inspection.endpoints.get(name),
  );
  let lastTunnelLine = '';
  return (change) => {
    if (change.type === 'tunnel.changed') {
      if (settings.tunnel.kind === 'none') return;
      const line = tunnelLines(change.tunnel, endpointFacts(hooktap.inspection), output.paint);
      if (line !== lastTunnelLine) lines.add(`${line}\n`);
      lastTunnelLine = line;
    } else if (!settings.quiet) activity.see(change);
  };
}

/** Everything that nothing waits for: the rest of the last run, providers, the tunnel. */
function runBeside({ hooktap, openTunnel, loadProviders }: OpenHooktap, output: Output): void {
  hooktap.recover().catch(complaint(output, 'What the last run left open could not be finished'));
  loadProviders().catch(complaint(output, 'Providers are not recognised'));
  hooktap.registrations
    .restoreLeft()
    .catch(complaint(output, 'What providers were told could not be put back'));
  openTunnel().catch(complaint(output, 'No public URL'));
}

const complaint = (output: Output, what: string) => (error: unknown) =>
  output.aside(`${what}: ${reasonOf(error)}`);
