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
  doneForFile: 'Copiado: {format}. El código lee el cuerpo de {file}: guárdalo al lado, desde el mismo menú.',
  savedInstead: 'Demasiado grande para copiarla entera, o no es texto: la solicitud se guardó como {file}.',
  tooLargeToShare:
    'El cuerpo tiene {size}, demasiado para el portapapeles, y un archivo junto al código tendría lo capturado. Exporta el evento con sustitutos.',
  large: 'El código lee un cuerpo tan grande de un archivo al lado.',
  saveBody: 'Guardar el cuerpo ({size})',
  drop: {
    title: 'Suelta para importar',
    what: 'Un archivo HAR, o NDJSON que Hooktap exportó. No se entrega nada.',
  },
};
