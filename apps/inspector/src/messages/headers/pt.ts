import type { Translation } from '../message.ts';
import type { headers as english } from './en.ts';

export const headers: Translation<typeof english> = {
  look: {
    table: 'Tabela',
    explained: 'Explicados',
    raw: 'Bruto',
  },
  lookAt: '{title} como',
  readAsUtf8: '(lido como UTF-8)',
  none: 'Nenhum.',
  name: 'nome do cabeçalho',
  value: 'valor do cabeçalho',
  request: 'Requisição',
  requestName: 'requisição',
  rebuilt:
    'Reconstruída a partir das partes: ordem, maiúsculas e bytes são os que chegaram; espaços em volta dos valores não são guardados.',
  rebuiltChunked:
    'Reconstruída a partir das partes: ordem, maiúsculas e bytes são os que chegaram; espaços em volta dos valores e limites dos chunks não são guardados.',
  notUtf8: 'Bytes que não são UTF-8 aparecem como �. Hex os mostra como chegaram.',
  asText: 'Requisição como texto',
  asHex: 'Requisição em hexadecimal',
};
