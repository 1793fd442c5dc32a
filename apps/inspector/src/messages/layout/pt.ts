import type { Translation } from '../message.ts';
import type { layout as english } from './en.ts';

export const layout: Translation<typeof english> = {
  language: {
    name: 'Idioma',
    system: 'O do sistema',
  },
  theme: {
    name: 'Tema',
    light: 'Claro',
    dark: 'Escuro',
    system: 'O do sistema',
  },
  panels: {
    label: 'Painéis',
    events: 'Eventos',
    deliveries: 'Entregas',
    threads: 'Threads',
    endpoints: 'Endpoints',
    trigger: 'Disparar',
    replays: 'Reenvios',
    tunnel: 'Túnel',
    registrations: 'Registros',
    more: 'Mais',
    running: 'em andamento, {share}',
  },
  chooseEvent: 'Escolha um evento para ver o que chegou e o que aconteceu com ele.',
  clear: {
    title: 'Excluir o que foi encontrado',
    text: {
      one: '{count} evento corresponde a {q}. Os fixados ficam. Dá para desfazer por dez segundos.',
      other: '{count} eventos correspondem a {q}. Os fixados ficam. Dá para desfazer por dez segundos.',
    },
    yes: {
      one: 'Excluir {count} evento',
      other: 'Excluir {count} eventos',
    },
  },
  splitter: {
    width: 'Largura da lista',
    event: 'Evento',
  },
  undo: {
    dismiss: 'Dispensar',
    label: 'Excluídos',
    deleted: {
      one: '{count} evento excluído',
      other: '{count} eventos excluídos',
    },
    button: 'Desfazer',
  },
  foot: {
    live: 'Ao vivo',
    connecting: 'Conectando',
    lost: 'Sem conexão desde {time}',
    kept: '{stored} de {limit} guardados',
    version: 'Versão {version}',
    allKeys: 'todos os atalhos',
  },
  hints: {
    move: 'navegar',
    replay: 'reenviar',
    edit: 'editar e reenviar',
    pin: 'fixar',
    select: 'selecionar',
    retry: 'tentar de novo ou liberar',
    stop: 'parar',
    openEvent: 'abrir evento',
    pause: 'pausar ou retomar',
    hold: 'reter ou liberar',
    breakpoint: 'breakpoint',
    filter: 'filtrar',
    replayEach: 'reenviar cada um',
    delete: 'excluir',
    selectNone: 'limpar seleção',
  },
  wayIn: {
    label: 'Conexão',
    noTarget: 'Sem destino',
    noUrl: 'Ainda sem URL pública',
    tunnelShort: 'Túnel',
    toEndpoints: 'Ir aos endpoints, onde dá para liberar',
    receiverUrl: 'URL do receptor',
    publicUrl: 'URL pública',
    newPublicUrl: 'nova URL pública',
    notAnswering: 'O Hooktap não responde.',
    unknown: 'desconhecido',
  },
  tunnel: {
    toPanel: 'Ao túnel',
  },
  target: {
    up: 'escutando',
    down: 'não está escutando',
    unknown: 'ainda não testado',
    allUnknown: {
      one: '{count} destino desconhecido',
      other: '{count} destinos desconhecidos',
    },
    someUp: {
      one: '{up} de {count} destino escutando',
      other: '{up} de {count} destinos escutando',
    },
  },
  anyCommand: 'Qualquer comando',
  clearFilters: 'Limpar filtros',
};
