import type { ChaosCounts } from '@hooktap/protocol';

/** `chaos: 10 events, 12 sendings: 1 dropped, 3 doubled, 4 delayed, 6 moved` */
export function chaosLine({ events, sendings, dropped, doubled, delayed, moved }: ChaosCounts): string {
  const of = `${counted(events, 'event')}, ${counted(sendings, 'sending')}`;
  return `chaos: ${of}: ${dropped} dropped, ${doubled} doubled, ${delayed} delayed, ${moved} moved`;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
