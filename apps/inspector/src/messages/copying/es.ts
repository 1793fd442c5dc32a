import type { Translation } from '../message.ts';
import type { copying as english } from './en.ts';

export const copying: Translation<typeof english> = {
  copyAs: 'Copiar como',
  format: {
    curl: 'curl',
    httpie: 'HTTPie',
    fetch: 'JavaScript, fetch',
    axios: 'JavaScript, axios',
    python: 'Python, requests',
    go: 'Go',
    php: 'PHP',
    java: 'Java',
    http: 'HTTP en bruto',
  },
  calls: 'Llama a',
  asCalled: '{host}, como el remitente',
  safe: 'Con sustitutos, para compartir',
  export: 'Exportar…',
  exportFound: {
    zero: 'Exportar…',
    one: 'Exportar el {count} evento encontrado…',
    other: 'Exportar los {count} eventos encontrados…',
  },
  exportAll: 'Exportar todo…',
  import: 'Importar…',
  done: 'Copiado: {format}.',
  tooLarge: 'El cuerpo tiene {size}, demasiado para el portapapeles. Exporta el evento como archivo.',
  notText: 'La solicitud no es texto, así que no se puede copiar entera. Exporta el evento como archivo.',
  drop: {
    title: 'Suelta para importar',
    what: 'Un archivo HAR, o NDJSON que Hooktap exportó. No se entrega nada.',
  },
};
