import type { Translation } from '../message.ts';
import type { deliveries as english } from './en.ts';

export const deliveries: Translation<typeof english> = {
  title: 'Entrega',
  label: 'Entregas',
  choose: 'Elige una entrega para ver cómo está y en qué acabaron sus intentos.',
  gone: 'Esta entrega ya no se guarda: su evento se eliminó u otros más nuevos ocuparon su lugar.',
  back: 'Volver al registro',
  openEvent: 'Abrir evento',
  id: 'id de la entrega',
  eventBody: 'Cuerpo del evento',
  filter: 'Filtrar entregas',
  status: 'Status',
  all: 'Todas',
  chip: {
    failed: 'Fallidas',
    retrying: 'Reintentando',
    held: 'Retenidas',
    pending: 'Pendientes',
    succeeded: 'Entregadas',
    cancelled: 'Canceladas',
  },
  new: {
    one: '{count} nueva',
    other: '{count} nuevas',
  },
  none: {
    yet: 'Aún no se ha entregado nada. Cada evento que va a un destino tiene su línea aquí.',
    status: 'Ninguna entrega {status}.',
    query: 'Ninguna entrega coincide con {q}.',
    both: 'Ninguna entrega {status} coincide con {q}.',
  },
  retryMany: 'Reintentar {count}…',
  releaseMany: 'Liberar {count}…',
  cancelMany: 'Cancelar {count}…',
  cancelWhy: 'Termina las que están abiertas',
  verb: {
    release: 'Liberar',
    edit: 'Editar…',
    answer: 'Responder…',
    retry: 'Reintentar',
    retryNow: 'Reintentar ahora',
    cancel: 'Cancelar',
    stop: 'Dejar de reintentar',
  },
  said: {
    retry: 'Reintentando.',
    cancel: 'Cancelada.',
    release: 'Liberada.',
    answer: 'Respondida.',
    retryAll: 'Reintentando: {count}.',
    cancelAll: 'Canceladas: {count}.',
    retryAllRefused: 'Reintentando: {count}, {refused} rechazadas.',
    cancelAllRefused: 'Canceladas: {count}, {refused} rechazadas.',
    refused: {
      one: '{count} rechazada. La primera: {first}',
      other: '{count} rechazadas. La primera: {first}',
    },
  },
  ask: {
    cancel: {
      title: 'Cancelar lo encontrado',
      text: {
        one: 'Lo que está abierto de {count} entrega termina.',
        other: 'Lo que está abierto de {count} entregas termina.',
      },
      yes: {
        one: 'Cancelar {count} entrega',
        other: 'Cancelar {count} entregas',
      },
    },
    release: {
      title: 'Liberar lo retenido',
      text: {
        one: '{count} entrega: se envía ahora.',
        other: '{count} entregas: cada una se envía ahora.',
      },
      yes: {
        one: 'Liberar {count} entrega',
        other: 'Liberar {count} entregas',
      },
    },
    retry: {
      title: 'Reintentar lo encontrado',
      text: {
        one: '{count} entrega: recibe un intento más, ahora.',
        other: '{count} entregas: cada una recibe un intento más, ahora.',
      },
      yes: {
        one: 'Reintentar {count} entrega',
        other: 'Reintentar {count} entregas',
      },
    },
  },
  state: {
    underWay: 'El intento {number} está en curso.',
    soon: 'Se reintenta pronto.',
    due: 'Se reintenta {due}.',
    pending: 'Espera su turno.',
    breakpointWaiting:
      'Espera en un breakpoint, y su remitente también. Libérala, edítala antes o responde a mano.',
    breakpoint: 'Espera en un breakpoint; su remitente ya tiene la respuesta. Libérala o edítala antes.',
    paused: 'El endpoint {endpoint} está pausado. Reanúdalo y lo retenido sale en orden.',
    held: 'Se retiene mientras {host} está caído y sale en orden cuando vuelva a escuchar.',
    heldDue: 'Está retenida: {host} acepta conexiones y las corta. Se vuelve a intentar {due}.',
    heldUntil: 'Se retiene hasta que se libere.',
  },
  column: {
    time: 'Hora',
    event: 'Evento',
    subject: 'Asunto',
    target: 'Destino',
    cause: 'Causa',
    delivery: 'Entrega',
    next: 'Próxima',
    took: 'Tardó',
    endpoint: 'Endpoint',
  },
  row: {
    underWay: 'en curso',
    again: 'a las {time}',
  },
  answer: {
    title: 'Responder al remitente a mano',
    what: 'Tu handler no ve este evento; la entrega termina como cancelada.',
    status: 'Status',
    headers: 'Encabezados, uno por línea',
    body: 'Cuerpo',
    button: 'Responder',
    expectedStatus: 'Se esperaba un código de estado de 200 a 599.',
    expectedHeader: 'Se esperaba Nombre: valor, no "{text}".',
  },
};
