import type { Translation } from '../message.ts';
import type { commands as english } from './en.ts';

export const commands: Translation<typeof english> = {
  copied: {
    curl: 'Copiado como curl.',
    large: 'Copiado como curl. Lee el cuerpo de {file}: guárdalo antes en la pestaña Cuerpo.',
  },
  pinned: {
    one: '{count} evento fijado.',
    other: '{count} eventos fijados.',
  },
  unpinned: {
    one: '{count} evento desfijado.',
    other: '{count} eventos desfijados.',
  },
  sent: 'Reenvío enviado.',
  deleted: {
    one: '{count} evento eliminado. Pulsa Z para deshacer.',
    other: '{count} eventos eliminados. Pulsa Z para deshacer.',
  },
  restored: {
    one: '{count} evento restaurado.',
    other: '{count} eventos restaurados.',
  },
  blocked: {
    title: 'Reenviar una solicitud bloqueada',
    yes: 'Reenviar de todos modos',
  },
  groups: {
    event: 'Este evento',
    list: 'La lista',
    screen: 'La pantalla',
  },
  what: 'Qué hacer',
  none: 'Ningún comando se llama así.',
  replay: 'Reenviar',
  pin: 'Fijar',
  unpin: 'Desfijar',
  resign: 'Volver a firmar y reenviar',
  delete: 'Eliminar',
  edit: 'Editar y reenviar',
  copyCurl: 'Copiar como curl',
  copyId: 'Copiar el id del evento',
  showTab: 'Mostrar {tab}',
  only: 'Solo {term}',
  filter: 'Filtrar',
  onlyFailed: 'Solo entregas fallidas',
  onlyPinned: 'Solo fijados',
  onlyUnread: 'Solo sin leer',
  clearFilters: 'Quitar filtros',
  undo: 'Deshacer la eliminación',
  compactRows: 'Filas compactas',
  comfortableRows: 'Filas espaciadas',
  timesClock: 'Horas según el reloj',
  timesAgo: 'Horas como hace cuánto',
  goTo: 'Ir a {panel}',
  themeLight: 'Tema claro',
  themeDark: 'Tema oscuro',
  themeSystem: 'Tema del sistema',
  language: 'Idioma: {name}',
  languageSystem: 'Idioma del sistema',
  allKeys: 'Todos los atajos',
};
