import type { Translation } from '../message.ts';
import type { signature as english } from './en.ts';

export const signature: Translation<typeof english> = {
  verdict: {
    valid: 'Válida',
    invalid: 'No válida',
    unchecked: 'Sin verificar',
  },
  label: 'Veredicto',
  age: {
    same: 'firmada cuando llegó',
    before: 'firmada {span} antes de llegar',
    after: 'firmada {span} después de llegar',
  },
  todo: {
    provider: 'Indica el proveedor en el endpoint {endpoint}, si lo sabes.',
    secret: 'Añade el secreto al endpoint {endpoint}.',
  },
  theProvider: 'El proveedor',
  valid: 'La firma es válida.',
  unchecked: 'La firma no se verificó.',
  invalid: 'La firma no se verifica.',
  unexplained:
    'Ninguno de los errores habituales lo explica. O se firmó con un secreto que no está definido aquí, o lo que llegó no es lo que se firmó.',
  was: {
    valid: 'Cuando llegó, era válida.',
    invalid: 'Cuando llegó, no era válida.',
    unchecked: 'Cuando llegó, no se verificó.',
  },
  is: {
    valid: 'Con los secretos definidos ahora, es válida.',
    invalid: 'Con los secretos definidos ahora, no es válida.',
    unchecked: 'Con los secretos definidos ahora, no se verifica.',
  },
  resign: 'Volver a firmar y reenviar',
  edit: 'Editar o romper',
  why: 'Por qué tu handler respondió {status}',
  attempt: 'intento {attempt}',
  notSeen:
    'La firma que se le envió es correcta, así que el motivo no se ve desde aquí. Mira el log de tu handler.',
  tried: 'Qué se probó',
  openAgain: 'Hooktap no respondió. Abre la pestaña otra vez.',
  alsoFound: 'También se encontró',
  certain: 'seguro',
  possible: 'posible',
  handler: {
    title: 'En tu handler',
    framework: 'Framework',
    lines: 'las líneas para {framework}',
    docs: 'Documentación de {framework}',
  },
  step: {
    cut: '… y así sucesivamente, {size} en total',
    signedString: 'texto firmado',
    copySigned: 'Copiar texto firmado',
    header: 'Leer el encabezado',
    noHeader: 'No llegó ninguno de sus encabezados.',
    clock: 'Mirar el reloj',
    fine: 'en orden',
    join: 'Unir lo que se firma',
    noSecret: 'Con el secreto, que el endpoint {endpoint} no tiene.',
    secret: 'Con el secreto del endpoint {endpoint}, que no sale de esta máquina.',
    compare: 'Comparar',
    docs: 'Cómo está documentado',
  },
  line: {
    received: 'recibida',
    none: 'sin firma',
    secret: 'secreto {number}',
    notShown: 'no se muestra, o no es un secreto de este esquema',
    matches: 'coincide',
    noMatch: 'no coincide',
  },
};
