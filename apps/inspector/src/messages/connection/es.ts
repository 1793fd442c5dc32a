import type { Translation } from '../message.ts';
import type { connection as english } from './en.ts';

export const connection: Translation<typeof english> = {
  stopped: 'Hooktap dejó de responder a las {time}.',
  stoppedTodo: 'Ves lo que había llegado hasta entonces. Si lo cerraste, inícialo de nuevo con {command}',
  command: 'comando',
  trying: 'Lo vuelve a intentar solo',
  tryNow: 'Intentar ahora',
  refused: 'Hooktap rechazó el token de esta página',
  noToken: 'Esta página aún no tiene token',
  whyRefused: 'El token cambió o es de otro proyecto.',
  whyNoToken:
    'Los eventos capturados pueden contener secretos, así que el inspector solo se abre con el token de su Hooktap.',
  runThis: 'Ejecuta esto en tu proyecto; abre el inspector con el token correcto.',
  orOpen: 'O abre la dirección que Hooktap mostró al iniciar, hasta su último carácter.',
};
