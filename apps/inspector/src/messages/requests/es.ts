import type { Translation } from '../message.ts';
import type { requests as english } from './en.ts';

export const requests: Translation<typeof english> = {
  cancel: 'Cancelar',
  saved: 'Guardada como {name}.',
  save: {
    title: 'Guardar esta solicitud',
    name: 'Nombre',
    note: 'Se guarda con sus propios encabezados y cuerpo, así que puede enviarse aunque el evento ya no esté.',
    replaces: 'Ya hay una solicitud guardada con este nombre. Se sustituye.',
    save: 'Guardar',
    replace: 'Sustituirla',
  },
  list: {
    title: 'Solicitudes guardadas',
    empty: 'Aún no hay nada guardado. Pulsa E en un evento, cambia lo que quieras y elige Guardar como.',
    send: 'Enviar',
    sendIt: 'Enviar {name}',
    edit: 'Abrir en el editor',
    editIt: 'Abrir {name} en el editor',
    rename: 'Renombrar',
    renameIt: 'Renombrar {name}',
    newName: 'Nuevo nombre de {name}',
    delete: 'Eliminar',
    deleteIt: 'Eliminar {name}',
    deleted: 'Se eliminó {name}.',
    undo: 'Deshacer',
    eventGone: 'Su evento se eliminó. Al enviarla se crea uno nuevo.',
  },
  blocked: { title: 'Enviar una solicitud bloqueada', yes: 'Enviarla de todos modos' },
  palette: { send: 'Enviar “{name}”' },
};
