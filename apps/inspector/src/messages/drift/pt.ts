import type { Translation } from '../message.ts';
import type { drift as english } from './en.ts';

export const drift: Translation<typeof english> = {
  title: 'Drift',
  types: 'Tipos de evento',
  reading: 'Lendo os eventos mais novos…',
  empty: {
    title: 'Nenhum evento ainda.',
    text: 'O Drift lista os campos de cada tipo de evento e diz quais são novos, quais faltam e quais mudaram de tipo.',
  },
  notAnswered: 'O Hooktap não respondeu. Abra o Drift de novo.',
  gone: 'Nenhum evento deste tipo está guardado.',
  noProvider: 'nenhum provedor conhecido',
  noType: 'sem tipo de evento',
  noJson: 'nenhum corpo JSON',
  moreTypes: 'Há mais tipos; são mostrados os que têm os eventos mais novos.',
  fields: { one: '{count} campo', other: '{count} campos' },
  bodies: { one: '{count} corpo JSON', other: '{count} corpos JSON' },
  fromTo: '{from} a {to}',
  leftOut: {
    older: { one: 'os mais antigos que o último', other: 'os mais antigos que os últimos {count}' },
    notJson: { one: '{count} sem JSON', other: '{count} sem JSON' },
    tooLarge: { one: '{count} grande demais', other: '{count} grandes demais' },
    incomplete: { one: '{count} incompleto', other: '{count} incompletos' },
    fields: 'alguns campos, que são demais',
    sentence: 'De fora: {what}.',
  },
  flags: {
    new: { one: '{count} novo', other: '{count} novos' },
    missing: { one: '{count} em falta', other: '{count} em falta' },
    retyped: { one: '{count} com outro tipo', other: '{count} com outro tipo' },
  },
  flag: { new: 'novo', missing: 'em falta', retyped: 'outro tipo' },
  changes: {
    title: 'O que mudou',
    none: 'Nada é novo, falta ou mudou de tipo.',
    tooFew: 'Há eventos de menos para saber o que é usual.',
    new: {
      one: '{field} é novo: visto pela primeira vez {when}, depois de {count} evento sem ele.',
      other: '{field} é novo: visto pela primeira vez {when}, depois de {count} eventos sem ele.',
    },
    missing: {
      one: '{field} falta: nenhum dos últimos {recent} o tem; antes, {had} de {count} tinham.',
      other: '{field} falta: nenhum dos últimos {recent} o tem; antes, {had} de {count} tinham.',
    },
    retyped: {
      one: '{field} é {to} desde {when}; antes era {from} em {count} evento.',
      other: '{field} é {to} desde {when}; antes era {from} em {count} eventos.',
    },
    having: 'Eventos que o têm',
    lacking: 'Eventos sem ele',
    since: 'Eventos desde então',
  },
  view: {
    name: 'Mostrar como',
    fields: 'Campos',
    typescript: 'TypeScript',
    'json-schema': 'JSON Schema',
    zod: 'zod',
  },
  table: {
    field: 'Campo',
    kinds: 'Tipo',
    seen: 'Visto em',
    last: 'Visto por último',
    example: 'Exemplo',
    seenIn: '{count} de {all}',
    having: 'Eventos que têm {field}. Com Alt: os que não têm.',
    firstSeen: 'Visto pela primeira vez {when}',
    optional: 'nem sempre presente',
    values: 'Um de {values}',
    large: 'acima de 2^53',
  },
  shape: {
    note: {
      one: 'Como está em {count} corpo. O que nunca foi visto não está aqui.',
      other: 'Como está em {count} corpos. O que nunca foi visto não está aqui.',
    },
    what: 'os corpos como {format}',
  },
  rule: 'Novo: visto pela primeira vez nas últimas {hours} h ou nos {recent} eventos mais novos, depois de {fewest} ou mais sem ele. Em falta: em {share} dos eventos até o último que o tinha e em nenhum de {recent} ou mais desde então (se são poucos, em nenhum da metade mais nova); deixa de ser dito depois de {missing} eventos e {hours} h. Outro tipo: um tipo que nunca veio antes. São lidos os {most} eventos mais novos de cada tipo.',
  event: {
    new: {
      one: '{count} campo não tinha sido visto antes',
      other: '{count} campos não tinham sido vistos antes',
    },
    retyped: {
      one: '{count} campo tem outro tipo que antes',
      other: '{count} campos têm outro tipo que antes',
    },
  },
};
