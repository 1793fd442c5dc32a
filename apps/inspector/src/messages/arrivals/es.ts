import type { Translation } from '../message.ts';
import type { arrivals as english } from './en.ts';

export const arrivals: Translation<typeof english> = {
  label: 'Llegadas',
  from: 'Llegadas desde',
  until: 'Llegadas hasta',
  edge: '{moment}, {counted} en la selección',
  now: 'ahora',
  none: 'Aún no ha llegado nada.',
  nothing: 'no llegó nada',
  arrived: {
    one: '{count} llegó',
    other: '{count} llegaron',
  },
  failed: {
    one: '{arrived}, {count} falló',
    other: '{arrived}, {count} fallaron',
  },
  strip: 'De {from} a {until}: {counted}.',
  busiest: 'De {from} a {until}: {counted}, el máximo a las {moment} ({count}).',
};
