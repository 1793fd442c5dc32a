import type { Translation } from '../message.ts';
import type { layout as english } from './en.ts';

export const layout: Translation<typeof english> = {
  language: {
    name: 'Idioma',
    system: 'El del sistema',
  },
  theme: {
    name: 'Tema',
    light: 'Claro',
    dark: 'Oscuro',
    system: 'El del sistema',
  },
  panels: {
    label: 'Paneles',
    events: 'Eventos',
    deliveries: 'Entregas',
    threads: 'Hilos',
    endpoints: 'Endpoints',
    trigger: 'Disparar',
    replays: 'Reenvíos',
    tunnel: 'Túnel',
    registrations: 'Registros',
    more: 'Más',
    running: 'en curso, {share}',
  },
  chooseEvent: 'Elige un evento para ver qué llegó y qué fue de él.',
  clear: {
    title: 'Eliminar lo encontrado',
    text: {
      one: '{count} evento coincide con {q}. Los fijados se quedan. Se puede deshacer durante diez segundos.',
      other:
        '{count} eventos coinciden con {q}. Los fijados se quedan. Se puede deshacer durante diez segundos.',
    },
    yes: {
      one: 'Eliminar {count} evento',
      other: 'Eliminar {count} eventos',
    },
  },
  splitter: {
    width: 'Ancho de la lista',
    event: 'Evento',
  },
  undo: {
    dismiss: 'Descartar',
    label: 'Eliminados',
    deleted: {
      one: '{count} evento eliminado',
      other: '{count} eventos eliminados',
    },
    button: 'Deshacer',
  },
  foot: {
    live: 'En vivo',
    connecting: 'Conectando',
    lost: 'Sin conexión desde {time}',
    kept: '{stored} de {limit} guardados',
    version: 'Versión {version}',
    allKeys: 'todos los atajos',
  },
  hints: {
    move: 'moverse',
    replay: 'reenviar',
    edit: 'editar y reenviar',
    pin: 'fijar',
    select: 'seleccionar',
    retry: 'reintentar o liberar',
    stop: 'detener',
    openEvent: 'abrir evento',
    pause: 'pausar o reanudar',
    hold: 'retener o liberar',
    breakpoint: 'breakpoint',
    filter: 'filtrar',
    replayEach: 'reenviar cada uno',
    delete: 'eliminar',
    selectNone: 'no seleccionar ninguno',
  },
  wayIn: {
    label: 'Conexión',
    noTarget: 'Sin destino',
    noUrl: 'Aún sin URL pública',
    tunnelShort: 'Túnel',
    toEndpoints: 'Ir a los endpoints, donde se puede liberar',
    receiverUrl: 'URL del receptor',
    publicUrl: 'URL pública',
    newPublicUrl: 'nueva URL pública',
    notAnswering: 'Hooktap no responde.',
    unknown: 'desconocido',
  },
  tunnel: {
    toPanel: 'Al túnel',
  },
  target: {
    up: 'escuchando',
    down: 'no escucha',
    unknown: 'aún no probado',
    allUnknown: {
      one: '{count} destino desconocido',
      other: '{count} destinos desconocidos',
    },
    someUp: {
      one: '{up} de {count} destino escuchando',
      other: '{up} de {count} destinos escuchando',
    },
  },
  anyCommand: 'Cualquier comando',
  clearFilters: 'Quitar filtros',
};
