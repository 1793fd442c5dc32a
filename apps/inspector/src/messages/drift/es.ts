import type { Translation } from '../message.ts';
import type { drift as english } from './en.ts';

export const drift: Translation<typeof english> = {
  title: 'Drift',
  types: 'Tipos de evento',
  reading: 'Leyendo los eventos más nuevos…',
  empty: {
    title: 'Todavía no hay eventos.',
    text: 'Drift muestra los campos de cada tipo de evento y dice cuáles son nuevos, cuáles faltan y cuáles cambiaron de tipo.',
  },
  notAnswered: 'Hooktap no respondió. Abre Drift otra vez.',
  gone: 'Ya no se guarda ningún evento de este tipo.',
  noProvider: 'ningún proveedor conocido',
  noType: 'sin tipo de evento',
  noJson: 'ningún cuerpo JSON',
  moreTypes: 'Hay más tipos; se muestran los que tienen los eventos más nuevos.',
  fields: { one: '{count} campo', other: '{count} campos' },
  bodies: { one: '{count} cuerpo JSON', other: '{count} cuerpos JSON' },
  fromTo: '{from} a {to}',
  leftOut: {
    older: { one: 'los anteriores al último', other: 'los anteriores a los últimos {count}' },
    notJson: { one: '{count} sin JSON', other: '{count} sin JSON' },
    tooLarge: { one: '{count} demasiado grande', other: '{count} demasiado grandes' },
    incomplete: { one: '{count} incompleto', other: '{count} incompletos' },
    fields: 'algunos campos, que son demasiados',
    sentence: 'Fuera quedan: {what}.',
  },
  flags: {
    new: { one: '{count} nuevo', other: '{count} nuevos' },
    missing: { one: 'falta {count}', other: 'faltan {count}' },
    retyped: { one: '{count} con otro tipo', other: '{count} con otro tipo' },
  },
  flag: { new: 'nuevo', missing: 'falta', retyped: 'otro tipo' },
  changes: {
    title: 'Qué cambió',
    none: 'Nada es nuevo, falta ni cambió de tipo.',
    tooFew: 'Hay muy pocos eventos para saber qué es lo usual.',
    new: {
      one: '{field} es nuevo: visto por primera vez {when}, después de {count} evento sin él.',
      other: '{field} es nuevo: visto por primera vez {when}, después de {count} eventos sin él.',
    },
    missing: {
      one: '{field} falta: ninguno de los últimos {recent} lo tiene; antes lo tenían {had} de {count}.',
      other: '{field} falta: ninguno de los últimos {recent} lo tiene; antes lo tenían {had} de {count}.',
    },
    retyped: {
      one: '{field} es {to} desde {when}; antes era {from} en {count} evento.',
      other: '{field} es {to} desde {when}; antes era {from} en {count} eventos.',
    },
    having: 'Eventos que lo tienen',
    lacking: 'Eventos sin él',
    since: 'Eventos desde entonces',
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
    seen: 'Visto en',
    last: 'Visto por última vez',
    example: 'Ejemplo',
    seenIn: '{count} de {all}',
    having: 'Eventos que tienen {field}. Con Alt: los que no lo tienen.',
    firstSeen: 'Visto por primera vez {when}',
    optional: 'no siempre está',
    values: 'Uno de {values}',
    large: 'mayor que 2^53',
  },
  shape: {
    note: {
      one: 'Como está en {count} cuerpo. Lo que nunca se vio no está aquí.',
      other: 'Como está en {count} cuerpos. Lo que nunca se vio no está aquí.',
    },
    what: 'los cuerpos como {format}',
  },
  rule: 'Nuevo: visto por primera vez en las últimas {hours} h o en los {recent} eventos más nuevos, después de {fewest} o más sin él. Falta: en {share} de los eventos hasta el último que lo tenía y en ninguno de {recent} o más desde entonces (si son pocos, en ninguno de la mitad más nueva); deja de decirse después de {missing} eventos y {hours} h. Otro tipo: un tipo que nunca vino antes. Se leen los {most} eventos más nuevos de cada tipo.',
  event: {
    new: { one: '{count} campo no se había visto antes', other: '{count} campos no se habían visto antes' },
    retyped: {
      one: '{count} campo tiene otro tipo que antes',
      other: '{count} campos tienen otro tipo que antes',
    },
  },
};
