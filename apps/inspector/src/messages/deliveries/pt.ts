import type { Translation } from '../message.ts';
import type { deliveries as english } from './en.ts';

export const deliveries: Translation<typeof english> = {
  title: 'Entrega',
  label: 'Entregas',
  choose: 'Escolha uma entrega para ver em que pé está e no que deram as tentativas.',
  gone: 'Esta entrega não está mais guardada: o evento foi excluído ou outros mais novos tomaram o lugar.',
  back: 'Voltar ao registro',
  openEvent: 'Abrir evento',
  id: 'id da entrega',
  eventBody: 'Corpo do evento',
  filter: 'Filtrar entregas',
  status: 'Status',
  all: 'Todas',
  chip: {
    failed: 'Com falha',
    retrying: 'Tentando de novo',
    held: 'Retidas',
    pending: 'Pendentes',
    succeeded: 'Entregues',
    cancelled: 'Canceladas',
  },
  new: {
    one: '{count} nova',
    other: '{count} novas',
  },
  none: {
    yet: 'Nada foi entregue ainda. Cada evento que vai para um destino tem a sua linha aqui.',
    status: 'Nenhuma entrega {status}.',
    query: 'Nenhuma entrega corresponde a {q}.',
    both: 'Nenhuma entrega {status} corresponde a {q}.',
  },
  retryMany: 'Tentar {count} de novo…',
  releaseMany: 'Liberar {count}…',
  cancelMany: 'Cancelar {count}…',
  cancelWhy: 'Encerra as que estão em aberto',
  verb: {
    release: 'Liberar',
    edit: 'Editar…',
    answer: 'Responder…',
    retry: 'Tentar de novo',
    retryNow: 'Tentar agora',
    cancel: 'Cancelar',
    stop: 'Parar de tentar',
  },
  said: {
    retry: 'Tentando de novo.',
    cancel: 'Cancelada.',
    release: 'Liberada.',
    answer: 'Respondida.',
    retryAll: 'Tentando de novo: {count}.',
    cancelAll: 'Canceladas: {count}.',
    retryAllRefused: 'Tentando de novo: {count}, {refused} recusadas.',
    cancelAllRefused: 'Canceladas: {count}, {refused} recusadas.',
    refused: {
      one: '{count} recusada. A primeira: {first}',
      other: '{count} recusadas. A primeira: {first}',
    },
  },
  ask: {
    cancel: {
      title: 'Cancelar o que foi encontrado',
      text: {
        one: 'O que está em aberto de {count} entrega termina.',
        other: 'O que está em aberto de {count} entregas termina.',
      },
      yes: {
        one: 'Cancelar {count} entrega',
        other: 'Cancelar {count} entregas',
      },
    },
    release: {
      title: 'Liberar o que está retido',
      text: {
        one: '{count} entrega: é enviada agora.',
        other: '{count} entregas: cada uma é enviada agora.',
      },
      yes: {
        one: 'Liberar {count} entrega',
        other: 'Liberar {count} entregas',
      },
    },
    retry: {
      title: 'Tentar de novo o que foi encontrado',
      text: {
        one: '{count} entrega: recebe mais uma tentativa, agora.',
        other: '{count} entregas: cada uma recebe mais uma tentativa, agora.',
      },
      yes: {
        one: 'Tentar {count} entrega de novo',
        other: 'Tentar {count} entregas de novo',
      },
    },
  },
  state: {
    underWay: 'A tentativa {number} está em andamento.',
    soon: 'Será tentada de novo em breve.',
    due: 'Será tentada de novo {due}.',
    pending: 'Espera a sua vez.',
    breakpointWaiting:
      'Espera em um breakpoint, e o remetente também. Libere, edite antes ou responda à mão.',
    breakpoint: 'Espera em um breakpoint; o remetente já tem a resposta. Libere ou edite antes.',
    paused: 'O endpoint {endpoint} está pausado. Retome-o, e o que está retido sai em ordem.',
    held: 'Fica retida enquanto {host} está fora do ar e sai em ordem quando ele voltar a escutar.',
    heldDue: 'Está retida: {host} aceita conexões e as derruba. Será tentada de novo {due}.',
    heldUntil: 'Fica retida até ser liberada.',
  },
  column: {
    time: 'Hora',
    event: 'Evento',
    subject: 'Assunto',
    target: 'Destino',
    cause: 'Causa',
    delivery: 'Entrega',
    next: 'Próxima',
    took: 'Levou',
    endpoint: 'Endpoint',
  },
  row: {
    underWay: 'em andamento',
    again: 'às {time}',
  },
  answer: {
    title: 'Responder ao remetente à mão',
    what: 'O seu handler não vê este evento; a entrega termina como cancelada.',
    status: 'Status',
    headers: 'Cabeçalhos, um por linha',
    body: 'Corpo',
    button: 'Responder',
    expectedStatus: 'Esperava-se um código de status de 200 a 599.',
    expectedHeader: 'Esperava-se Nome: valor, não "{text}".',
  },
};
