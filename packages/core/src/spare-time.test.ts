import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { RequestPulse, SpareTime } from './spare-time.ts';

/** Requests that come in every turn of the event loop until stopped. */
function steadyRequests(pulse: RequestPulse): { stop(): void } {
  let stopped = false;
  const beat = async () => {
    while (!stopped) {
      pulse.beat();
      await nextTurn();
    }
  };
  void beat();
  return { stop: () => (stopped = true) };
}

describe('spare time', () => {
  it('is used for all that is to be done when nothing else happens', async () => {
    const done: number[] = [];
    await new Promise<void>((resolve) => {
      const step = () => {
        done.push(done.length);
        if (done.length === 500) resolve();
        return done.length < 500;
      };
      new SpareTime({ pulse: new RequestPulse(), step, patienceMs: 60_000, share: 0.1 }).wake();
    });
    expect(done).toHaveLength(500);
  });

  it('does not begin while requests keep coming', async () => {
    const pulse = new RequestPulse();
    const requests = steadyRequests(pulse);
    let beatsAtWork = -1;
    const worked = new Promise<void>((resolve) => {
      const step = () => {
        beatsAtWork = pulse.beats;
        resolve();
        return false;
      };
      new SpareTime({ pulse, step, patienceMs: 60_000, share: 0.1 }).wake();
    });
    while (pulse.beats < 2000) await nextTurn();
    expect(beatsAtWork).toBe(-1);
    requests.stop();
    await worked;
    expect(beatsAtWork).toBeGreaterThanOrEqual(2000);
  });

  it('is taken a little at a time where requests never stop', async () => {
    const pulse = new RequestPulse();
    const requests = steadyRequests(pulse);
    const beats: number[] = [];
    await new Promise<void>((resolve) => {
      const step = () => {
        beats.push(pulse.beats);
        // Longer than a slice, so that requests come between any two.
        const until = performance.now() + 4;
        while (performance.now() < until);
        if (beats.length === 3) resolve();
        return beats.length < 3;
      };
      new SpareTime({ pulse, step, patienceMs: 5, share: 0.5 }).wake();
    });
    requests.stop();
    expect(beats[1]).toBeGreaterThan(beats[0] ?? 0);
    expect(beats[2]).toBeGreaterThan(beats[1] ?? 0);
  });

  it('goes on after a piece that throws', async () => {
    const bugs: string[] = [];
    const told = (line: string | Uint8Array) => bugs.push(String(line)) > 0;
    const stderr = vi.spyOn(process.stderr, 'write').mockImplementation(told);
    let done = 0;
    await new Promise<void>((resolve) => {
      const step = () => {
        done += 1;
        if (done === 1) throw new Error('a bug of the first piece');
        resolve();
        return false;
      };
      new SpareTime({ pulse: new RequestPulse(), step, patienceMs: 0, share: 0.5 }).wake();
    });
    stderr.mockRestore();
    expect(done).toBe(2);
    expect(bugs.join('')).toContain('a bug of the first piece');
  });

  it('takes turns with requests while so much waits that it presses', async () => {
    const pulse = new RequestPulse();
    const requests = steadyRequests(pulse);
    let left = 60;
    const worked = new Promise<void>((resolve) => {
      const step = () => {
        // Three of them fill a slice.
        const until = performance.now() + 1;
        while (performance.now() < until);
        left -= 1;
        if (left === 20) resolve();
        return left > 0;
      };
      const isPressing = () => left > 20;
      new SpareTime({ pulse, step, patienceMs: 60_000, share: 0.1, isPressing }).wake();
    });
    await worked;
    const beats = pulse.beats;
    while (pulse.beats < beats + 2000) await nextTurn();
    // But for the slice in which it ceased to press, the rest waits again.
    expect(left).toBeGreaterThan(15);
    requests.stop();
  });

  it('begins again with what comes after all was done', async () => {
    let left = 1;
    let told: () => void = () => {};
    const spare = new SpareTime({
      pulse: new RequestPulse(),
      step: () => {
        left -= 1;
        told();
        return left > 0;
      },
      patienceMs: 0,
      share: 0.5,
    });
    for (let round = 0; round < 3; round++) {
      left = 1;
      const worked = new Promise<void>((resolve) => {
        told = resolve;
      });
      spare.wake();
      await worked;
      await nextTurn();
      expect(left).toBe(0);
    }
  });
});
