import type { Translation } from '../message.ts';
import type { importing as english } from './en.ts';

export const importing: Translation<typeof english> = {
  title: 'Importar eventos',
  what: 'Un archivo HAR de un navegador u otra herramienta, o NDJSON que Hooktap exportó, con sus notas, etiquetas y eventos fijados. Los eventos importados nunca se entregan solos; Reenviar los envía.',
  choose: 'Elegir un archivo…',
  orDrop: 'o suelta uno en cualquier parte de esta página',
  limits: 'NDJSON y HAR de cualquier tamaño.',
  running: 'Importando {file}, {size}…',
  soFar: {
    one: '{count} evento hasta ahora',
    other: '{count} eventos hasta ahora',
  },
  stop: 'Parar',
  stopped: 'Parado. Lo que ya había llegado puede haberse importado: busca {query}.',
  imported: {
    zero: 'No se importó ningún evento.',
    one: 'Se importó {count} evento.',
    other: 'Se importaron {count} eventos.',
  },
  nothing: 'No hay ningún evento en este archivo.',
  skipped: {
    one: 'Se dejó fuera {count}:',
    other: 'Se dejaron fuera {count}:',
  },
  moreSkipped: {
    one: 'y {count} más',
    other: 'y {count} más',
  },
  old: 'El más antiguo llegó el {date}. La retención va por esa fecha: lo demasiado antiguo se borra pronto, salvo que esté fijado.',
  show: 'Mostrarlos',
  undo: 'Deshacer la importación',
  undone: {
    one: 'Se retiró {count} evento importado.',
    other: 'Se retiraron {count} eventos importados.',
  },
  another: 'Importar otro…',
  done: 'Listo',
  oneOnly: 'Un archivo a la vez: solo se importa {file}.',
  away: 'Hooktap no respondió. Lo que ya había llegado puede haberse importado.',
};
