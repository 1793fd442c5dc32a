import type { Translation } from '../message.ts';
import type { parts as english } from './en.ts';

export const parts: Translation<typeof english> = {
  cancel: 'Cancelar',
  close: 'Cerrar',
  closeWithKey: 'Cerrar (Esc)',
  copy: {
    button: 'Copiar',
    done: 'Copiado',
    refused: 'El navegador no permitió copiar.',
    what: 'Copiar {what}',
  },
  more: {
    one: '{count} carácter más',
    other: '{count} caracteres más',
  },
  showAll: 'Mostrar todo',
  showLess: 'Mostrar solo el comienzo',
  events: {
    one: '{count} evento',
    other: '{count} eventos',
  },
  time: {
    ago: 'hace {span}',
    now: 'ahora mismo',
  },
  noAnswer: 'Hooktap no respondió.',
  noAnswerTryAgain: 'Hooktap no respondió. Inténtalo de nuevo.',
  inspector: 'Inspector de Hooktap',
};
