import type { Translation } from '../message.ts';
import type { notices as english } from './en.ts';

export const notices: Translation<typeof english> = {
  label: 'Notificações',
  about: 'Notificar sobre',
  off: 'Nada',
  failures: 'Entregas com falha',
  all: 'Todo evento novo',
  view: 'Eventos de “{name}”',
  sound: 'Com um som suave',
  refused:
    'O navegador não permite notificações desta página. As configurações dele para este endereço podem permitir.',
  away: 'Só enquanto esta aba não está na frente.',
  failed: {
    one: '{count} entrega falhou',
    other: '{count} entregas falharam',
  },
  arrived: {
    one: '{count} evento novo',
    other: '{count} eventos novos',
  },
  more: {
    one: 'e mais {count}',
    other: 'e mais {count}',
  },
};
