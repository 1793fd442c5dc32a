import { area } from '../message.ts';

/** The strip of arrivals above the list. */
export const arrivals = area('arrivals', {
  label: 'Arrivals',
  from: 'Arrivals from',
  until: 'Arrivals until',
  edge: '{moment}, {counted} chosen',
  now: 'now',
  none: 'Nothing arrived yet.',
  nothing: 'nothing arrived',
  arrived: {
    one: '{count} arrived',
    other: '{count} arrived',
  },
  failed: {
    one: '{arrived}, {count} failed',
    other: '{arrived}, {count} failed',
  },
  strip: 'From {from} to {until}: {counted}.',
  busiest: 'From {from} to {until}: {counted}, most at {moment} ({count}).',
});
