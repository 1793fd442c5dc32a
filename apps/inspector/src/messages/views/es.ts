import type { Translation } from '../message.ts';
import type { views as english } from './en.ts';

export const views: Translation<typeof english> = {
  label: 'Vistas',
  tooltip: 'Vistas (V)',
  builtIn: {
    all: 'Todos',
    failed: 'Fallidos',
    retrying: 'Reintentando',
    signature: 'Firma no válida',
    unread: 'No leídos',
    pinned: 'Fijados',
  },
  saveThis: 'Guardar esta búsqueda como vista…',
  edit: 'Editar vistas…',
  newTitle: 'Guardar esta búsqueda',
  name: 'Nombre',
  taken: 'Ya hay una vista con este nombre.',
  cancel: 'Cancelar',
  save: 'Guardar vista',
  none: 'No hay vistas guardadas.',
  nameOf: 'Nombre de la vista {number}',
  needsName: 'Una vista necesita un nombre propio.',
  up: 'Subir {name}',
  down: 'Bajar {name}',
  remove: 'Quitar {name}',
  done: 'Listo',
};
