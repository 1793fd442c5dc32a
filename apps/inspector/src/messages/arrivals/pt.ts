import type { Translation } from '../message.ts';
import type { arrivals as english } from './en.ts';

export const arrivals: Translation<typeof english> = {
  label: 'Chegadas',
  from: 'Chegadas desde',
  until: 'Chegadas até',
  edge: '{moment}, {counted} na escolha',
  now: 'agora',
  none: 'Nada chegou ainda.',
  nothing: 'nada chegou',
  arrived: {
    one: '{count} chegou',
    other: '{count} chegaram',
  },
  failed: {
    one: '{arrived}, {count} falhou',
    other: '{arrived}, {count} falharam',
  },
  strip: 'De {from} a {until}: {counted}.',
  busiest: 'De {from} a {until}: {counted}, o máximo às {moment} ({count}).',
};
