import type { DeliveryId, EndpointQueue, Saying } from '@hooktap/protocol';
import { Brake } from './brake.ts';
import { CatchingUp } from './catching-up.ts';
import { DropWatch } from './drop-watch.ts';
import type { Duty, Settled } from './duty.ts';
import type { Admission, LaneContext } from './lane-context.ts';
import { type Flight, LaneFlights, newFlight } from './lane-flights.ts';
import { LanePlaces, type Place } from './lane-places.ts';
import { queueOf } from './lane-queue.ts';
import { reportBug } from './report-bug.ts';

/** The deliveries of one endpoint to one target: who is next, who waits, who is kept back. */
export class Lane {
  readonly context: LaneContext;
  readonly #places: LanePlaces;
  readonly #flights = new LaneFlights();
  readonly #brake: Brake;
  readonly #catchingUp: CatchingUp;
  readonly #drops = new DropWatch<Duty>();
  #stopped = false;

  constructor(context: LaneContext) {
    this.context = context;
    this.#brake = new Brake(context.clock, () => this.pump());
    this.#catchingUp = new CatchingUp(context.clock);
    this.#places = new LanePlaces(context.clock, (duty, overdue) => this.#due(duty, overdue));
  }

  /** Whatever was kept back goes first, so that the handler sees them in order. */
  admission(): Admission {
    const admission = this.context.admission();
    return admission === 'deliver' && this.#places.held > 0 ? 'hold' : admission;
  }

  /** Whether an arrival would begin at once. */
  hasRoom(): boolean {
    return !this.#places.first && this.#hasSlot() && this.#flights.count('kept-back') === 0;
  }

  queue(): EndpointQueue {
    return queueOf(this.#places, this.#flights, this.#brake);
  }

  get isIdle(): boolean {
    return this.#places.size === 0 && this.#flights.size === 0;
  }

  /** In the order of its event. */
  add(duty: Duty): void {
    const admission = this.admission();
    this.#places.put(duty, { kind: 'line' });
    if (admission !== 'deliver') this.#keepBack(duty, admission);
    this.pump();
  }

  /** At once, since a person asked for it. */
  ask(duty: Duty): void {
    duty.held = false;
    duty.overdue = false;
    duty.since = this.context.clock.monotonic();
    this.#places.put(duty, { kind: 'asked' });
    this.pump();
  }

  /** Again at `at`, in milliseconds since 1970. Until then those with its key wait. */
  retryAt(duty: Duty, at: number): void {
    duty.held = false;
    this.#places.lock(duty);
    this.#places.put(duty, { kind: 'until', at });
  }

  isUnderWay(id: DeliveryId): boolean {
    return this.#flights.has(id);
  }

  /** Ends its attempt. */
  cancel(id: DeliveryId): void {
    this.#flights.cancel(id);
  }

  /** What waits in any way, left where it is. */
  peek(id: DeliveryId): Duty | undefined {
    return this.#places.get(id);
  }

  /** Takes out what waits in any way. */
  take(id: DeliveryId): Duty | undefined {
    const duty = this.#places.get(id);
    if (duty) this.#takeOut(duty);
    return duty;
  }

  /** Everything that waits, to be ended; nothing that is under way is tried again. */
  takeAll(why: Saying): Duty[] {
    this.#flights.endWith(why);
    return this.#places.all().filter((duty) => this.#takeOut(duty));
  }

  /** What waits goes on waiting elsewhere, each in its way; a replay was sent here on purpose. */
  moveTo(other: Lane): void {
    for (const duty of this.#places.all().toSorted((a, b) => a.seq - b.seq)) {
      const place = duty.replay ? null : this.#takeOut(duty);
      if (place?.kind === 'asked') other.ask(duty);
      else if (place?.kind === 'until') other.retryAt(duty, place.at);
      else if (place) other.add(duty);
    }
  }

  /** After a change of switches or health. */
  reconsider(): void {
    const admission = this.context.admission();
    if (admission !== 'deliver') {
      // Whoever lets it go on again wants it tried at once.
      this.#brake.release();
      for (const duty of [...this.#places.line]) this.#keepBack(duty, admission);
    }
    this.pump();
  }

  /** Its handler has just come up: whatever slowed the lane down is over. */
  wake(): void {
    this.#brake.release();
    this.reconsider();
  }

  /** Begins what may begin. */
  pump(): void {
    for (let flight = this.#next(); flight; flight = this.#next()) {
      this.#fly(flight).catch((bug: unknown) => reportBug('after a delivery', bug));
    }
  }

  /** Nothing more begins. Settles when the senders that wait here are told. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#brake.release();
    this.#places.stop();
    await Promise.all(this.#places.all().map(({ waiter }) => waiter?.stop()));
  }

  #hasSlot(): boolean {
    return !this.#stopped && this.context.isOpen() && this.#flights.size < this.context.concurrency();
  }

  #next(): Flight | undefined {
    if (!this.#hasSlot()) return undefined;
    const asked = this.#places.takeAsked();
    if (asked) return newFlight(asked, 'asked');
    const { first } = this.#places;
    if (!first || this.#brake.isOn || this.context.admission() !== 'deliver') return undefined;
    const kind = first.held || first.overdue ? 'kept-back' : 'usual';
    if (!this.#mayJoin(kind)) return undefined;
    const duty = this.#places.takeDue();
    return duty && newFlight(duty, kind);
  }

  /** What was kept back goes by itself: in order, and without flooding a handler that has only just come up. */
  #mayJoin(kind: 'usual' | 'kept-back'): boolean {
    const keptBack = this.#flights.count('kept-back');
    if (kind === 'usual') return keptBack === 0;
    return this.#flights.count('usual') === 0 && keptBack < this.#catchingUp.atOnce;
  }

  async #fly(flight: Flight): Promise<void> {
    const { duty, ending, kind } = flight;
    this.#flights.begin(flight);
    this.#places.lock(duty);
    let settled: Settled;
    try {
      settled = await this.context.run(duty, ending);
    } catch (bug) {
      reportBug('at a delivery', bug);
      settled = { status: 'failed' };
      this.context.note(duty, settled);
    }
    this.#flights.end(flight);
    this.#places.unlock(duty);
    duty.waiter = null;
    if (!this.#stopped) settled = this.#goOn(duty, settled);
    if (settled.status === 'held') this.#catchingUp.startAgain();
    else if (kind === 'kept-back') this.#catchingUp.ended(this.#places.held);
    this.context.settled(duty, settled);
    this.pump();
  }

  /** To its next place, where it has one. What it is after all, where others tell more of it. */
  #goOn(duty: Duty, settled: Settled): Settled {
    const { status, nextAttemptAt, dropped } = settled;
    const finding = dropped ? this.#drops.dropped(duty) : null;
    if (finding?.kind === 'at-fault') {
      this.context.note(duty, { status: 'failed' });
      return { status: 'failed' };
    }
    if (finding?.kind === 'clears') this.#places.changeRank(finding.suspect, finding.suspect.seq);
    if (status !== 'held') {
      this.#brake.reset();
      this.#drops.answered(duty);
    }
    if (status === 'retrying' && nextAttemptAt !== undefined) {
      duty.cause = 'scheduled';
      duty.promised = true;
      this.retryAt(duty, nextAttemptAt);
    } else if (status === 'held') {
      duty.cause = 'scheduled';
      duty.promised = true;
      duty.held = true;
      duty.since = this.context.clock.monotonic();
      const next = finding?.kind === 'suspected' ? this.#places.first : undefined;
      // Numbers of events are whole: between these two there is no other.
      if (next) duty.rank = next.seq + 0.5;
      this.#places.put(duty, { kind: 'line' });
      if (!next) this.#brake.apply();
    }
    return settled;
  }

  #due(duty: Duty, overdue: boolean): void {
    this.#places.unlock(duty);
    duty.since = this.context.clock.monotonic();
    duty.overdue = overdue;
    this.add(duty);
  }

  #keepBack(duty: Duty, admission: 'hold' | 'breakpoint'): void {
    const { waiter } = duty;
    const onRecord = duty.held;
    this.#places.hold(duty);
    if (waiter && admission === 'hold') {
      duty.promised = true;
      // It puts that on record itself, before the sender is answered.
      void waiter.hold();
      return;
    }
    waiter?.park();
    if (onRecord) return;
    if (!waiter) duty.promised = true;
    this.context.note(duty, { status: 'held' });
  }

  #takeOut(duty: Duty): Place | null {
    const place = this.#places.take(duty);
    duty.rank = duty.seq;
    this.#drops.forget(duty);
    if (place?.kind === 'until') this.#places.unlock(duty);
    return place;
  }
}
