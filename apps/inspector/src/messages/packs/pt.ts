import type { Translation } from '../message.ts';
import type { packs as english } from './en.ts';

export const packs: Translation<typeof english> = {
  registration: {
    'the API key': 'a chave da API',
    'the sender’s id (--sender)': 'o id do remetente (--sender)',
    'the project’s webhook (--project)': 'o webhook do projeto (--project)',
    'the webhook of API v2 (--v2)': 'o webhook da API v2 (--v2)',
    'the webhook of the sender': 'o webhook do remetente',
    'the project’s webhook for invitations': 'o webhook do projeto para convites',
    'the project’s webhook of API v2 (it comes in addition to those of v1)':
      'o webhook do projeto na API v2 (chega além dos da v1)',
    'There was none before, and API v2 can only delete one, which loses its secret: it is left as it is.':
      'Não havia um antes, e a API v2 só sabe excluí-lo, o que perde o segredo: fica como está.',
    'The URL must be https and public.': 'A URL precisa ser https e pública.',
    'The secret is shown only when the webhook is new; an existing one keeps its secret, which must be set here.':
      'O segredo só é mostrado quando o webhook é novo; um que já existe mantém o seu, que precisa ser definido aqui.',
    'A webhook that was not there before is paused at the end, not removed: removing loses its secret.':
      'Um webhook que não existia antes é pausado no fim, não removido: remover perde o segredo.',
    'a secret or restricted key': 'uma chave secreta ou restrita',
    'the webhook endpoint’s id, we_… (--endpoint)': 'o id do endpoint de webhook, we_… (--endpoint)',
    'the URL of the webhook endpoint': 'a URL do endpoint de webhook',
    'The endpoint must exist; its events and its secret stay as they are.':
      'O endpoint precisa existir; seus eventos e seu segredo ficam como estão.',
    'a token that may change webhooks': 'um token que possa alterar webhooks',
    'owner/name (--repository)': 'dono/nome (--repository)',
    'the webhook’s id (--hook)': 'o id do webhook (--hook)',
    'the URL of the repository’s webhook': 'a URL do webhook do repositório',
    'The webhook must exist; its events and its secret stay as they are.':
      'O webhook precisa existir; seus eventos e seu segredo ficam como estão.',
    'the account’s SID, AC…': 'o SID da conta, AC…',
    'the auth token': 'o auth token',
    'the phone number’s SID, PN… (--number)': 'o SID do número de telefone, PN… (--number)',
    'sms, voice, or both with a comma (sms unless said)': 'sms, voice, ou ambos com vírgula (sem nada, sms)',
    'the URL for messages to the number': 'a URL das mensagens para o número',
    'the URL for calls to the number': 'a URL das chamadas para o número',
    'A number in a Messaging Service ignores its own SMS URL.':
      'Um número em um Messaging Service ignora a própria URL de SMS.',
    'the bot’s token': 'o token do bot',
    'the secret_token to set with it': 'o secret_token a definir com ele',
    'the webhook of the bot': 'o webhook do bot',
    'setWebhook without a secret_token takes an earlier one away, and Telegram does not show it: give the one your handler knows.':
      'setWebhook sem secret_token tira o anterior, e o Telegram não o mostra: informe o que seu handler conhece.',
    'A bot with a webhook gets nothing by getUpdates.': 'Um bot com webhook não recebe nada por getUpdates.',
    'the instance’s id (--instance)': 'o id da instância (--instance)',
    'the instance’s token': 'o token da instância',
    'the account’s security token': 'o token de segurança da conta',
    'which callbacks, with commas (all unless said): received, delivery, message-status, chat-presence, connected, disconnected':
      'quais callbacks, com vírgulas (sem nada, todos): received, delivery, message-status, chat-presence, connected, disconnected',
    'the callback for messages that come in': 'o callback das mensagens que chegam',
    'the callback for messages that leave': 'o callback das mensagens que saem',
    'the callback for the status of messages': 'o callback do status das mensagens',
    'the callback for who is typing': 'o callback de quem está digitando',
    'the callback for the connection to WhatsApp': 'o callback da conexão com o WhatsApp',
    'the callback for the loss of WhatsApp': 'o callback da perda do WhatsApp',
    'There was none before, and how to clear one is not documented: it is left as it is.':
      'Não havia um antes, e como limpar um não está documentado: fica como está.',
    'The URL must be https.': 'A URL precisa ser https.',
    'How to clear a callback is not documented: one that was not there before is left as it is.':
      'Como limpar um callback não está documentado: um que não existia antes fica como está.',
    'Whether setting the callback for received messages changes "also those sent by me" is not documented; the path that keeps it is used.':
      'Não está documentado se definir o callback das mensagens recebidas muda "também as enviadas por mim"; é usado o caminho que mantém isso.',
    'the client token': 'o client token',
    'the client secret': 'o client secret',
    'how the body is spelt: "api-reference" or "sdk"': 'como o corpo é escrito: "api-reference" ou "sdk"',
    'the webhook of the instance': 'o webhook da instância',
    'VZaps’ own sources spell the body in two ways; the setting is read back, and the other spelling can be chosen (--spelling sdk).':
      'As próprias fontes da VZaps escrevem o corpo de dois modos; o que foi definido é lido de volta, e o outro modo pode ser escolhido (--spelling sdk).',
    'How to clear a webhook is not documented: one that was not there before is left as it is.':
      'Como limpar um webhook não está documentado: um que não existia antes fica como está.',
  },
  recognition: {
    'endpoint-names': 'O endpoint nomeia {title}.',
    'looks-like': 'Mas parece ser de {other}:',
    'zapi-type': 'O tipo do corpo é {type}, com os campos próprios da Z-API.',
    'meta-signed': 'Está assinado com X-Hub-Signature-256, e o objeto é o de {object}.',
    'meta-object': 'O objeto e entry são os de {object}.',
    'It bears the mark of no known provider.': 'Não traz a marca de nenhum provedor conhecido.',
    'It has the headers of a Zavu agent tool (X-Zavu-Tool).':
      'Tem os cabeçalhos de uma ferramenta de agente da Zavu (X-Zavu-Tool).',
    'It has an X-Zavu-… header.': 'Tem um cabeçalho X-Zavu-….',
    'Its User-Agent is Zavu-Webhook.': 'O User-Agent é Zavu-Webhook.',
    "The body has Z-API's fields instanceId and momment.":
      'O corpo tem os campos instanceId e momment da Z-API.',
    'It has an X-Shopify-… header.': 'Tem um cabeçalho X-Shopify-….',
    'It has a header of Twilio’s (X-Twilio-Signature, I-Twilio-Idempotency-Token).':
      'Tem um cabeçalho da Twilio (X-Twilio-Signature, I-Twilio-Idempotency-Token).',
    'It has the headers of Standard Webhooks (webhook-id, webhook-signature).':
      'Tem os cabeçalhos de Standard Webhooks (webhook-id, webhook-signature).',
    'It has the header X-Telegram-Bot-Api-Secret-Token.': 'Tem o cabeçalho X-Telegram-Bot-Api-Secret-Token.',
    'The body has an update_id and the shape of an Update.':
      'O corpo tem um update_id e a forma de um Update.',
    'It has a Stripe-Signature header.': 'Tem um cabeçalho Stripe-Signature.',
    'The body is a Stripe event (an id evt_…, object and created); it bears no signature.':
      'O corpo é um evento da Stripe (um id evt_…, object e created); não traz assinatura.',
    'It is Meta’s test of the URL (hub.mode, hub.challenge).':
      'É o teste da URL pela Meta (hub.mode, hub.challenge).',
    "The body's type is one of VZaps' event names, and an instance is named.":
      'O tipo do corpo é um dos nomes de evento da VZaps, e uma instância é nomeada.',
    "The body's type is one of VZaps' event names, beside an event.":
      'O tipo do corpo é um dos nomes de evento da VZaps, junto de um evento.',
    'It has the headers of a signed Slack request (X-Slack-…).':
      'Tem os cabeçalhos de uma solicitação assinada do Slack (X-Slack-…).',
    'The form is that of a slash command of Slack (command, team_id, trigger_id); it bears no signature.':
      'O formulário é o de um slash command do Slack (command, team_id, trigger_id); não traz assinatura.',
    'The form has the payload of a Slack interaction (api_app_id); it bears no signature.':
      'O formulário tem o payload de uma interação do Slack (api_app_id); não traz assinatura.',
    'The body is an event of Slack’s Events API (token, team_id, api_app_id, event); it bears no signature.':
      'O corpo é um evento da Events API do Slack (token, team_id, api_app_id, event); não traz assinatura.',
    'The body is Slack’s url_verification (token, challenge); it bears no signature.':
      'O corpo é o url_verification do Slack (token, challenge); não traz assinatura.',
    'It has an X-GitHub-… header.': 'Tem um cabeçalho X-GitHub-….',
    'It has the headers of Svix (svix-id, svix-signature).':
      'Tem os cabeçalhos de Svix (svix-id, svix-signature).',
  },
};
