import { setTimeout as delay } from 'node:timers/promises';
import type { Status } from '@hooktap/protocol';
import { annotate } from './annotate.ts';
import { Batches } from './batch-desk.ts';
import { systemSleep } from './batch-wait.ts';
import { Capture } from './capture.ts';
import { usualDefaults } from './compile-endpoint.ts';
import { DataDirGuard } from './data-dir-guard.ts';
import { Deliver } from './deliver.ts';
import { deliveryDesk } from './delivery-desk.ts';
import { DeliveryRecords } from './delivery-records.ts';
import { Duplicates } from './duplicates.ts';
import { EndpointBook } from './endpoint-book.ts';
import { endpointDesk } from './endpoint-desk.ts';
import type { Applied, ConfiguredEndpoint } from './endpoint-set.ts';
import { EventReadings } from './event-readings.ts';
import { ExpectedAnswers } from './expected-answers.ts';
import type { KnownNames } from './faults-as-written.ts';
import { noFolderWatcher } from './folder-watch-port.ts';
import type { HooktapOptions } from './hooktap-options.ts';
import { importEvents } from './import-events.ts';
import { importOne } from './import-one.ts';
import type { Inspection } from './inspection-port.ts';
import type { Intake } from './intake-port.ts';
import { Lanes } from './lanes.ts';
import { beginCounting } from './opened-events.ts';
import { ProbeNonces } from './probe-nonces.ts';
import { providerDesk } from './provider-desk.ts';
import { Publisher } from './publisher.ts';
import { Receive } from './receive.ts';
import { recover } from './recover.ts';
import { recoverDuplicates } from './recover-duplicates.ts';
import { Registrations } from './registration-desk.ts';
import { noRegistrar } from './registration-port.ts';
import { Replay } from './replay.ts';
import { ReplaysOnSave } from './replay-on-save-desk.ts';
import { reportBug } from './report-bug.ts';
import { keepRetaining } from './retain.ts';
import { SavedRequests } from './saved-request-desk.ts';
import { memoryShelf } from './saved-request-shelf.ts';
import { selectDeliveries, selectEvents } from './selected.ts';
import { remove, restore } from './selection.ts';
import { RequestPulse } from './spare-time.ts';
import { StoreTrouble } from './store-trouble.ts';
import { Surroundings } from './surroundings.ts';
import { Trigger } from './trigger.ts';
import { TriggerEntrance } from './trigger-entrance.ts';
import { TriggerPasses } from './trigger-intake.ts';
import { TunnelDeskOfRun } from './tunnel-desk.ts';
import type { Tunnel } from './tunnel-port.ts';
import { UnreadEvents } from './unread-events.ts';

/** Of a handler's response this much is recorded; the rest is only passed on. */
const responseRecordLimit = 10 * 1024 * 1024;

/** One running Hooktap without its servers: what the receiver and the inspector API are given. */
export interface Hooktap {
  readonly intake: Intake;
  readonly inspection: Inspection;
  /**
   * Takes the endpoints of flags and config file, all or none; the next request goes by them. With `known`, a name that
   * nobody has is refused, here and of what the API makes from now on.
   */
  applyEndpoints(endpoints: readonly ConfiguredEndpoint[], known?: KnownNames): Applied;
  attachReceiver(receiver: Status['receiver']): void;
  attachTunnel(tunnel: Tunnel): void;
  /** Says where `trigger` sends to: a receiver of its own over `triggerIntake`, opened when it is first needed. */
  attachTrigger(open: () => Promise<string>): void;
  /** The intake of that receiver, which knows our own callbacks from any others. */
  readonly triggerIntake: Intake;
  /** What providers were told; to be put back before the tunnel closes. */
  readonly registrations: Registrations;
  /** For one probe of the public URL; withdraw it when the probe is over. */
  issueNonce(): { nonce: string; withdraw(): void };
  /** Goes on with, or closes, what the last stop left open. */
  recover(): Promise<void>;
  /** Nothing more begins, attempts end, and senders that wait have an answer: before their connections are cut. */
  endDeliveries(): void;
  /** Lets attempts finish for `graceMs`, then ends them; the store stays open. */
  close(graceMs: number): Promise<void>;
}

/** Wires the stories to their ports. */
export async function createHooktap(options: HooktapOptions): Promise<Hooktap> {
  const { store, forwarder, clock, ids } = options;
  const { defaults = usualDefaults, schedules = () => null, timeScale = 1, notice = () => {} } = options;
  const random = Math.random;
  const pulse = new RequestPulse();
  const publisher = await Publisher.open(store, pulse);
  await beginCounting(store);
  const nonces = new ProbeNonces();
  const book = new EndpointBook({ store, defaults, schedules });
  const records = new DeliveryRecords({ store, publisher });
  const trouble = new StoreTrouble(notice);
  const deliver = new Deliver({
    store,
    records,
    forwarder,
    clock,
    trouble,
    recordLimit: responseRecordLimit,
    onOutcome: (endpoint, target, outcome) => lanes.learn(endpoint, target, outcome),
  });
  const lanes = new Lanes({
    store,
    publisher,
    clock,
    book,
    deliver,
    records,
    forwarder,
    timeScale,
    random,
  });
  // Those of this run are not among them, whenever they are asked for.
  const left = store.openDeliveries();
  if (store.counts().openDeliveries > 0) lanes.shut();
  const dataDir = new DataDirGuard(
    [options.dataDir, options.realDataDir ?? options.dataDir],
    options.projectFolder,
  );
  const surroundings = new Surroundings(options, { publisher, book, lanes, trouble });
  const publicOrigin = () => surroundings.publicOrigin();
  const duplicates = new Duplicates();
  const library = options.catalog ?? null;
  const readings = new EventReadings({ store, publisher, book, duplicates, pulse, catalog: library });
  const unread = new UnreadEvents({ store, book, readings, catalog: library });
  const capture = new Capture({ store, publisher, clock, ids, duplicates, readings, publicOrigin });
  const replay = new Replay({
    store,
    publisher,
    clock,
    ids,
    records,
    book,
    lanes,
    dataDir,
    catalog: library,
  });
  const waitingLimit = () => surroundings.waitingLimit();
  const stories = { store, publisher, clock, ids, capture, deliver, records, book, lanes, readings, pulse };
  const receive = new Receive({ ...stories, trouble, dataDir, timeScale, random, waitingLimit });
  const passes = new TriggerPasses();
  const entrance = new TriggerEntrance();
  const trigger = new Trigger({
    store,
    book,
    forwarder,
    clock,
    passes,
    receiver: () => surroundings.status().receiver.url,
    entrance: () => entrance.open(),
  });
  const registrations = new Registrations({
    store,
    clock,
    registrar: options.registrar ?? Promise.resolve(noRegistrar),
    notice,
    publicOrigin,
    pathOf: (provider) => book.all.find((one) => one.provider === provider)?.prefix || '/',
  });
  const tunnelDesk = new TunnelDeskOfRun({ store, clock, surroundings });
  const deadlines = (provider: string) => readings.deadlineMs(provider);
  const endpoints = endpointDesk({ book, lanes, publisher, deadlines });
  const batches = new Batches({
    store,
    publisher,
    clock,
    ids,
    replayOne: (id, request) => replay.replayToEnd(id, request),
    select: (q, limit) => selectEvents(store, q, { now: clock.now(), limit }),
  });
  const importing = { store, publisher, ids, book, readings };
  const savedRequests = new SavedRequests({
    store,
    shelf: options.savedRequests ?? memoryShelf(),
    publisher,
    clock,
    ids,
    replay: (id, request) => replay.replay(id, request),
    makeEvent: (event) => importOne(importing, event),
  });
  const replayOnSave = new ReplaysOnSave({
    store,
    publisher,
    clock,
    sleep: systemSleep,
    watcher: options.folders ?? noFolderWatcher,
    probe: (target, timeoutMs) => forwarder.probe(target, timeoutMs),
    expected: new ExpectedAnswers(store),
    targetsOf: (event) => replay.targetsOf(event),
    replayOne: (id, request) => replay.replayToEnd(id, request),
    select: (q, limit) => selectEvents(store, q, { now: clock.now(), limit }),
  });
  const retaining = keepRetaining({ store, publisher, clock, limits: options.retention });

  const intake: Intake = {
    openBody: () => store.openBody(),
    receive: (request, sender) => receive.receive(request, sender),
    unstored: (error, bytes) => trouble.refused(error, bytes),
    rejected: (request) => store.noteRejected(request),
    probeAnswer: (nonce) => nonces.answer(nonce),
  };

  return {
    intake,
    triggerIntake: passes.intake(intake, (request, sender, captured) =>
      receive.receive(request, sender, captured),
    ),
    inspection: {
      version: options.version,
      instance: surroundings.instance,
      store,
      publisher,
      endpoints,
      deliveries: deliveryDesk({
        store,
        clock,
        records,
        lanes,
        select: (selection) => selectDeliveries(store, selection, clock.now()),
      }),
      batches,
      providers: providerDesk({
        store,
        book,
        clock,
        trigger,
        library,
        publicOrigins: () => surroundings.publicOrigins(),
      }),
      registrations,
      tunnel: tunnelDesk,
      savedRequests,
      replayOnSave,
      status: () => surroundings.status(),
      annotate: (eventId, marks) => annotate({ store, publisher }, eventId, marks),
      remove: (selection) => remove({ store, publisher, clock }, selection),
      restore: (selection) => restore({ store, publisher, clock }, selection),
      replay: (id, request) => replay.replay(id, request),
      importEvents: (entries, wishes) => importEvents(importing, entries, wishes),
    },
    applyEndpoints: (given, known) => book.apply(given, known),
    attachReceiver: (receiver) => surroundings.attachReceiver(receiver),
    attachTunnel: (tunnel) => {
      surroundings.attachTunnel(tunnel);
      tunnelDesk.attach(tunnel);
      tunnel.subscribe(({ state }) => {
        if (state === 'open') registrations.follow();
      });
    },
    registrations,
    attachTrigger: (open) => entrance.attach(open),
    issueNonce: () => nonces.issue(),
    recover: async () => {
      await recoverDuplicates({ store, book, duplicates }).catch((bug: unknown) =>
        reportBug('to remember what came before', bug),
      );
      await recover({ store, clock, records, book, lanes }, left);
      unread.start();
    },
    endDeliveries: () => {
      void lanes.stop();
      deliver.stop();
    },
    close: async (graceMs) => {
      trigger.stop();
      replayOnSave.close();
      unread.stop();
      const batchesKept = batches.close();
      endpoints.stop();
      const told = lanes.stop();
      retaining.stop();
      const timer = setTimeout(() => deliver.stop(), graceMs);
      await lanes.idle();
      clearTimeout(timer);
      deliver.stop();
      await Promise.all([told, batchesKept]);
      await Promise.race([readings.idle(), delay(graceMs, undefined, { ref: false })]);
      await publisher.flush();
    },
  };
}
