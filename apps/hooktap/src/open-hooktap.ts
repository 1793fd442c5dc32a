import {
  createHooktap,
  type Hooktap,
  type Intake,
  systemClock,
  type Tunnel,
  ulidSource,
} from '@hooktap/core';
import { createForwarder } from '@hooktap/forwarder';
import { openInspectorApi } from '@hooktap/inspector-api';
import { openReceiver, type Receiver } from '@hooktap/receiver';
import { savedRequestFiles } from '@hooktap/store';
import { givenToken, rotateToken } from './access-token.ts';
import type { Closing } from './closing.ts';
import { applyEndpoints } from './config/apply-endpoints.ts';
import { configuredEndpoints } from './config/configured-endpoints.ts';
import { followConfig } from './config/follow-config.ts';
import { projectRoot, realPath, surroundings } from './data-dir.ts';
import { Failure } from './failure.ts';
import { nodeFolderWatcher } from './folder-watch/node-folder-watcher.ts';
import { inspectorAssets } from './inspector-assets.ts';
import { rememberEndpoints } from './last-endpoints.ts';
import { configFailure, type ListenSettings } from './listen-settings.ts';
import { type Opened, openPair } from './port-pair.ts';
import { openStore } from './project-store.ts';
import { LaterCatalog } from './provider-catalog.ts';
import { loadRegistrar } from './registrar/load-registrar.ts';
import { loadRetrySchedules, namesRetrySchedule, retrySchedules } from './retry-schedules.ts';

export interface Place {
  readonly dataDir: string;
  readonly token: string;
  readonly version: string;
  /** Something to tell the person that is no event. */
  readonly notice: (text: string) => void;
}

export interface OpenHooktap {
  readonly hooktap: Hooktap;
  readonly inspector: string;
  readonly receiver: string;
  /** Leads one browser to the inspector with its token, once: what starts a browser is for all users to read. */
  openingUrl(): string;
  /** Set where the default ports were taken. */
  readonly moved: string | null;
  openTunnel(): Promise<void>;
  /** Loads the provider packs; until then events are only kept and delivered. */
  loadProviders(): Promise<void>;
}

/**
 * The composition root: the only place where the parts are made and joined.
 *
 *   sender → tunnel → receiver ┐                        ┌ store
 *   sender ────────→ receiver ─┴→ hooktap (the stories) ┼ forwarder → handler
 *   browser, CLI ──→ inspector API ─┘                   └ publisher → stream
 *
 * What it opens it puts on `closing`, to be closed in reverse order.
 */
export async function openHooktap(
  settings: ListenSettings,
  place: Place,
  closing: Closing,
): Promise<OpenHooktap> {
  const { dataDir, token, version, notice } = place;
  const clock = systemClock;

  const store = await openStore(dataDir);
  closing.add(() => store.close());

  const forwarder = createForwarder({ insecureTarget: settings.insecureTarget });
  closing.add(() => forwarder.close());

  const { endpoints } = configuredEndpoints(settings.givens);
  const userPacks = settings.givens.config?.values.providers;
  if (namesRetrySchedule(endpoints, store)) await loadRetrySchedules(userPacks);
  const providers = new LaterCatalog({ userPacks, report: notice });
  const hooktap = await createHooktap({
    store,
    forwarder,
    clock,
    ids: ulidSource(),
    version,
    dataDir,
    realDataDir: realPath(dataDir),
    projectFolder: projectRoot(surroundings().cwd),
    retention: settings.retention,
    defaults: settings.defaults,
    schedules: retrySchedules,
    catalog: providers.loaded,
    registrar: providers.loaded.then((catalog) => loadRegistrar(catalog)),
    savedRequests: savedRequestFiles(dataDir),
    folders: nodeFolderWatcher(),
    notice,
    timeScale: settings.timeScale,
  });
  closing.add(() => hooktap.close(graceMs));
  const applied = applyEndpoints(hooktap, settings.givens);
  if (!applied.ok) throw configFailure(applied.messages, notice);
  for (const text of applied.notices) notice(text);
  void rememberEndpoints(store, applied.endpoints);
  if (settings.follow) {
    const watching = followConfig({
      ...settings.follow,
      hooktap,
      providers,
      givens: settings.givens,
      notice,
      applied: (endpoints) => void rememberEndpoints(store, endpoints),
    });
    closing.add(async () => watching.close());
  }

  const { intake, inspection } = hooktap;
  const receiverAt = async (
    port: number,
    via: 'direct' | 'tunnel',
    host: string,
    into: Intake = intake,
  ): Promise<Opened<Receiver>> => {
    const { maxBody } = settings;
    const opened = await openReceiver({
      host,
      port,
      intake: into,
      maxBody,
      via,
      clock,
      onMisuse: (error) => notice(error.message),
    });
    if (opened.ok) return { ok: true, listener: opened.receiver };
    return { ok: false, inUse: opened.error.kind === 'port-in-use', message: opened.error.message };
  };
  const inspectorAt = async (port: number) => {
    const { host, allowHosts } = settings.ui;
    const opened = await openInspectorApi({
      inspection,
      token,
      renewToken: () => (givenToken(process.env) === null ? rotateToken(dataDir) : null),
      host,
      port,
      allowHosts,
      assetsDir: inspectorAssets(),
    });
    if (opened.ok) return { ok: true, listener: opened.api } as const;
    return { ok: false, inUse: opened.error.kind === 'port-in-use', message: opened.error.message } as const;
  };
  const { receiver, ui, moved } = await openPair(
    {
      flag: '--port',
      choice: settings.receiver,
      open: (port) => receiverAt(port, 'direct', settings.receiver.host),
    },
    { flag: '--ui-port', choice: settings.ui, open: inspectorAt },
  );
  const receivers = [receiver];
  let tunnel: Tunnel | null = null;
  closing.add(() => ui.close());
  closing.add(async () => tunnel?.close());
  closing.add(async () => {
    // Whoever waits for a handler that does not answer is told so, and then has its connection cut.
    const ending = setTimeout(() => hooktap.endDeliveries(), graceMs);
    await Promise.all(receivers.map((one) => one.close(graceMs + answerMs)));
    clearTimeout(ending);
  });
  // Our own callbacks come in by a door of their own, opened for the first of them.
  hooktap.attachTrigger(async () => {
    const inner = await receiverAt(0, 'direct', '127.0.0.1', hooktap.triggerIntake);
    if (!inner.ok) throw new Failure(inner.message);
    receivers.push(inner.listener);
    return inner.listener.origin;
  });
  // Before the tunnel closes, so that no callback goes to a URL that is gone.
  closing.add(() => hooktap.registrations.close(restoreMs));
  hooktap.attachReceiver({ url: receiver.origin, port: receiver.port, addresses: [...receiver.addresses] });

  return {
    hooktap,
    inspector: ui.origin,
    receiver: receiver.origin,
    openingUrl: () => ui.openingUrl(),
    moved,
    async loadProviders() {
      await loadRetrySchedules(userPacks);
      await providers.load();
    },
    /** Loaded only now, so that nothing local waits for it. Its requests have a socket of their own. */
    async openTunnel() {
      const { openTunnel, createProbe } = await import('@hooktap/tunnel');
      const { kind, host, name } = settings.tunnel;
      if (kind === 'none') return hooktap.attachTunnel(openTunnel({ kind, port: receiver.port, clock }));
      const inner = await receiverAt(0, 'tunnel', '127.0.0.1');
      if (!inner.ok) throw new Failure(inner.message);
      receivers.push(inner.listener);
      const probe = createProbe(probeNonces(hooktap));
      tunnel = openTunnel({
        kind,
        port: inner.listener.port,
        host,
        name: name ?? store.setting(nameSetting),
        rememberName: (given) => void store.setSetting(nameSetting, given),
        clock,
        probe,
      });
      hooktap.attachTunnel(tunnel);
    },
  };
}

/** What attempts in flight at a stop still have. */
const graceMs = 3000;
/** What their senders have after that to take their answer. */
const answerMs = 500;
/** What providers have at a stop to be told what they were told before. */
const restoreMs = 6000;
const nameSetting = 'tunnel-name';

/** Nonces by their text, as the probe withdraws them. */
function probeNonces(hooktap: Hooktap) {
  const outstanding = new Map<string, () => void>();
  return {
    issueNonce: () => {
      const { nonce, withdraw } = hooktap.issueNonce();
      outstanding.set(nonce, withdraw);
      return nonce;
    },
    withdrawNonce: (nonce: string) => {
      outstanding.get(nonce)?.();
      outstanding.delete(nonce);
    },
  };
}
