import type { Translation } from '../message.ts';
import type { parts as english } from './en.ts';

export const parts: Translation<typeof english> = {
  cancel: 'Cancelar',
  close: 'Fechar',
  closeWithKey: 'Fechar (Esc)',
  copy: {
    button: 'Copiar',
    done: 'Copiado',
    refused: 'O navegador não deixou copiar.',
    what: 'Copiar {what}',
  },
  more: {
    zero: 'mais 0 caracteres',
    one: 'mais {count} caractere',
    other: 'mais {count} caracteres',
  },
  showAll: 'Mostrar tudo',
  showLess: 'Mostrar só o começo',
  events: {
    zero: '0 eventos',
    one: '{count} evento',
    other: '{count} eventos',
  },
  time: {
    ago: 'há {span}',
    now: 'agora mesmo',
  },
  noAnswer: 'O Hooktap não respondeu.',
  noAnswerTryAgain: 'O Hooktap não respondeu. Tente de novo.',
  inspector: 'Inspetor do Hooktap',
};
