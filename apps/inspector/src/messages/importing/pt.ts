import type { Translation } from '../message.ts';
import type { importing as english } from './en.ts';

export const importing: Translation<typeof english> = {
  title: 'Importar eventos',
  what: 'Um arquivo HAR de um navegador ou outra ferramenta, ou NDJSON exportado pelo Hooktap, com as notas, as tags e o que estava fixado. Eventos importados nunca são entregues sozinhos; Reenviar os envia.',
  choose: 'Escolher um arquivo…',
  orDrop: 'ou solte um em qualquer lugar desta página',
  limits: 'NDJSON e HAR de qualquer tamanho.',
  running: 'Importando {file}, {size}…',
  soFar: {
    one: '{count} evento até agora',
    other: '{count} eventos até agora',
  },
  stop: 'Parar',
  stopped: 'Parado. O que já tinha chegado pode ter sido importado: procure {query}.',
  imported: {
    zero: 'Nenhum evento foi importado.',
    one: '{count} evento foi importado.',
    other: '{count} eventos foram importados.',
  },
  nothing: 'Não há nenhum evento neste arquivo.',
  skipped: {
    zero: '0 ficaram de fora:',
    one: '{count} ficou de fora:',
    other: '{count} ficaram de fora:',
  },
  moreSkipped: {
    zero: 'e mais 0',
    one: 'e mais {count}',
    other: 'e mais {count}',
  },
  old: 'O mais antigo chegou em {date}. A retenção segue essa data: o que for velho demais é apagado logo, a menos que esteja fixado.',
  show: 'Mostrar',
  undo: 'Desfazer a importação',
  undone: {
    zero: '0 eventos importados foram retirados.',
    one: '{count} evento importado foi retirado.',
    other: '{count} eventos importados foram retirados.',
  },
  another: 'Importar outro…',
  done: 'Pronto',
  oneOnly: 'Um arquivo por vez: só {file} é importado.',
  away: 'O Hooktap não respondeu. O que já tinha chegado pode ter sido importado.',
};
