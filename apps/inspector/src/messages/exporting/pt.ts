import type { Translation } from '../message.ts';
import type { exporting as english } from './en.ts';

export const exporting: Translation<typeof english> = {
  title: {
    zero: 'Exportar 0 eventos',
    one: 'Exportar {count} evento',
    other: 'Exportar {count} eventos',
  },
  titleUnknown: 'Exportar eventos',
  query: 'Tudo o que {query} encontra, do mais antigo ao mais novo.',
  all: 'Todos os eventos, do mais antigo ao mais novo.',
  format: 'Arquivo',
  formats: {
    har: 'HAR 1.2',
    ndjson: 'NDJSON',
    html: 'Relatório HTML',
  },
  formatNote: {
    har: 'Requisições com o que os remetentes receberam, e cada tentativa com seus tempos. Navegadores e outras ferramentas leem.',
    ndjson: 'Um evento por linha; nada se perde, só as entregas. O Hooktap importa.',
    html: 'Uma página para ler, enviar ou imprimir. Não tem scripts e não carrega nada.',
  },
  safe: 'Seguro para compartilhar',
  safeNote:
    'Números de telefone, nomes, textos, ids, tokens e assinaturas viram substitutos: o mesmo valor, o mesmo substituto em todo este arquivo.',
  unsafe: 'Este arquivo tem tudo como foi capturado. Quem o receber pode ler cada texto, número e token.',
  leaves: 'O que sai',
  replaced: 'Substituído',
  readable: 'Como está',
  nothingReplaced: 'Nada a substituir foi encontrado.',
  counting: 'Contando…',
  counted: 'Contado nos primeiros {judged} de {events} eventos. A substituição vale para o arquivo inteiro.',
  kinds: {
    phone: {
      zero: '0 números de telefone',
      one: '{count} número de telefone',
      other: '{count} números de telefone',
    },
    email: {
      zero: '0 endereços de e-mail',
      one: '{count} endereço de e-mail',
      other: '{count} endereços de e-mail',
    },
    name: {
      zero: '0 nomes',
      one: '{count} nome',
      other: '{count} nomes',
    },
    text: {
      zero: '0 textos',
      one: '{count} texto',
      other: '{count} textos',
    },
    token: {
      zero: '0 ids e tokens',
      one: '{count} id ou token',
      other: '{count} ids e tokens',
    },
    signature: {
      zero: '0 assinaturas',
      one: '{count} assinatura',
      other: '{count} assinaturas',
    },
    address: {
      zero: '0 hosts e endereços IP',
      one: '{count} host ou endereço IP',
      other: '{count} hosts e endereços IP',
    },
    url: {
      zero: '0 URLs',
      one: '{count} URL',
      other: '{count} URLs',
    },
    number: {
      zero: '0 números longos',
      one: '{count} número longo',
      other: '{count} números longos',
    },
    body: {
      zero: '0 corpos inteiros',
      one: '{count} corpo inteiro',
      other: '{count} corpos inteiros',
    },
  },
  stays: {
    title: 'Fica como está',
    look: {
      zero: 'Nenhum valor fica.',
      one: '{count} valor pode ser de alguém, ou não: olhe antes de compartilhar.',
      other: '{count} valores podem ser de alguém, ou não: olhe antes de compartilhar.',
    },
    others: {
      zero: 'e mais 0',
      one: 'e mais {count}',
      other: 'e mais {count}',
    },
    numbers: {
      zero: '0 números curtos e horários ficam também.',
      one: '{count} número curto ou horário fica também.',
      other: '{count} números curtos e horários ficam também.',
    },
    bodies: {
      zero: '0 corpos não puderam ser julgados.',
      one: '{count} corpo não pôde ser julgado, pois não é JSON nem formulário: nada dele fica.',
      other: '{count} corpos não puderam ser julgados, pois não são JSON nem formulários: nada deles fica.',
    },
    times: '{count}×',
  },
  preview: {
    title: 'Os primeiros eventos',
    note: 'Os substitutos são feitos de novo para o arquivo: serão outros.',
    where: 'Onde',
    before: 'Como capturado',
    after: 'No arquivo',
    stays: 'fica',
    others: {
      zero: 'e mais 0 valores',
      one: 'e mais {count} valor',
      other: 'e mais {count} valores',
    },
    none: 'Nenhum evento encontrado.',
    changes: 'Só o que muda',
    replaced: {
      zero: '0 valores substituídos',
      one: '{count} valor substituído',
      other: '{count} valores substituídos',
    },
  },
  place: {
    target: 'endereço',
    header: 'cabeçalho',
    body: 'corpo',
    event: 'evento',
    attempt: 'tentativa',
  },
  download: 'Exportar',
  downloading: 'Exportando… {size}',
  downloaded: 'Exportado: {file}',
  brokenOff:
    'A exportação foi interrompida. O que veio não está inteiro, então nada foi salvo. Tente de novo.',
};
