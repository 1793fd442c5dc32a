import type { TunnelProbe } from '@hooktap/protocol';

const most = 50;

/** The last probes, newest first. */
export class ProbeLog {
  #probes: TunnelProbe[] = [];

  get all(): readonly TunnelProbe[] {
    return this.#probes;
  }

  note(probe: TunnelProbe): void {
    this.#probes = [probe, ...this.#probes].slice(0, most);
  }
}
