import type { Translation } from '../message.ts';
import type { signature as english } from './en.ts';

export const signature: Translation<typeof english> = {
  verdict: {
    valid: 'Válida',
    invalid: 'Inválida',
    unchecked: 'Não verificada',
  },
  label: 'Veredito',
  age: {
    same: 'assinada quando chegou',
    before: 'assinada {span} antes de chegar',
    after: 'assinada {span} depois de chegar',
  },
  todo: {
    provider: 'Indique o provedor no endpoint {endpoint}, se souber.',
    secret: 'Adicione o segredo ao endpoint {endpoint}.',
  },
  theProvider: 'O provedor',
  valid: 'A assinatura é válida.',
  unchecked: 'A assinatura não foi verificada.',
  invalid: 'A assinatura não confere.',
  unexplained:
    'Nenhum dos erros comuns explica isso. Ou foi assinada com um segredo que não está definido aqui, ou o que chegou não é o que foi assinado.',
  was: {
    valid: 'Quando chegou, era válida.',
    invalid: 'Quando chegou, era inválida.',
    unchecked: 'Quando chegou, não foi verificada.',
  },
  is: {
    valid: 'Com os segredos definidos agora, é válida.',
    invalid: 'Com os segredos definidos agora, é inválida.',
    unchecked: 'Com os segredos definidos agora, não é verificada.',
  },
  resign: 'Assinar de novo e reenviar',
  edit: 'Editar ou quebrar',
  why: 'Por que o seu handler respondeu {status}',
  attempt: 'tentativa {attempt}',
  notSeen: 'A assinatura enviada está certa, então o motivo não se vê daqui. Veja o log do seu handler.',
  tried: 'O que foi tentado',
  openAgain: 'O Hooktap não respondeu. Abra a aba de novo.',
  alsoFound: 'Também encontrado',
  certain: 'certo',
  possible: 'possível',
  handler: {
    title: 'No seu handler',
    framework: 'Framework',
    lines: 'as linhas para {framework}',
    docs: 'Documentação de {framework}',
  },
  step: {
    cut: '… e assim por diante, {size} no total',
    signedString: 'texto assinado',
    copySigned: 'Copiar texto assinado',
    header: 'Ler o cabeçalho',
    noHeader: 'Nenhum dos cabeçalhos veio.',
    clock: 'Olhar o relógio',
    fine: 'em ordem',
    join: 'Juntar o que é assinado',
    noSecret: 'Com o segredo, que o endpoint {endpoint} não tem.',
    secret: 'Com o segredo do endpoint {endpoint}, que não sai desta máquina.',
    compare: 'Comparar',
    docs: 'Como está documentado',
  },
  line: {
    received: 'recebida',
    none: 'sem assinatura',
    secret: 'segredo {number}',
    notShown: 'não mostrada, ou não é um segredo deste esquema',
    matches: 'confere',
    noMatch: 'não confere',
  },
};
