import type { Translation } from '../message.ts';
import type { delivery as english } from './en.ts';

export const delivery: Translation<typeof english> = {
  status: {
    pending: 'pendente',
    retrying: 'tentando de novo',
    held: 'retida',
    succeeded: 'entregue',
    failed: 'com falha',
    cancelled: 'cancelada',
  },
  cause: {
    arrival: 'chegada',
    replay: 'reenvio',
    retry: 'repetição',
    resumed: 'retomada',
    edited: 'editado',
    editedToo: '{cause}, editado',
  },
  editedReplay: 'Um reenvio editado',
  notReached: 'Não alcançado, ou nada a fazer',
  queueCut: 'A fila foi mais longa do que aparece desenhada',
  took: 'Sem a fila, que é cinza na barra',
  phase: {
    queue: 'fila',
    connect: 'conexão',
    send: 'envio',
    wait: 'espera',
    receive: 'recepção',
  },
  dueIn: 'em {span}',
  moreAttempts: {
    one: 'mais {count} tentativa',
    other: 'mais {count} tentativas',
  },
  numberTo: '{number} para {target}',
  replayed: 'reenviado',
};
