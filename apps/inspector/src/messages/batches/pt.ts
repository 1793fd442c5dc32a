import type { Translation } from '../message.ts';
import type { batches as english } from './en.ts';

export const batches: Translation<typeof english> = {
  title: 'Reenvios',
  replayFailed: 'Reenviar o que falhou…',
  empty: {
    title: 'Ainda não há lote de reenvios.',
    how: 'Nos eventos, selecione vários com X e pressione R, ou busque-os e escolha “Reenviar … encontrados” no menu da lista. Eles saem na ordem em que chegaram, no ritmo que você escolher.',
    toEvents: 'Ir aos eventos',
  },
  state: {
    running: 'Em andamento',
    done: 'Concluído',
    doneWithFailures: 'Concluído, {count} com falha',
    cancelled: 'Cancelado',
    stopped: 'Parado',
  },
  progress: {
    done: '{done} de {total}',
    succeeded: '{count} com sucesso',
    failed: '{count} com falha',
    skipped: {
      one: '{count} não enviado',
      other: '{count} não enviados',
    },
    in: 'em {span}',
  },
  remaining: {
    nearly: 'quase pronto',
    about: 'faltam cerca de {span}',
  },
  pace: {
    handler: 'na velocidade do handler',
    rate: '{count} por segundo',
    asTheyCame: 'com os intervalos da chegada',
    faster: '{count} vezes mais rápido do que chegaram',
  },
  about: {
    target: 'para {target}',
    chaos: 'com caos, semente {seed}',
  },
  noAnswerBefore: 'sem resposta antes',
  said: 'Reenvios: {state}. {progress}.',
  goOn: 'Continuar com {count}',
  doneOf: 'Andamento de {id}',
  trouble: {
    said: 'Caos, {events}: {what}.',
    dropped: {
      one: '{count} não enviado',
      other: '{count} não enviados',
    },
    doubled: {
      one: '{count} enviado duas vezes',
      other: '{count} enviados duas vezes',
    },
    delayed: {
      one: '{count} atrasado',
      other: '{count} atrasados',
    },
    moved: {
      one: '{count} deslocado',
      other: '{count} deslocados',
    },
  },
  seed: 'A semente {seed} repete os mesmos problemas.',
  seedName: 'semente',
  summary: {
    nothing: 'Nada foi respondido ainda.',
    before: 'Antes',
    now: 'Agora',
    events: 'Eventos',
    change: 'Mudança',
    mended: 'corrigido',
    worse: 'pior que antes',
  },
  dialog: {
    title: {
      one: 'Reenviar {count} evento',
      other: 'Reenviar {count} eventos',
    },
    titleAtLeast: {
      one: 'Reenviar {count} evento ou mais',
      other: 'Reenviar {count} eventos ou mais',
    },
    titleFound: 'Reenviar o que for encontrado',
    started: {
      one: 'O reenvio de {count} evento começou.',
      other: 'O reenvio de {count} eventos começou.',
    },
    all: 'Tudo o que {q} encontra.',
    pace: 'Ritmo',
    paces: {
      handler: 'Conforme responde',
      rate: 'A uma taxa',
      speed: 'Como chegou',
    },
    paceNotes: {
      handler: 'O próximo sai quando o anterior é respondido.',
      rate: 'Tantos por segundo, respondidos ou não.',
      speed: 'Com os intervalos da chegada, tantas vezes mais rápido.',
    },
    rate: 'Eventos por segundo',
    speed: 'Vezes mais rápido',
    order: 'Ordem',
    orders: {
      original: 'Como chegaram',
      newestFirst: 'Mais novos antes',
    },
    target: 'Destino',
    targetPlaceholder: 'o de cada endpoint',
    stop: 'Parar na primeira falha',
    chaos: 'Criar problemas de propósito',
    chaosNote: 'duplicatas, desordem, atrasos',
  },
  chaos: {
    legend: 'Problemas',
    duplicate: 'Enviados duas vezes',
    drop: 'Não enviados',
    reorder: 'Deslocados',
    delay: 'Atrasados',
    burst: 'Em rajadas',
    seed: 'Semente',
    share: '% dos eventos',
    places: 'posições no máximo',
    delayNote: 'no máximo, por exemplo 500ms',
    burstNote: 'de uma vez, depois uma pausa',
    seedNote: 'vazio: uma nova, mostrada depois',
  },
  expected: {
    rate: 'Esperava-se eventos por segundo, no máximo 10.000.',
    speed: 'Esperava-se quantas vezes mais rápido.',
    seed: 'Esperava-se um número inteiro.',
    duplicate: 'Esperava-se uma porcentagem de 0 a 100.',
    drop: 'Esperava-se uma porcentagem de 0 a 100.',
    reorder: 'Esperava-se um número de posições de 0 a 10.000.',
    burst: 'Esperava-se um número de 2 a 1.000.',
    time: 'Esperava-se um tempo como 500ms ou 2s.',
    url: 'Esperava-se uma URL que comece com http:// ou https://.',
  },
  skipped: {
    count: {
      one: '{count} não enviado:',
      other: '{count} não enviados:',
    },
    first: 'Mostrar o primeiro',
    why: {
      'not-found': 'O evento foi apagado.',
      'other-reasons': 'Outros motivos.',
    },
  },
};
