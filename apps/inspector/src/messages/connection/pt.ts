import type { Translation } from '../message.ts';
import type { connection as english } from './en.ts';

export const connection: Translation<typeof english> = {
  stopped: 'O Hooktap parou de responder às {time}.',
  stoppedTodo: 'Você vê o que tinha chegado até então. Se você o fechou, inicie de novo com {command}',
  command: 'comando',
  trying: 'Tentando de novo sozinho',
  tryNow: 'Tentar agora',
  refused: 'O Hooktap recusou o token desta página',
  noToken: 'Esta página ainda não tem token',
  whyRefused: 'O token mudou ou é de outro projeto.',
  whyNoToken:
    'Eventos capturados podem conter segredos, por isso o inspetor só abre com o token do seu Hooktap.',
  runThis: 'Rode isto no seu projeto; o inspetor abre com o token certo.',
  orOpen: 'Ou abra o endereço que o Hooktap mostrou ao iniciar, até o último caractere.',
};
