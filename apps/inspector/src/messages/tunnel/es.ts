import type { Translation } from '../message.ts';
import type { tunnel as english } from './en.ts';

export const tunnel: Translation<typeof english> = {
  title: 'Túnel',
  tryNow: 'Intentar de nuevo ahora',
  checkNow: 'Comprobar ahora',
  tried: {
    probing: 'Comprobando si pasan las solicitudes.',
    opening: 'Intentando de nuevo.',
    'under-way': 'Ya hay un intento en curso.',
    'too-soon':
      'Se acaba de intentar. Los servidores de túnel bloquean a quien pide demasiado: espera unos segundos.',
    off: 'No hay túnel que intentar. Inicia Hooktap sin --no-tunnel.',
  },
  state: {
    connecting: 'conectando',
    open: 'abierto',
    degraded: 'degradado',
    reconnecting: 'reconectando',
    closed: 'cerrado',
    failed: 'fallido',
  },
  states: 'Estados del túnel',
  now: 'ahora',
  for: 'desde hace {span}',
  since: 'desde {time}',
  nextTry: 'Próximo intento en {span}.',
  nextTrySoon: 'Próximo intento en cualquier momento.',
  publicUrl: 'URL pública',
  lastUrl: 'Última URL pública',
  noUrl: 'No ha habido ninguna en esta ejecución.',
  kind: 'Tipo',
  carries: 'Lleva',
  sockets: {
    one: '{count} solicitud a la vez; como máximo {waiting} de ellas pueden esperar a un handler',
    other: '{count} solicitudes a la vez; como máximo {waiting} de ellas pueden esperar a un handler',
  },
  moved: {
    title: 'La URL pública cambió',
    old: 'Antes',
    new: 'Ahora',
    at: 'a las {time}',
    follows: 'Registrado en los proveedores',
  },
  probes: {
    title: 'Sondeos de la URL pública',
    what: 'Una solicitud de esta máquina por internet y de vuelta, con un número que el receptor responde una vez. No es un evento y nunca se entrega. Se hace antes de mostrar una URL, tras cualquier problema y tras 20 s sin solicitudes.',
    none: 'Aún no se ha hecho ninguno.',
    reached: 'pasó',
    failed: 'no pasó',
    last: 'El último, {ago}:',
    strip: {
      one: 'El último sondeo: {failed} fallidos.',
      other: 'Los últimos {count} sondeos: {failed} fallidos.',
    },
    slowest: 'el más lento {time}',
  },
  urls: {
    title: 'URL públicas de esta ejecución',
    until: '{from} a {until}',
    from: 'desde {from}',
  },
  history: {
    title: 'Qué ocurrió',
    times: '{count}×, última {time}',
    more: {
      one: 'Mostrar {count} más',
      other: 'Mostrar {count} más',
    },
  },
  know: {
    title: 'Conviene saber sobre localtunnel',
    open: 'La URL es lo único que mantiene fuera a extraños: quien la tiene puede enviar a esta máquina.',
    name: 'El nombre es prestado, no tuyo. Hooktap vuelve a pedir el mismo; si alguien lo tomó entretanto, la URL cambia.',
    plain:
      'Entre el servidor del túnel y esta máquina las solicitudes viajan sin TLS, diga lo que diga la URL pública.',
    headers:
      'Los nombres de encabezado llegan en minúsculas y los repetidos como uno solo: lo hace el servidor del túnel. Los cuerpos son exactos. Para encabezados exactos, llama al receptor directamente.',
    reminder:
      'Abierta en un navegador, la URL pública puede mostrar antes una página de aviso (401). Los proveedores pasan.',
    service:
      'El servicio público lo mantiene una persona, sin promesas. Si se cae, las capturas en la dirección del propio receptor siguen.',
  },
  none: {
    title: 'No hay túnel',
    what: 'Hooktap funciona sin túnel, así que nada en internet llega a esta máquina por él. El receptor sigue capturando lo que se le envía:',
  },
  banner: {
    title: 'La URL pública cambió.',
    again: {
      one: 'Regístrala de nuevo en {count} proveedor: {names}.',
      other: 'Regístrala de nuevo en {count} proveedores: {names}.',
    },
    followed: {
      one: '{count} proveedor la sigue por sí solo.',
      other: '{count} proveedores la siguen por sí solos.',
    },
    tell: 'Avísalo a quien llama a la antigua.',
    what: 'Qué hacer',
    dismiss: 'Descartar',
    newUrl: 'nueva URL pública',
  },
  copyOld: 'URL pública antigua',
  copyNew: 'URL pública',
  copyReceiver: 'URL del receptor',
};
