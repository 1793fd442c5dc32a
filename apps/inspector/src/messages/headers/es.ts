import type { Translation } from '../message.ts';
import type { headers as english } from './en.ts';

export const headers: Translation<typeof english> = {
  look: {
    table: 'Tabla',
    explained: 'Explicados',
    raw: 'En bruto',
  },
  lookAt: '{title} como',
  readAsUtf8: '(leído como UTF-8)',
  none: 'Ninguno.',
  name: 'nombre del encabezado',
  value: 'valor del encabezado',
  request: 'Solicitud',
  requestName: 'solicitud',
  rebuilt:
    'Reconstruida a partir de sus partes: orden, mayúsculas y bytes son los que llegaron; los espacios alrededor de los valores no se guardan.',
  rebuiltChunked:
    'Reconstruida a partir de sus partes: orden, mayúsculas y bytes son los que llegaron; los espacios alrededor de los valores y los límites de sus chunks no se guardan.',
  notUtf8: 'Los bytes que no son UTF-8 se muestran como �. Hex los muestra como llegaron.',
  asText: 'Solicitud como texto',
  asHex: 'Solicitud en hexadecimal',
};
