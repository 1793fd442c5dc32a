import type { Translation } from '../message.ts';
import type { problems as english } from './en.ts';

export const problems: Translation<typeof english> = {
  'not-found': 'Não existe mais.',
  'body-incomplete': 'O corpo deste evento não está completo. Dê ao reenvio um corpo próprio.',
  'body-too-large': 'O corpo é grande demais.',
  'body-undecodable': 'O corpo não pode ser decodificado como diz o cabeçalho.',
  blocked:
    'Esta requisição pede um arquivo secreto, ou não se encaixava em --only quando chegou. Confirme no inspetor para enviá-la ao seu handler.',
  'no-target': 'Não há destino. Inicie o Hooktap com um, ou indique um para este reenvio.',
  'no-secret': 'O endpoint não tem segredo com que assinar.',
  'no-receiver': 'Nada escuta: o receptor não está aberto.',
  'no-public-url': 'Não há URL pública: o túnel não está aberto.',
  'store-unavailable': 'O armazenamento de eventos não pode ser lido nem escrito. Veja o disco.',
  internal: 'Algo falhou no Hooktap. O terminal dele diz mais.',
  unreachable: 'O Hooktap não responde.',
};
