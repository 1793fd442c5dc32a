import type { Translation } from '../message.ts';
import type { tunnelReasons as english } from './en.ts';

export const tunnelReasons: Translation<typeof english> = {
  part: {
    asking: 'Pidiendo a {host} el túnel «{name}».',
    reaches: '{url} llega a esta máquina.',
    'other-name': 'No es la URL pedida: «{name}» no estaba disponible.',
    'not-yet': 'Se obtuvo {url}, pero aún no funciona:',
    'not-through': 'Las solicitudes no pasan:',
    'no-url': 'No hay URL pública:',
    'keeps-trying': 'Hooktap sigue intentándolo; mientras tanto, el receptor de esta máquina funciona.',
    lost: 'El túnel no funciona:',
    anew: 'Se está abriendo de nuevo.',
    'name-taken': '{host} dio «{given}»: el nombre «{name}» sigue ocupado. Se vuelve a pedir.',
    'name-refused': 'El nombre «{name}» fue rechazado:',
    invented: 'Se pide uno inventado.',
    closed: 'El túnel se cerró.',
    off: 'No se pidió ningún túnel: no hay URL pública.',
    'no-server': 'No hay URL pública: «{host}» no es la URL http o https de un servidor de túnel.',
    'half-gone': 'la mitad de sus sockets se perdió.',
    'all-gone': 'todos sus sockets se perdieron.',
    dns: 'no se puede resolver el nombre {host} (DNS; ¿está en línea esta máquina?).',
    refused: '{host} rechazó la conexión.',
    'broke-off': '{host} cortó la conexión.',
    'no-route': 'no hay ruta hasta {host} (¿está en línea esta máquina?).',
    late: '{host} no respondió a tiempo.',
    tls: 'falló el TLS con {host} ({code}).',
    failed: '{host}: {code}.',
    'no-answer': 'no pasó ninguna respuesta por {host} en {seconds} s.',
    'no-such-tunnel': '{host} respondió 404: su servidor no conoce ese túnel.',
    reminder:
      '{host} respondió 401: su servidor muestra una página de aviso en vez de pasar las solicitudes.',
    'cannot-reach': '{host} respondió {status}: su servidor no alcanza esta máquina.',
    'other-answer': '{host} respondió, pero no con la respuesta de Hooktap.',
    answered: '{host} respondió {status}.',
  },
};
