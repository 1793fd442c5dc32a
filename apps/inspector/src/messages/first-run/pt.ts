import type { Translation } from '../message.ts';
import type { firstRun as english } from './en.ts';

export const firstRun: Translation<typeof english> = {
  title: 'Esperando o primeiro evento',
  noTarget: {
    public: 'O túnel está aberto. Não há destino: os eventos são guardados e respondidos com 200.',
    noTunnel:
      'Não há túnel, então só esta máquina pode enviar. Não há destino: os eventos são guardados e respondidos com 200.',
    notYet:
      'O túnel ainda não está aberto, então só esta máquina pode enviar. Não há destino: os eventos são guardados e respondidos com 200.',
  },
  up: {
    public: 'O túnel está aberto e algo escuta em {target}.',
    noTunnel: 'Não há túnel, então só esta máquina pode enviar; algo escuta em {target}.',
    notYet: 'O túnel ainda não está aberto, então só esta máquina pode enviar; algo escuta em {target}.',
  },
  down: {
    public: 'O túnel está aberto. Nada escuta em {target}; os eventos ficam guardados para reenvio.',
    noTunnel:
      'Não há túnel, então só esta máquina pode enviar. Nada escuta em {target}; os eventos ficam guardados para reenvio.',
    notYet:
      'O túnel ainda não está aberto, então só esta máquina pode enviar. Nada escuta em {target}; os eventos ficam guardados para reenvio.',
  },
  unknown: {
    public: 'O túnel está aberto. Os eventos seguem para {target}.',
    noTunnel: 'Não há túnel, então só esta máquina pode enviar. Os eventos seguem para {target}.',
    notYet:
      'O túnel ainda não está aberto, então só esta máquina pode enviar. Os eventos seguem para {target}.',
  },
  sendOne: {
    public: 'Envie um você mesmo ou aponte um provedor para a sua URL pública.',
    local: 'Envie um você mesmo; um provedor precisa de uma URL pública.',
  },
  now: {
    title: 'Envie um agora',
    public: 'Sai para a internet e volta pelo túnel.',
    local: 'Vai para o receptor nesta máquina.',
  },
  point: {
    provider: 'Aponte o seu provedor para cá',
    scripts: 'Aponte os seus scripts para cá',
    anyPath: 'Qualquer caminho serve; ele é repassado ao seu handler como veio.',
    localOnly: 'Esta URL só funciona a partir desta máquina.',
  },
  curl: 'comando curl',
  listening: 'Escutando. O evento vai aparecer aqui sozinho.',
};
