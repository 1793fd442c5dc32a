import type { Translation } from '../message.ts';
import type { packs as english } from './en.ts';

export const packs: Translation<typeof english> = {
  registration: {
    'the API key': 'la clave de la API',
    'the sender’s id (--sender)': 'el id del remitente (--sender)',
    'the project’s webhook (--project)': 'el webhook del proyecto (--project)',
    'the webhook of API v2 (--v2)': 'el webhook de la API v2 (--v2)',
    'the webhook of the sender': 'el webhook del remitente',
    'the project’s webhook for invitations': 'el webhook del proyecto para invitaciones',
    'the project’s webhook of API v2 (it comes in addition to those of v1)':
      'el webhook del proyecto en la API v2 (llega además de los de v1)',
    'There was none before, and API v2 can only delete one, which loses its secret: it is left as it is.':
      'Antes no había ninguno, y la API v2 solo sabe eliminarlo, lo que pierde su secreto: queda como está.',
    'The URL must be https and public.': 'La URL debe ser https y pública.',
    'The secret is shown only when the webhook is new; an existing one keeps its secret, which must be set here.':
      'El secreto solo se muestra cuando el webhook es nuevo; uno que ya existe conserva el suyo, que se debe definir aquí.',
    'A webhook that was not there before is paused at the end, not removed: removing loses its secret.':
      'Un webhook que no existía antes se pausa al final, no se quita: quitarlo pierde su secreto.',
    'a secret or restricted key': 'una clave secreta o restringida',
    'the webhook endpoint’s id, we_… (--endpoint)': 'el id del endpoint de webhook, we_… (--endpoint)',
    'the URL of the webhook endpoint': 'la URL del endpoint de webhook',
    'The endpoint must exist; its events and its secret stay as they are.':
      'El endpoint debe existir; sus eventos y su secreto quedan como están.',
    'a token that may change webhooks': 'un token que pueda cambiar webhooks',
    'owner/name (--repository)': 'dueño/nombre (--repository)',
    'the webhook’s id (--hook)': 'el id del webhook (--hook)',
    'the URL of the repository’s webhook': 'la URL del webhook del repositorio',
    'The webhook must exist; its events and its secret stay as they are.':
      'El webhook debe existir; sus eventos y su secreto quedan como están.',
    'the account’s SID, AC…': 'el SID de la cuenta, AC…',
    'the auth token': 'el auth token',
    'the phone number’s SID, PN… (--number)': 'el SID del número de teléfono, PN… (--number)',
    'sms, voice, or both with a comma (sms unless said)': 'sms, voice, o ambos con coma (sin nada, sms)',
    'the URL for messages to the number': 'la URL de los mensajes al número',
    'the URL for calls to the number': 'la URL de las llamadas al número',
    'A number in a Messaging Service ignores its own SMS URL.':
      'Un número en un Messaging Service ignora su propia URL de SMS.',
    'the bot’s token': 'el token del bot',
    'the secret_token to set with it': 'el secret_token que definir con él',
    'the webhook of the bot': 'el webhook del bot',
    'setWebhook without a secret_token takes an earlier one away, and Telegram does not show it: give the one your handler knows.':
      'setWebhook sin secret_token quita el anterior, y Telegram no lo muestra: indica el que tu handler conoce.',
    'A bot with a webhook gets nothing by getUpdates.': 'Un bot con webhook no recibe nada por getUpdates.',
    'the instance’s id (--instance)': 'el id de la instancia (--instance)',
    'the instance’s token': 'el token de la instancia',
    'the account’s security token': 'el token de seguridad de la cuenta',
    'which callbacks, with commas (all unless said): received, delivery, message-status, chat-presence, connected, disconnected':
      'qué callbacks, con comas (sin nada, todos): received, delivery, message-status, chat-presence, connected, disconnected',
    'the callback for messages that come in': 'el callback de los mensajes que llegan',
    'the callback for messages that leave': 'el callback de los mensajes que salen',
    'the callback for the status of messages': 'el callback del estado de los mensajes',
    'the callback for who is typing': 'el callback de quién está escribiendo',
    'the callback for the connection to WhatsApp': 'el callback de la conexión con WhatsApp',
    'the callback for the loss of WhatsApp': 'el callback de la pérdida de WhatsApp',
    'There was none before, and how to clear one is not documented: it is left as it is.':
      'Antes no había ninguno, y no está documentado cómo borrar uno: queda como está.',
    'The URL must be https.': 'La URL debe ser https.',
    'How to clear a callback is not documented: one that was not there before is left as it is.':
      'No está documentado cómo borrar un callback: uno que no existía antes queda como está.',
    'Whether setting the callback for received messages changes "also those sent by me" is not documented; the path that keeps it is used.':
      'No está documentado si definir el callback de los mensajes recibidos cambia "también los enviados por mí"; se usa la ruta que lo conserva.',
    'the client token': 'el client token',
    'the client secret': 'el client secret',
    'how the body is spelt: "api-reference" or "sdk"': 'cómo se escribe el cuerpo: "api-reference" o "sdk"',
    'the webhook of the instance': 'el webhook de la instancia',
    'VZaps’ own sources spell the body in two ways; the setting is read back, and the other spelling can be chosen (--spelling sdk).':
      'Las propias fuentes de VZaps escriben el cuerpo de dos modos; lo definido se lee de vuelta, y se puede elegir el otro modo (--spelling sdk).',
    'How to clear a webhook is not documented: one that was not there before is left as it is.':
      'No está documentado cómo borrar un webhook: uno que no existía antes queda como está.',
  },
  recognition: {
    'endpoint-names': 'El endpoint nombra {title}.',
    'looks-like': 'Pero parece de {other}:',
    'zapi-type': 'El tipo del cuerpo es {type}, con los campos propios de Z-API.',
    'meta-signed': 'Está firmado con X-Hub-Signature-256, y su objeto es el de {object}.',
    'meta-object': 'Su objeto y entry son los de {object}.',
    'It bears the mark of no known provider.': 'No lleva la marca de ningún proveedor conocido.',
    'It has the headers of a Zavu agent tool (X-Zavu-Tool).':
      'Tiene los encabezados de una herramienta de agente de Zavu (X-Zavu-Tool).',
    'It has an X-Zavu-… header.': 'Tiene un encabezado X-Zavu-….',
    'Its User-Agent is Zavu-Webhook.': 'Su User-Agent es Zavu-Webhook.',
    "The body has Z-API's fields instanceId and momment.":
      'El cuerpo tiene los campos instanceId y momment de Z-API.',
    'It has an X-Shopify-… header.': 'Tiene un encabezado X-Shopify-….',
    'It has a header of Twilio’s (X-Twilio-Signature, I-Twilio-Idempotency-Token).':
      'Tiene un encabezado de Twilio (X-Twilio-Signature, I-Twilio-Idempotency-Token).',
    'It has the headers of Standard Webhooks (webhook-id, webhook-signature).':
      'Tiene los encabezados de Standard Webhooks (webhook-id, webhook-signature).',
    'It has the header X-Telegram-Bot-Api-Secret-Token.':
      'Tiene el encabezado X-Telegram-Bot-Api-Secret-Token.',
    'The body has an update_id and the shape of an Update.':
      'El cuerpo tiene un update_id y la forma de un Update.',
    'It has a Stripe-Signature header.': 'Tiene un encabezado Stripe-Signature.',
    'The body is a Stripe event (an id evt_…, object and created); it bears no signature.':
      'El cuerpo es un evento de Stripe (un id evt_…, object y created); no lleva firma.',
    'It is Meta’s test of the URL (hub.mode, hub.challenge).':
      'Es la prueba de la URL de Meta (hub.mode, hub.challenge).',
    "The body's type is one of VZaps' event names, and an instance is named.":
      'El tipo del cuerpo es uno de los nombres de evento de VZaps, y se nombra una instancia.',
    "The body's type is one of VZaps' event names, beside an event.":
      'El tipo del cuerpo es uno de los nombres de evento de VZaps, junto a un evento.',
    'It has the headers of a signed Slack request (X-Slack-…).':
      'Tiene los encabezados de una solicitud firmada de Slack (X-Slack-…).',
    'The form is that of a slash command of Slack (command, team_id, trigger_id); it bears no signature.':
      'El formulario es el de un slash command de Slack (command, team_id, trigger_id); no lleva firma.',
    'The form has the payload of a Slack interaction (api_app_id); it bears no signature.':
      'El formulario tiene el payload de una interacción de Slack (api_app_id); no lleva firma.',
    'The body is an event of Slack’s Events API (token, team_id, api_app_id, event); it bears no signature.':
      'El cuerpo es un evento de la Events API de Slack (token, team_id, api_app_id, event); no lleva firma.',
    'The body is Slack’s url_verification (token, challenge); it bears no signature.':
      'El cuerpo es el url_verification de Slack (token, challenge); no lleva firma.',
    'It has an X-GitHub-… header.': 'Tiene un encabezado X-GitHub-….',
    'It has the headers of Svix (svix-id, svix-signature).':
      'Tiene los encabezados de Svix (svix-id, svix-signature).',
  },
};
