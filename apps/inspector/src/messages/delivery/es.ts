import type { Translation } from '../message.ts';
import type { delivery as english } from './en.ts';

export const delivery: Translation<typeof english> = {
  status: {
    pending: 'pendiente',
    retrying: 'reintentando',
    held: 'retenida',
    succeeded: 'entregada',
    failed: 'fallida',
    cancelled: 'cancelada',
  },
  cause: {
    arrival: 'llegada',
    replay: 'reenvío',
    retry: 'reintento',
    resumed: 'retomado',
    edited: 'editado',
    editedToo: '{cause}, editado',
  },
  editedReplay: 'Un reenvío editado',
  notReached: 'No alcanzado, o nada que hacer',
  queueApart: 'Lo que esperó en Hooktap antes de enviarse. No está en la barra ni en el tiempo junto a ella.',
  took: 'De la conexión al fin de la respuesta, como la barra; sin la cola',
  phase: {
    queue: 'cola, sin contar',
    connect: 'conexión',
    send: 'envío',
    wait: 'espera',
    receive: 'recepción',
  },
  dueIn: 'en {span}',
  moreAttempts: {
    one: '{count} intento más',
    other: '{count} intentos más',
  },
  replayed: 'reenviado',
};
