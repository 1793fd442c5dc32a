import type { Translation } from '../message.ts';
import type { batches as english } from './en.ts';

export const batches: Translation<typeof english> = {
  title: 'Reenvíos',
  replayFailed: 'Reenviar lo que falló…',
  empty: {
    title: 'Aún no hay ningún lote de reenvíos.',
    how: 'En los eventos, selecciona varios con X y pulsa R, o búscalos y elige «Reenviar … encontrados» en el menú de la lista. Salen en el orden en que llegaron, al ritmo que elijas.',
    toEvents: 'Ir a los eventos',
  },
  state: {
    running: 'En curso',
    done: 'Terminado',
    doneWithFailures: 'Terminado, {count} con fallo',
    cancelled: 'Cancelado',
    stopped: 'Detenido',
  },
  progress: {
    done: '{done} de {total}',
    succeeded: '{count} con éxito',
    failed: '{count} con fallo',
    skipped: {
      one: '{count} no enviado',
      other: '{count} no enviados',
    },
    in: 'en {span}',
  },
  remaining: {
    nearly: 'casi listo',
    about: 'quedan unos {span}',
  },
  pace: {
    handler: 'a la velocidad del handler',
    rate: '{count} por segundo',
    asTheyCame: 'con los intervalos de su llegada',
    faster: '{count} veces más rápido de lo que llegaron',
  },
  about: {
    target: 'a {target}',
    chaos: 'con caos, semilla {seed}',
  },
  noAnswerBefore: 'sin respuesta antes',
  said: 'Reenvíos: {state}. {progress}.',
  goOn: 'Continuar con {count}',
  doneOf: 'Avance de {id}',
  trouble: {
    said: 'Caos, {events}: {what}.',
    dropped: {
      one: '{count} no enviado',
      other: '{count} no enviados',
    },
    doubled: {
      one: '{count} enviado dos veces',
      other: '{count} enviados dos veces',
    },
    delayed: {
      one: '{count} con retraso',
      other: '{count} con retraso',
    },
    moved: {
      one: '{count} desplazado',
      other: '{count} desplazados',
    },
  },
  seed: 'La semilla {seed} repite los mismos problemas.',
  seedName: 'semilla',
  summary: {
    nothing: 'Aún no se ha respondido nada.',
    before: 'Antes',
    now: 'Ahora',
    events: 'Eventos',
    change: 'Cambio',
    mended: 'corregido',
    worse: 'peor que antes',
  },
  dialog: {
    title: {
      one: 'Reenviar {count} evento',
      other: 'Reenviar {count} eventos',
    },
    titleAtLeast: {
      one: 'Reenviar {count} evento o más',
      other: 'Reenviar {count} eventos o más',
    },
    titleFound: 'Reenviar lo que se encuentre',
    started: {
      one: 'El reenvío de {count} evento ha empezado.',
      other: 'El reenvío de {count} eventos ha empezado.',
    },
    all: 'Todo lo que {q} encuentra.',
    pace: 'Ritmo',
    paces: {
      handler: 'Según responde',
      rate: 'A una tasa',
      speed: 'Como llegó',
    },
    paceNotes: {
      handler: 'El siguiente sale cuando se responde el anterior.',
      rate: 'Tantos por segundo, respondidos o no.',
      speed: 'Con los intervalos de su llegada, tantas veces más rápido.',
    },
    rate: 'Eventos por segundo',
    speed: 'Veces más rápido',
    order: 'Orden',
    orders: {
      original: 'Como llegaron',
      newestFirst: 'Los más nuevos antes',
    },
    target: 'Destino',
    targetPlaceholder: 'el de cada endpoint',
    stop: 'Detener en el primer fallo',
    chaos: 'Crear problemas a propósito',
    chaosNote: 'duplicados, desorden, retrasos',
  },
  chaos: {
    legend: 'Problemas',
    duplicate: 'Enviados dos veces',
    drop: 'No enviados',
    reorder: 'Desplazados',
    delay: 'Con retraso',
    burst: 'En ráfagas',
    seed: 'Semilla',
    share: '% de los eventos',
    places: 'posiciones como máximo',
    delayNote: 'como máximo, por ejemplo 500ms',
    burstNote: 'de golpe, luego una pausa',
    seedNote: 'vacío: una nueva, que se muestra después',
  },
  expected: {
    rate: 'Se esperaban eventos por segundo, como máximo 10 000.',
    speed: 'Se esperaba cuántas veces más rápido.',
    seed: 'Se esperaba un número entero.',
    duplicate: 'Se esperaba un porcentaje de 0 a 100.',
    drop: 'Se esperaba un porcentaje de 0 a 100.',
    reorder: 'Se esperaba un número de posiciones de 0 a 10 000.',
    burst: 'Se esperaba un número de 2 a 1000.',
    time: 'Se esperaba un tiempo como 500ms o 2s.',
    url: 'Se esperaba una URL que empiece por http:// o https://.',
  },
  skipped: {
    count: {
      one: '{count} no enviado:',
      other: '{count} no enviados:',
    },
    first: 'Mostrar el primero',
    why: {
      'not-found': 'El evento se borró.',
      'other-reasons': 'Otros motivos.',
    },
  },
};
