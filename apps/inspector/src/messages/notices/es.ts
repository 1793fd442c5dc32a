import type { Translation } from '../message.ts';
import type { notices as english } from './en.ts';

export const notices: Translation<typeof english> = {
  label: 'Notificaciones',
  about: 'Avisarme de',
  off: 'Nada',
  failures: 'Entregas fallidas',
  all: 'Cada evento nuevo',
  view: 'Eventos de “{name}”',
  sound: 'Con un sonido suave',
  refused:
    'El navegador no permite notificaciones de esta página. Sus ajustes para esta dirección pueden permitirlas.',
  away: 'Solo mientras esta pestaña no está al frente.',
  failed: {
    one: '{count} entrega falló',
    other: '{count} entregas fallaron',
  },
  arrived: {
    one: '{count} evento nuevo',
    other: '{count} eventos nuevos',
  },
  more: {
    one: 'y {count} más',
    other: 'y {count} más',
  },
};
