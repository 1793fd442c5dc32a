import type { Translation } from '../message.ts';
import type { commands as english } from './en.ts';

export const commands: Translation<typeof english> = {
  copied: {
    curl: 'Copiado como curl.',
    large: 'Copiado como curl. Ele lê o corpo de {file}: salve-o antes na aba Corpo.',
  },
  pinned: {
    one: '{count} evento fixado.',
    other: '{count} eventos fixados.',
  },
  unpinned: {
    one: '{count} evento desafixado.',
    other: '{count} eventos desafixados.',
  },
  sent: 'Reenvio enviado.',
  deleted: {
    one: '{count} evento excluído. Pressione Z para desfazer.',
    other: '{count} eventos excluídos. Pressione Z para desfazer.',
  },
  restored: {
    one: '{count} evento restaurado.',
    other: '{count} eventos restaurados.',
  },
  blocked: {
    title: 'Reenviar uma requisição bloqueada',
    yes: 'Reenviar mesmo assim',
  },
  groups: {
    event: 'Este evento',
    list: 'A lista',
    screen: 'A tela',
  },
  what: 'O que fazer',
  none: 'Nenhum comando tem esse nome.',
  replay: 'Reenviar',
  pin: 'Fixar',
  unpin: 'Desafixar',
  resign: 'Assinar de novo e reenviar',
  delete: 'Excluir',
  edit: 'Editar e reenviar',
  copyCurl: 'Copiar como curl',
  copyId: 'Copiar o id do evento',
  showTab: 'Mostrar {tab}',
  only: 'Só {term}',
  filter: 'Filtrar',
  onlyFailed: 'Só entregas com falha',
  onlyPinned: 'Só fixados',
  onlyUnread: 'Só não lidos',
  clearFilters: 'Limpar filtros',
  undo: 'Desfazer a exclusão',
  compactRows: 'Linhas compactas',
  comfortableRows: 'Linhas espaçadas',
  timesClock: 'Horários pelo relógio',
  timesAgo: 'Horários como há quanto tempo',
  goTo: 'Ir para {panel}',
  themeLight: 'Tema claro',
  themeDark: 'Tema escuro',
  themeSystem: 'Tema do sistema',
  language: 'Idioma: {name}',
  languageSystem: 'Idioma do sistema',
  allKeys: 'Todos os atalhos',
};
