export { openTunnel, type TunnelOptions } from './open-tunnel.ts';
export { createProbe, type Probe, type ProbeResult } from './probe.ts';
