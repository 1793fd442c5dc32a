import type { Translation } from '../message.ts';
import type { problems as english } from './en.ts';

export const problems: Translation<typeof english> = {
  'not-found': 'Ya no existe.',
  'body-incomplete': 'El cuerpo de este evento no está completo. Dale al reenvío un cuerpo propio.',
  'body-too-large': 'El cuerpo es demasiado grande.',
  'body-undecodable': 'El cuerpo no se puede decodificar como dice su encabezado.',
  blocked:
    'Esta petición pide un archivo secreto, o no encajaba en --only cuando llegó. Confirma en el inspector para enviarla a tu handler.',
  'no-target': 'No hay destino. Inicia Hooktap con uno, o indica uno para este reenvío.',
  'no-secret': 'Su endpoint no tiene secreto con el que firmar.',
  'no-receiver': 'Nada escucha: el receptor no está abierto.',
  'no-public-url': 'No hay URL pública: el túnel no está abierto.',
  'store-unavailable': 'El almacén de eventos no se puede leer ni escribir. Revisa el disco.',
  internal: 'Algo falló en Hooktap. Su terminal dice más.',
  unreachable: 'Hooktap no responde.',
};
