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
  tooLarge: 'O corpo tem {size}, demais para a área de transferência. Exporte o evento como arquivo.',
  notText: 'A requisição não é texto, por isso não pode ser copiada inteira. Exporte o evento como arquivo.',
  drop: {
    title: 'Solte para importar',
    what: 'Um arquivo HAR, ou NDJSON exportado pelo Hooktap. Nada é entregue.',
  },
};
