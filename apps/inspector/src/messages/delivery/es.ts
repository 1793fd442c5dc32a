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
  queueCut: 'La cola fue más larga de lo que se dibuja',
  took: 'Sin la cola, que es gris en la barra',
  phase: {
    queue: 'cola',
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
  numberTo: '{number} a {target}',
  replayed: 'reenviado',
};
