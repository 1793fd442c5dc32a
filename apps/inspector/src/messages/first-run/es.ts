import type { Translation } from '../message.ts';
import type { firstRun as english } from './en.ts';

export const firstRun: Translation<typeof english> = {
  title: 'Esperando el primer evento',
  noTarget: {
    public: 'El túnel está abierto. No hay destino: los eventos se guardan y se responden con 200.',
    noTunnel:
      'No hay túnel, así que solo esta máquina puede enviar. No hay destino: los eventos se guardan y se responden con 200.',
    notYet:
      'El túnel aún no está abierto, así que solo esta máquina puede enviar. No hay destino: los eventos se guardan y se responden con 200.',
  },
  up: {
    public: 'El túnel está abierto y algo escucha en {target}.',
    noTunnel: 'No hay túnel, así que solo esta máquina puede enviar; algo escucha en {target}.',
    notYet: 'El túnel aún no está abierto, así que solo esta máquina puede enviar; algo escucha en {target}.',
  },
  down: {
    public: 'El túnel está abierto. Nada escucha en {target}; los eventos se guardan para reenviarlos.',
    noTunnel:
      'No hay túnel, así que solo esta máquina puede enviar. Nada escucha en {target}; los eventos se guardan para reenviarlos.',
    notYet:
      'El túnel aún no está abierto, así que solo esta máquina puede enviar. Nada escucha en {target}; los eventos se guardan para reenviarlos.',
  },
  unknown: {
    public: 'El túnel está abierto. Los eventos siguen hacia {target}.',
    noTunnel: 'No hay túnel, así que solo esta máquina puede enviar. Los eventos siguen hacia {target}.',
    notYet:
      'El túnel aún no está abierto, así que solo esta máquina puede enviar. Los eventos siguen hacia {target}.',
  },
  sendOne: {
    public: 'Envía uno tú mismo o apunta un proveedor a tu URL pública.',
    local: 'Envía uno tú mismo; un proveedor necesita una URL pública.',
  },
  now: {
    title: 'Envía uno ahora',
    public: 'Sale a internet y vuelve a entrar por el túnel.',
    local: 'Va al receptor de esta máquina.',
  },
  point: {
    provider: 'Apunta tu proveedor aquí',
    scripts: 'Apunta tus propios scripts aquí',
    anyPath: 'Cualquier ruta sirve; se pasa a tu handler tal como llegó.',
    localOnly: 'Esta URL solo funciona desde esta máquina.',
  },
  curl: 'comando curl',
  listening: 'Escuchando. El evento aparecerá aquí solo.',
};
