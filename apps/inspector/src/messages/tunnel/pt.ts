import type { Translation } from '../message.ts';
import type { tunnel as english } from './en.ts';

export const tunnel: Translation<typeof english> = {
  title: 'Túnel',
  tryNow: 'Tentar de novo agora',
  checkNow: 'Verificar agora',
  tried: {
    probing: 'Verificando se as requisições passam.',
    opening: 'Tentando de novo.',
    'under-way': 'Já há uma tentativa em andamento.',
    'too-soon':
      'Acabou de ser tentado. Servidores de túnel bloqueiam quem pede demais: espere alguns segundos.',
    off: 'Não há túnel para tentar. Inicie o Hooktap sem --no-tunnel.',
  },
  state: {
    connecting: 'conectando',
    open: 'aberto',
    degraded: 'degradado',
    reconnecting: 'reconectando',
    closed: 'fechado',
    failed: 'com falha',
  },
  states: 'Estados do túnel',
  now: 'agora',
  for: 'há {span}',
  since: 'desde {time}',
  nextTry: 'Próxima tentativa em {span}.',
  nextTrySoon: 'Próxima tentativa a qualquer momento.',
  publicUrl: 'URL pública',
  lastUrl: 'Última URL pública',
  noUrl: 'Não houve nenhuma nesta execução.',
  kind: 'Tipo',
  carries: 'Leva',
  sockets: {
    zero: '0 requisições por vez; no máximo {waiting} delas podem esperar por um handler',
    one: '{count} requisição por vez; no máximo {waiting} delas podem esperar por um handler',
    other: '{count} requisições por vez; no máximo {waiting} delas podem esperar por um handler',
  },
  moved: {
    title: 'A URL pública mudou',
    old: 'Antes',
    new: 'Agora',
    at: 'às {time}',
    follows: 'Registrado nos provedores',
  },
  probes: {
    title: 'Sondagens da URL pública',
    what: 'Uma requisição desta máquina pela internet e de volta, com um número que o receptor responde uma vez. Não é um evento e nunca é entregue. Feita antes de mostrar uma URL, depois de qualquer problema e após 20 s sem requisições.',
    none: 'Nenhuma foi feita ainda.',
    reached: 'passou',
    failed: 'não passou',
    last: 'A última, {ago}:',
    strip: {
      zero: 'Nenhuma sondagem: {failed} falharam.',
      one: 'A última sondagem: {failed} falhou.',
      other: 'As últimas {count} sondagens: {failed} falharam.',
    },
    slowest: 'a mais lenta {time}',
  },
  urls: {
    title: 'URLs públicas desta execução',
    until: '{from} a {until}',
    from: 'desde {from}',
  },
  history: {
    title: 'O que aconteceu',
    times: '{count}×, última {time}',
    more: {
      zero: 'Mostrar mais 0',
      one: 'Mostrar mais {count}',
      other: 'Mostrar mais {count}',
    },
  },
  know: {
    title: 'Bom saber sobre o localtunnel',
    open: 'A URL é tudo o que mantém estranhos fora: quem a tem pode enviar a esta máquina.',
    name: 'O nome é emprestado, não é seu. O Hooktap pede o mesmo de novo; se alguém o pegou nesse meio-tempo, a URL muda.',
    plain:
      'Entre o servidor do túnel e esta máquina as requisições viajam sem TLS, diga o que disser a URL pública.',
    headers:
      'Nomes de cabeçalho chegam em minúsculas e repetidos chegam como um só: é o servidor do túnel que faz isso. Os corpos são exatos. Para cabeçalhos exatos, chame o receptor diretamente.',
    reminder:
      'Aberta em um navegador, a URL pública pode mostrar antes uma página de aviso (401). Provedores passam.',
    service:
      'O serviço público é mantido por uma pessoa, sem promessas. Se cair, as capturas no endereço do próprio receptor continuam.',
  },
  none: {
    title: 'Não há túnel',
    what: 'O Hooktap está sem túnel, então nada na internet alcança esta máquina por ele. O receptor ainda captura o que lhe é enviado:',
  },
  banner: {
    title: 'A URL pública mudou.',
    again: {
      zero: 'Não há provedor a registrar: {names}.',
      one: 'Registre de novo em {count} provedor: {names}.',
      other: 'Registre de novo em {count} provedores: {names}.',
    },
    followed: {
      zero: 'Nenhum provedor segue sozinho.',
      one: '{count} provedor segue sozinho.',
      other: '{count} provedores seguem sozinhos.',
    },
    tell: 'Avise quem chama a antiga.',
    what: 'O que fazer',
    dismiss: 'Dispensar',
    newUrl: 'nova URL pública',
  },
  copyOld: 'URL pública antiga',
  copyNew: 'URL pública',
  copyReceiver: 'URL do receptor',
};
