import type { Translation } from '../message.ts';
import type { watch as english } from './en.ts';

export const watch: Translation<typeof english> = {
  title: 'Reenviar al guardar',
  noteOn: 'Reenviar al guardar: activado',
  noteOff: 'Reenviar al guardar: desactivado',
  start: {
    what: 'Vigila una carpeta y reenvía eventos cada vez que cambia un archivo: verde si la respuesta es la esperada, rojo si no.',
    folder: 'Carpeta, como ruta absoluta en la máquina de Hooktap',
    q: 'Eventos, como búsqueda (los 50 más nuevos)',
    note: 'Solo se miran los nombres de los archivos que cambian; nada en la carpeta se lee ni se ejecuta. Termina con Hooktap.',
    button: 'Vigilar',
  },
  on: {
    folder: 'Vigilada',
    events: 'Eventos',
    ignored: 'No vigiladas',
    ignoredNames: '{names} y carpetas cuyo nombre empieza por punto',
    written: 'Escritos por tu handler',
    note: 'Se espera cualquier 2xx, o la respuesta marcada con Esperar esta: su código de estado y, en JSON, los campos y sus tipos.',
    repeats:
      'Cada una de las últimas {count} pasadas empezó {after} después del fin de una anterior, la última con un cambio de {files}. Algo escribe a ese ritmo: tu handler, si todavía escribe después de responder. Haz que escriba fuera de esta carpeta, o vigila una más pequeña.',
    stop: 'Dejar de vigilar',
    run: 'Reenviar ahora',
  },
  strip: {
    ready: 'Esperando un cambio',
    waiting: 'Esperando a que tu handler escuche',
    replaying: 'Reenviando',
    met: { one: '{count} como se esperaba', other: '{count} como se esperaba' },
    missed: { one: '{count} distinto de lo esperado', other: '{count} distintos de lo esperado' },
    nothing: 'Ningún evento elegido',
    repeats: 'Un cambio {after} después de cada pasada',
    open: 'Resultados',
    ended: 'Terminó.',
    again: 'Vigilar de nuevo…',
    putAway: 'Descartar',
  },
  verdict: {
    met: 'como se esperaba,',
    missed: 'distinto de lo esperado,',
    skipped: 'no enviado,',
    waiting: 'esperando',
  },
  expected: { success: 'se espera 2xx', marked: 'se espera lo marcado, {code}' },
  run: {
    title: 'Última pasada',
    states: {
      waiting: 'esperando a tu handler',
      replaying: 'reenviando',
      done: 'terminada',
      superseded: 'empezada de nuevo tras otro cambio',
    },
    more: { one: 'y {count} más', other: 'y {count} más' },
    diff: 'Qué cambió',
    cut: 'Se reenvían los {count} más nuevos de {matched} eventos.',
  },
};
