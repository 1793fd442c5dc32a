import type { Translation } from '../message.ts';
import type { exporting as english } from './en.ts';

export const exporting: Translation<typeof english> = {
  title: {
    one: 'Exportar {count} evento',
    other: 'Exportar {count} eventos',
  },
  titleUnknown: 'Exportar eventos',
  query: 'Todo lo que {query} encuentra, del más antiguo al más nuevo.',
  all: 'Todos los eventos, del más antiguo al más nuevo.',
  format: 'Archivo',
  formats: {
    har: 'HAR 1.2',
    ndjson: 'NDJSON',
    html: 'Informe HTML',
  },
  formatNote: {
    har: 'Solicitudes con lo que recibieron sus remitentes, y cada intento con sus tiempos. Lo leen navegadores y otras herramientas.',
    ndjson: 'Un evento por línea; no se pierde nada salvo las entregas. Hooktap lo importa.',
    html: 'Una página para leer, enviar o imprimir. No tiene scripts y no carga nada.',
  },
  safe: 'Seguro para compartir',
  safeNote:
    'Números de teléfono, nombres, textos, ids, tokens y firmas pasan a ser sustitutos: el mismo valor, el mismo sustituto en todo este archivo.',
  unsafe:
    'Este archivo lo contiene todo como se capturó. Quien lo reciba puede leer cada texto, número y token.',
  leaves: 'Lo que sale',
  replaced: 'Sustituido',
  readable: 'Tal cual',
  nothingReplaced: 'No se encontró nada que sustituir.',
  counting: 'Contando…',
  counted: 'Contado en los primeros {judged} de {events} eventos. La sustitución vale para todo el archivo.',
  kinds: {
    phone: {
      one: '{count} número de teléfono',
      other: '{count} números de teléfono',
    },
    email: {
      one: '{count} dirección de correo',
      other: '{count} direcciones de correo',
    },
    name: {
      one: '{count} nombre',
      other: '{count} nombres',
    },
    text: {
      one: '{count} texto',
      other: '{count} textos',
    },
    token: {
      one: '{count} id o token',
      other: '{count} ids y tokens',
    },
    signature: {
      one: '{count} firma',
      other: '{count} firmas',
    },
    address: {
      one: '{count} host o dirección IP',
      other: '{count} hosts y direcciones IP',
    },
    url: {
      one: '{count} URL',
      other: '{count} URL',
    },
    number: {
      one: '{count} número largo',
      other: '{count} números largos',
    },
    body: {
      one: '{count} cuerpo entero',
      other: '{count} cuerpos enteros',
    },
  },
  stays: {
    title: 'Queda tal cual',
    look: {
      one: '{count} valor podría ser de alguien, o no: míralo antes de compartir.',
      other: '{count} valores podrían ser de alguien, o no: míralos antes de compartir.',
    },
    others: {
      one: 'y {count} más',
      other: 'y {count} más',
    },
    numbers: {
      one: '{count} número corto u hora queda también.',
      other: '{count} números cortos y horas quedan también.',
    },
    bodies: {
      one: '{count} cuerpo no se pudo juzgar, pues no es JSON ni un formulario: no queda nada de él.',
      other:
        '{count} cuerpos no se pudieron juzgar, pues no son JSON ni formularios: no queda nada de ellos.',
    },
    times: '{count}×',
  },
  preview: {
    title: 'Los primeros eventos',
    note: 'Los sustitutos se hacen de nuevo para el archivo: serán otros.',
    where: 'Dónde',
    before: 'Como se capturó',
    after: 'En el archivo',
    stays: 'queda',
    others: {
      one: 'y {count} valor más',
      other: 'y {count} valores más',
    },
    none: 'No se encuentra ningún evento.',
    changes: 'Solo lo que cambia',
    replaced: {
      one: '{count} valor sustituido',
      other: '{count} valores sustituidos',
    },
  },
  place: {
    target: 'dirección',
    header: 'encabezado',
    body: 'cuerpo',
    event: 'evento',
    attempt: 'intento',
  },
  download: 'Exportar',
  downloading: 'Exportando… {size}',
  downloaded: 'Exportado: {file}',
  brokenOff:
    'La exportación se interrumpió. Lo que llegó no está entero, así que no se guardó nada. Inténtalo de nuevo.',
};
