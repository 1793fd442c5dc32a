import type { Translation } from '../message.ts';
import type { watch as english } from './en.ts';

export const watch: Translation<typeof english> = {
  title: 'Reenviar ao salvar',
  noteOn: 'Reenviar ao salvar: ligado',
  noteOff: 'Reenviar ao salvar: desligado',
  start: {
    what: 'Observa uma pasta e reenvia eventos sempre que um arquivo nela muda: verde quando a resposta é a esperada, vermelho quando não.',
    folder: 'Pasta, como caminho absoluto na máquina do Hooktap',
    q: 'Eventos, como busca (os 50 mais novos)',
    note: 'Só os nomes dos arquivos mudados são vistos; nada na pasta é lido nem executado. Termina com o Hooktap.',
    button: 'Observar',
  },
  on: {
    folder: 'Observada',
    events: 'Eventos',
    ignored: 'Não observadas',
    ignoredNames: '{names} e pastas cujo nome começa com ponto',
    written: 'Escritos pelo seu handler',
    note: 'Espera-se qualquer 2xx, ou a resposta marcada com Esperar esta: o código de status e, em JSON, os campos e seus tipos.',
    repeats:
      'Cada uma das últimas {count} execuções começou {after} depois do fim de uma anterior, a última com uma mudança de {files}. Algo escreve nesse ritmo: o seu handler, se ainda escreve depois de responder. Faça com que escreva fora desta pasta, ou observe uma pasta menor.',
    stop: 'Parar de observar',
    run: 'Reenviar agora',
  },
  strip: {
    ready: 'Esperando uma mudança',
    waiting: 'Esperando o seu handler escutar',
    replaying: 'Reenviando',
    met: { one: '{count} como esperado', other: '{count} como esperado' },
    missed: { one: '{count} diferente do esperado', other: '{count} diferentes do esperado' },
    nothing: 'Nenhum evento escolhido',
    repeats: 'Uma mudança {after} depois de cada execução',
    open: 'Resultados',
    ended: 'Terminou.',
    again: 'Observar de novo…',
    putAway: 'Dispensar',
  },
  verdict: {
    met: 'como esperado,',
    missed: 'diferente do esperado,',
    skipped: 'não enviado,',
    waiting: 'esperando',
  },
  expected: { success: 'esperado 2xx', marked: 'esperado como marcado, {code}' },
  run: {
    title: 'Última execução',
    states: {
      waiting: 'esperando o seu handler',
      replaying: 'reenviando',
      done: 'pronta',
      superseded: 'recomeçada após outra mudança',
    },
    more: { one: 'e mais {count}', other: 'e mais {count}' },
    diff: 'O que mudou',
    cut: 'Os {count} mais novos de {matched} eventos são reenviados.',
  },
};
