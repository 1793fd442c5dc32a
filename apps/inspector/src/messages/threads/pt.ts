import type { Translation } from '../message.ts';
import type { threads as english } from './en.ts';

export const threads: Translation<typeof english> = {
  title: 'Threads',
  thread: 'Thread',
  filter: 'Filtrar threads pelos eventos',
  noneYet: 'Ainda não há thread.',
  noneFound: 'Nenhum evento de uma thread corresponde.',
  how: 'Eventos de uma mensagem ou conversa são reunidos pelos ids que Zavu, VZaps, Z-API, Meta e outros dão a eles.',
  play: 'Simular uma conversa',
  cut: {
    one: 'Do {count} evento mais novo; busque os mais antigos.',
    other: 'Dos {count} eventos mais novos; busque os mais antigos.',
  },
  inIt: {
    one: '{count} evento nela',
    other: '{count} eventos nela',
  },
  messages: {
    one: '{count} mensagem',
    other: '{count} mensagens',
  },
  message: 'Mensagem {id}',
  onlyNewest: 'Só os eventos mais novos são mostrados.',
  troubles: {
    one: '{count} irregularidade',
    other: '{count} irregularidades',
  },
  word: {
    twice: 'veio de novo',
    late: 'fora de ordem',
    missing: 'não veio',
  },
  here: 'este evento',
};
