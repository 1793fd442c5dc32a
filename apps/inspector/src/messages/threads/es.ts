import type { Translation } from '../message.ts';
import type { threads as english } from './en.ts';

export const threads: Translation<typeof english> = {
  title: 'Hilos',
  thread: 'Hilo',
  filter: 'Filtrar hilos por sus eventos',
  noneYet: 'Aún no hay hilos.',
  noneFound: 'Ningún evento de un hilo coincide.',
  how: 'Los eventos de un mensaje o conversación se reúnen por los ids que les dan Zavu, VZaps, Z-API, Meta y otros.',
  play: 'Simular una conversación',
  cut: {
    one: 'Del {count} evento más nuevo; busca los más antiguos.',
    other: 'De los {count} eventos más nuevos; busca los más antiguos.',
  },
  inIt: {
    one: '{count} evento en él',
    other: '{count} eventos en él',
  },
  messages: {
    one: '{count} mensaje',
    other: '{count} mensajes',
  },
  message: 'Mensaje {id}',
  onlyNewest: 'Solo se muestran sus eventos más nuevos.',
  troubles: {
    one: '{count} irregularidad',
    other: '{count} irregularidades',
  },
  word: {
    twice: 'llegó otra vez',
    late: 'fuera de orden',
    missing: 'no llegó',
  },
  here: 'este evento',
};
