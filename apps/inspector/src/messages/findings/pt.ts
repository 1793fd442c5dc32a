import type { Translation } from '../message.ts';
import type { findings as english } from './en.ts';

export const findings: Translation<typeof english> = {
  title: {
    'key-order': 'As chaves do corpo foram postas em outra ordem',
    spacing: 'Os espaços em branco do corpo foram mudados',
    'unicode-escapes': 'Caracteres do corpo foram escapados ou desescapados',
    'numbers-rewritten': 'Números do corpo foram lidos e escritos de novo',
    'trailing-newline': 'Uma quebra de linha no fim do corpo surgiu ou sumiu',
    charset: 'O corpo foi convertido para outro conjunto de caracteres',
    'form-or-json': 'Um formulário foi tomado por JSON, ou JSON por um formulário',
    'proxy-changed-body': 'Algo no caminho mudou o corpo',
    'empty-body': 'Um corpo vazio foi assinado',
    'secret-blank': 'Há espaços, uma quebra de linha ou aspas em volta do segredo',
    'secret-prefix': 'O prefixo do segredo está onde não devia, ou falta onde devia estar',
    'secret-encoding': 'O segredo foi decodificado onde não devia, ou o contrário',
    'secret-kind': 'O segredo não é do tipo que assina isto',
    'other-endpoint-secret': 'Está assinada com o segredo de outro endpoint',
    'other-scheme': 'Foi assinada outra coisa que não a deste esquema',
    'signature-encoding': 'A assinatura está escrita de outra forma',
    'timestamp-unit': 'Segundos e milissegundos foram trocados',
    clock: 'O relógio está errado, ou a requisição é antiga',
    'url-scheme': 'http foi assinado por https, ou o contrário',
    'url-host': 'Outro host foi assinado',
    'url-port': 'Outra porta foi assinada',
    'url-query': 'Outra query foi assinada',
    'url-path': 'Outro caminho foi assinado',
    'plain-get': 'Um GET simples não é um callback',
    'missing-signature': 'A requisição não traz assinatura',
    'malformed-signature': 'O cabeçalho da assinatura não pode ser lido',
    'other-provider': 'Está assinada como outro provedor assina',
    'body-digest': 'O corpo não é o que a URL indica',
    'handler-parsed-body': 'O verificador do handler talvez veja outro corpo que não o enviado',
    'handler-stale': 'A assinatura era antiga demais quando chegou ao handler',
    'handler-url': 'O handler vê outra URL que não a assinada',
    'handler-edited': 'O corpo ou um cabeçalho assinado foi editado para este reenvio',
    'handler-other-secret': 'O handler talvez tenha outro segredo',
    'handler-refusal': 'O handler recusou por um motivo próprio',
  },
  todo: {
    'key-order':
      'Um texto foi assinado e outro foi enviado: procure um proxy, um gateway ou um script seu que interprete o corpo e o escreva de novo. No handler, verifique sobre os bytes brutos, antes que algo os interprete.',
    spacing:
      'Um texto foi assinado e outro foi enviado: procure um proxy, um gateway ou um script seu que interprete o corpo e o escreva de novo. No handler, verifique sobre os bytes brutos, antes que algo os interprete.',
    'unicode-escapes':
      'Um texto foi assinado e outro foi enviado: procure um proxy, um gateway ou um script seu que interprete o corpo e o escreva de novo. No handler, verifique sobre os bytes brutos, antes que algo os interprete.',
    'numbers-rewritten':
      'Um texto foi assinado e outro foi enviado: procure um proxy, um gateway ou um script seu que interprete o corpo e o escreva de novo. No handler, verifique sobre os bytes brutos, antes que algo os interprete.',
    'trailing-newline':
      'Envie e assine exatamente os mesmos bytes: procure um editor de texto, um here-document, um echo sem -n ou curl -d @arquivo, que tira quebras de linha.',
    charset:
      'Procure o que decodifica o corpo para texto e o escreve em outra codificação: um proxy, um script, o corpo em texto de um framework. Mantenha-o em bytes.',
    'form-or-json': 'Envie o content type que o provedor envia e verifique com a função correspondente.',
    'proxy-changed-body':
      'Procure um proxy ou middleware que descompacte, recodifique ou mude quebras de linha, e desligue-o para este caminho.',
    'empty-body':
      'Quem assinou não tinha corpo: um stream que já fora lido, ou nada passado à função que assina.',
    'secret-blank': 'Tire-os de onde estão: aqui (um arquivo .env, a configuração) ou no painel do provedor.',
    'secret-prefix':
      'Copie o segredo de novo, com prefixo e tudo, como o painel do provedor o mostra; em código seu, não corte o prefixo.',
    'secret-encoding':
      'Copie o segredo de novo como o painel do provedor o mostra; onde código seu assina ou verifica, use o texto dele ou os bytes decodificados, como diz a documentação do provedor.',
    'secret-kind':
      'Copie-o de novo como o painel do provedor o mostra. Svix e Standard Webhooks usam whsec_ seguido de base64, e whpk_ seguido de base64 na v1a; um fim cortado, um espaço ou um caractere estranho faz com que não seja base64.',
    'other-endpoint-secret': 'Defina esse segredo neste endpoint, ou aponte o provedor para o outro caminho.',
    'other-scheme':
      'Se o provedor deixa escolher a versão da assinatura, escolha esta. Se é código seu que assina, os passos mostram o que vai junto.',
    'signature-encoding':
      'Se é código seu que assina, escreva o resumo no algoritmo e na codificação que o esquema pede.',
    'timestamp-unit':
      'Se é código seu que assina, use a unidade deste esquema, no cabeçalho e também no texto assinado (Date.now() dá milissegundos).',
    clock:
      'Se foi enviado agora, acerte por NTP o relógio da máquina que está errada. Se é um evento antigo, reenvie-o com uma assinatura nova.',
    'url-scheme':
      'Dê ao verificador a URL como o provedor a chamou: a pública, com a query. Atrás de um proxy, leia X-Forwarded-Proto.',
    'url-host':
      'Dê ao verificador a URL como o provedor a chamou: a pública, com a query. Atrás de um proxy, leia X-Forwarded-Host.',
    'url-port': 'Dê ao verificador a URL como o provedor a chamou: a pública, com a query.',
    'url-query': 'Dê ao verificador a URL como o provedor a chamou: a pública, com a query.',
    'url-path': 'Dê ao verificador a URL como o provedor a chamou: a pública, com a query.',
    'plain-get': 'Nada precisa ser corrigido na assinatura.',
    'missing-signature':
      'Veja se há um segredo definido no provedor e se um proxy tira o cabeçalho. Se o provedor não o enviou, foi outra pessoa.',
    'malformed-signature':
      'Se o provedor o enviou, procure um proxy que mude cabeçalhos. Se é código seu que assina, escreva o cabeçalho como diz a documentação do provedor.',
    'other-provider': 'Indique o provedor certo neste endpoint.',
    'body-digest':
      'Um texto foi assinado e outro foi enviado: procure um proxy, um gateway ou um script seu que interprete o corpo e o escreva de novo. No handler, verifique sobre os bytes brutos, antes que algo os interprete.',
    'handler-parsed-body': 'Verifique sobre os bytes brutos, antes que algo interprete o corpo.',
    'handler-stale': 'Reenvie com uma assinatura nova.',
    'handler-url': 'Dê ao verificador a URL como o provedor a chamou: a pública, com a query.',
    'handler-edited': 'Reenvie com uma assinatura nova.',
    'handler-other-secret':
      'Compare o segredo do handler com o deste endpoint; um handler iniciado antes de o .env mudar ainda tem o antigo.',
    'handler-refusal':
      'Veja o corpo da resposta e o log do handler: um login, uma lista de IPs ou uma verificação CSRF pode vir antes.',
  },
};
