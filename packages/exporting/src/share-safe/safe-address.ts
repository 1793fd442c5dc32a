import type { StandIns } from './stand-ins.ts';

/** This machine's own addresses say nothing of anybody. */
export function safeAddress(address: string, standIns: StandIns, name: string): string {
  if (address === '') return address;
  return /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(address)
    ? standIns.stays(address, name)
    : standIns.of('address', address, name);
}
