import type { Translation } from '../message.ts';
import type { triggerWords as english } from './en.ts';

export const triggerWords: Translation<typeof english> = {
  eventType: {
    'Somebody wrote to one of your senders; reactions arrive as this too.':
      'Alguém escreveu para um dos seus remetentes; reações também chegam assim.',
    'Your message was taken in and waits to be sent.': 'Sua mensagem foi aceita e espera para ser enviada.',
    'Your message was handed to the channel.': 'Sua mensagem foi passada ao canal.',
    'Your message reached the recipient’s device.': 'Sua mensagem chegou ao aparelho do destinatário.',
    'The recipient opened your message.': 'O destinatário abriu sua mensagem.',
    'Your message could not be delivered; errorCode and errorMessage say why.':
      'Sua mensagem não pôde ser entregue; errorCode e errorMessage dizem por quê.',
    'In the SDK’s list of events; what it says is not documented.':
      'Está na lista de eventos do SDK; o que diz não está documentado.',
    'A message of a kind that Zavu cannot pass on. Its fields are not documented.':
      'Uma mensagem de um tipo que a Zavu não consegue repassar. Os campos não estão documentados.',
    'Older docs list it; newer ones send reactions as message.inbound.':
      'Consta na documentação antiga; na mais nova, reações chegam como message.inbound.',
    'The first message of somebody who never wrote before.':
      'A primeira mensagem de alguém que nunca tinha escrito.',
    'A broadcast moved on (pending_review, approved, rejected, sending, completed, cancelled).':
      'Uma transmissão mudou de status (pending_review, approved, rejected, sending, completed, cancelled).',
    'A WhatsApp template moved on (draft, pending, approved, rejected).':
      'Um modelo do WhatsApp mudou de status (draft, pending, approved, rejected).',
    'An invited client connected a channel, or failed to; sent to the project’s webhook.':
      'Um cliente convidado conectou um canal, ou não conseguiu; vai para o webhook do projeto.',
    'A voice call began.': 'Uma chamada de voz começou.',
    'A voice call was answered.': 'Uma chamada de voz foi atendida.',
    'A voice call ended; with its duration and cost.':
      'Uma chamada de voz terminou; com a duração e o custo.',
    'A voice call did not come about.': 'Uma chamada de voz não se completou.',
    'An e-mail domain was verified. Its fields are not documented.':
      'Um domínio de e-mail foi verificado. Os campos não estão documentados.',
    'An e-mail domain could not be verified. Its fields are not documented.':
      'Um domínio de e-mail não pôde ser verificado. Os campos não estão documentados.',
    'An agent called one of your tools (X-Zavu-Tool). The name is Hooktap’s: the body names no type.':
      'Um agente chamou uma das suas ferramentas (X-Zavu-Tool). O nome é do Hooktap: o corpo não nomeia um tipo.',
    'A payment went through.': 'Um pagamento foi aprovado.',
    'A payment was refused.': 'Um pagamento foi recusado.',
    'A payment was begun.': 'Um pagamento foi iniciado.',
    'A charge went through.': 'Uma cobrança foi aprovada.',
    'A charge was refused.': 'Uma cobrança foi recusada.',
    'A charge was paid back, wholly or in part.': 'Uma cobrança foi reembolsada, no todo ou em parte.',
    'A customer disputes a charge.': 'Um cliente contesta uma cobrança.',
    'A checkout was completed.': 'Um checkout foi concluído.',
    'A customer was created.': 'Um cliente foi criado.',
    'A customer was changed.': 'Um cliente foi alterado.',
    'A subscription began.': 'Uma assinatura de plano começou.',
    'A subscription changed.': 'Uma assinatura de plano mudou.',
    'A subscription ended.': 'Uma assinatura de plano terminou.',
    'An invoice was paid.': 'Uma fatura foi paga.',
    'An invoice could not be paid.': 'Uma fatura não pôde ser paga.',
    'A webhook was set up.': 'Um webhook foi configurado.',
    'Commits were pushed.': 'Commits foram enviados com push.',
    'A pull request was opened.': 'Um pull request foi aberto.',
    'A pull request was merged or closed.': 'Um pull request foi mesclado ou fechado.',
    'An issue was opened.': 'Uma issue foi aberta.',
    'Somebody commented on an issue or pull request.': 'Alguém comentou em uma issue ou pull request.',
    'A release was published.': 'Uma release foi publicada.',
    'A workflow ended.': 'Um workflow terminou.',
    'Somebody starred the repository.': 'Alguém deu uma estrela ao repositório.',
    'A message in a channel that the app is in.': 'Uma mensagem em um canal em que o app está.',
    'Somebody named the app.': 'Alguém mencionou o app.',
    'Somebody reacted to a message.': 'Alguém reagiu a uma mensagem.',
    'Somebody joined a channel.': 'Alguém entrou em um canal.',
    'Somebody opened the app’s home.': 'Alguém abriu a página inicial do app.',
    'Slack tests the URL; it wants the challenge back.': 'O Slack testa a URL; quer o desafio de volta.',
    'Somebody used a slash command (a form; the name is Hooktap’s).':
      'Alguém usou um slash command (um formulário; o nome é do Hooktap).',
    'Somebody pressed a button or chose from a menu (a form).':
      'Alguém apertou um botão ou escolheu em um menu (um formulário).',
    'A message came in; it wants TwiML or an empty answer.':
      'Chegou uma mensagem; a resposta deve ser TwiML ou vazia.',
    'A message of yours moved on (queued, sent, delivered, undelivered, failed, read).':
      'Uma mensagem sua mudou de status (queued, sent, delivered, undelivered, failed, read).',
    'A call came in; it wants TwiML.': 'Chegou uma chamada; a resposta deve ser TwiML.',
    'A call moved on.': 'Uma chamada mudou de status.',
    'An order was placed.': 'Um pedido foi feito.',
    'An order was paid.': 'Um pedido foi pago.',
    'An order changed.': 'Um pedido mudou.',
    'An order was cancelled.': 'Um pedido foi cancelado.',
    'An order was sent out.': 'Um pedido foi despachado.',
    'A product was made.': 'Um produto foi criado.',
    'A product changed.': 'Um produto mudou.',
    'The stock of an item changed.': 'O estoque de um item mudou.',
    'The shop took your app off.': 'A loja desinstalou seu app.',
    'A made-up type: the real ones are the sender’s own.':
      'Um tipo inventado: os reais são os do próprio remetente.',
    'Somebody wrote to your WhatsApp number.': 'Alguém escreveu para o seu número do WhatsApp.',
    'A message of yours moved on (sent, delivered, read, failed).':
      'Uma mensagem sua mudou de status (sent, delivered, read, failed).',
    'A template was approved, refused or paused.': 'Um modelo foi aprovado, recusado ou pausado.',
    'Somebody wrote to your page.': 'Alguém escreveu para a sua página.',
    'Messages of yours were delivered.': 'Mensagens suas foram entregues.',
    'Messages of yours were read.': 'Mensagens suas foram lidas.',
    'Somebody pressed a button.': 'Alguém apertou um botão.',
    'Somebody wrote to your Instagram account.': 'Alguém escreveu para a sua conta do Instagram.',
    'Meta tests the URL; it wants the challenge back (a GET).':
      'A Meta testa a URL; quer o desafio de volta (um GET).',
    'Somebody wrote to the bot.': 'Alguém escreveu para o bot.',
    'Somebody changed a message.': 'Alguém editou uma mensagem.',
    'A post in a channel of the bot.': 'Uma publicação em um canal do bot.',
    'A post in a channel was changed.': 'Uma publicação em um canal foi editada.',
    'Somebody pressed a button under a message.': 'Alguém apertou um botão embaixo de uma mensagem.',
    'Somebody typed the bot’s name and a question.': 'Alguém digitou o nome do bot e uma pergunta.',
    'Somebody chose one of the bot’s answers.': 'Alguém escolheu uma das respostas do bot.',
    'A buyer’s address is there and wants a price.':
      'O comprador informou o endereço e espera o preço do frete.',
    'A buyer is about to pay.': 'Um comprador está prestes a pagar.',
    'A poll of the bot changed.': 'Uma enquete do bot mudou.',
    'Somebody voted in a poll.': 'Alguém votou em uma enquete.',
    'The bot’s own standing in a chat changed.': 'A situação do próprio bot em um chat mudou.',
    'Somebody’s standing in a chat changed.': 'A situação de alguém em um chat mudou.',
    'Somebody asks to join a chat.': 'Alguém pede para entrar em um chat.',
    'Reactions without names changed.': 'Reações sem nomes mudaram.',
    'A message to a business account that the bot is tied to.':
      'Uma mensagem para uma conta comercial ligada ao bot.',
    'A message came in, or you sent one; system notices too (notification).':
      'Chegou uma mensagem, ou você enviou uma; avisos do sistema também (notification).',
    'A message left through Z-API, or could not (error).':
      'Uma mensagem saiu pela Z-API, ou não pôde sair (error).',
    'Messages moved on: SENT, RECEIVED, READ, READ_BY_ME, PLAYED.':
      'Mensagens mudaram de status: SENT, RECEIVED, READ, READ_BY_ME, PLAYED.',
    'Somebody is in a chat, away, typing or recording.':
      'Alguém está em um chat, ausente, digitando ou gravando.',
    'The instance is connected to WhatsApp.': 'A instância está conectada ao WhatsApp.',
    'The instance lost WhatsApp; error says why.':
      'A instância perdeu a conexão com o WhatsApp; error diz por quê.',
    'A message came in or went out.': 'Uma mensagem chegou ou saiu.',
    'A message was delivered or read; state says which (Delivered, Read, ReadSelf).':
      'Uma mensagem foi entregue ou lida; state diz qual dos casos (Delivered, Read, ReadSelf).',
    'The instance lost WhatsApp.': 'A instância perdeu a conexão com o WhatsApp.',
    'A contact is online or away.': 'Um contato está online ou ausente.',
    'Somebody is typing or recording in a chat.': 'Alguém está digitando ou gravando em um chat.',
    'Older messages were loaded after a connection.':
      'Mensagens antigas foram carregadas depois de uma conexão.',
    'Somebody joined a group.': 'Alguém entrou em um grupo.',
    'Somebody left a group.': 'Alguém saiu de um grupo.',
  },
  scenario: {
    'a new conversation, and your answer as far as read': 'uma conversa nova, e sua resposta até ser lida',
    'the same, but your answer cannot be delivered': 'o mesmo, mas sua resposta não pode ser entregue',
    'somebody writes, your answer is sent, delivered and read':
      'alguém escreve, sua resposta é enviada, entregue e lida',
    'somebody writes, you answer, and the answer is read':
      'alguém escreve, você responde, e a resposta é lida',
    'a message of yours, delivered and read': 'uma mensagem sua, entregue e lida',
  },
  unsigned: {
    'Z-API documents no signature, so there is nothing to check.':
      'A Z-API não documenta nenhuma assinatura, então não há o que verificar.',
    'VZaps documents no signature, so there is nothing to check.':
      'A VZaps não documenta nenhuma assinatura, então não há o que verificar.',
    'Its pack brings no signature scheme.': 'O pacote do provedor não traz nenhum esquema de assinatura.',
  },
};
