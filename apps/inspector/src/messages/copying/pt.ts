import type { Translation } from '../message.ts';
import type { copying as english } from './en.ts';

export const copying: Translation<typeof english> = {
  copyAs: 'Copiar como',
  format: {
    curl: 'curl',
    httpie: 'HTTPie',
    fetch: 'JavaScript, fetch',
    axios: 'JavaScript, axios',
    python: 'Python, requests',
    go: 'Go',
    php: 'PHP',
    java: 'Java',
    http: 'HTTP bruto',
  },
  calls: 'Chama',
  asCalled: '{host}, como o remetente',
  safe: 'Com substitutos, para compartilhar',
  export: 'Exportar…',
  exportFound: {
    zero: 'Exportar…',
    one: 'Exportar o {count} evento encontrado…',
    other: 'Exportar os {count} eventos encontrados…',
  },
  exportAll: 'Exportar tudo…',
  import: 'Importar…',
  done: 'Copiado: {format}.',
  doneForFile: 'Copiado: {format}. O código lê o corpo de {file}: salve-o ao lado, pelo mesmo menu.',
  savedInstead: 'Grande demais para copiar inteira, ou não é texto: a requisição foi salva como {file}.',
  tooLargeToShare:
    'O corpo tem {size}, demais para a área de transferência, e um arquivo ao lado do código teria o que foi capturado. Exporte o evento com substitutos.',
  large: 'O código lê um corpo tão grande de um arquivo ao lado.',
  saveBody: 'Salvar o corpo ({size})',
  drop: {
    title: 'Solte para importar',
    what: 'Um arquivo HAR, ou NDJSON exportado pelo Hooktap. Nada é entregue.',
  },
};
