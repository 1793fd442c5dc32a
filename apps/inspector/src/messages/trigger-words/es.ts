import type { Translation } from '../message.ts';
import type { triggerWords as english } from './en.ts';

export const triggerWords: Translation<typeof english> = {
  eventType: {
    'Somebody wrote to one of your senders; reactions arrive as this too.':
      'Alguien escribió a uno de tus remitentes; las reacciones también llegan así.',
    'Your message was taken in and waits to be sent.': 'Tu mensaje fue aceptado y espera a ser enviado.',
    'Your message was handed to the channel.': 'Tu mensaje se pasó al canal.',
    'Your message reached the recipient’s device.': 'Tu mensaje llegó al dispositivo del destinatario.',
    'The recipient opened your message.': 'El destinatario abrió tu mensaje.',
    'Your message could not be delivered; errorCode and errorMessage say why.':
      'Tu mensaje no se pudo entregar; errorCode y errorMessage dicen por qué.',
    'In the SDK’s list of events; what it says is not documented.':
      'Está en la lista de eventos del SDK; lo que dice no está documentado.',
    'A message of a kind that Zavu cannot pass on. Its fields are not documented.':
      'Un mensaje de un tipo que Zavu no puede reenviar. Sus campos no están documentados.',
    'Older docs list it; newer ones send reactions as message.inbound.':
      'Figura en la documentación antigua; en la más nueva, las reacciones llegan como message.inbound.',
    'The first message of somebody who never wrote before.':
      'El primer mensaje de alguien que nunca había escrito.',
    'A broadcast moved on (pending_review, approved, rejected, sending, completed, cancelled).':
      'Una difusión cambió de estado (pending_review, approved, rejected, sending, completed, cancelled).',
    'A WhatsApp template moved on (draft, pending, approved, rejected).':
      'Una plantilla de WhatsApp cambió de estado (draft, pending, approved, rejected).',
    'An invited client connected a channel, or failed to; sent to the project’s webhook.':
      'Un cliente invitado conectó un canal, o no pudo; va al webhook del proyecto.',
    'A voice call began.': 'Empezó una llamada de voz.',
    'A voice call was answered.': 'Se atendió una llamada de voz.',
    'A voice call ended; with its duration and cost.':
      'Terminó una llamada de voz; con su duración y su costo.',
    'A voice call did not come about.': 'Una llamada de voz no llegó a establecerse.',
    'An e-mail domain was verified. Its fields are not documented.':
      'Se verificó un dominio de correo. Sus campos no están documentados.',
    'An e-mail domain could not be verified. Its fields are not documented.':
      'No se pudo verificar un dominio de correo. Sus campos no están documentados.',
    'An agent called one of your tools (X-Zavu-Tool). The name is Hooktap’s: the body names no type.':
      'Un agente llamó a una de tus herramientas (X-Zavu-Tool). El nombre es de Hooktap: el cuerpo no nombra ningún tipo.',
    'A payment went through.': 'Se completó un pago.',
    'A payment was refused.': 'Se rechazó un pago.',
    'A payment was begun.': 'Se inició un pago.',
    'A charge went through.': 'Se completó un cobro.',
    'A charge was refused.': 'Se rechazó un cobro.',
    'A charge was paid back, wholly or in part.': 'Se reembolsó un cobro, total o parcialmente.',
    'A customer disputes a charge.': 'Un cliente disputa un cobro.',
    'A checkout was completed.': 'Se completó un checkout.',
    'A customer was created.': 'Se creó un cliente.',
    'A customer was changed.': 'Se modificó un cliente.',
    'A subscription began.': 'Empezó una suscripción.',
    'A subscription changed.': 'Cambió una suscripción.',
    'A subscription ended.': 'Terminó una suscripción.',
    'An invoice was paid.': 'Se pagó una factura.',
    'An invoice could not be paid.': 'No se pudo pagar una factura.',
    'A webhook was set up.': 'Se configuró un webhook.',
    'Commits were pushed.': 'Se enviaron commits con push.',
    'A pull request was opened.': 'Se abrió un pull request.',
    'A pull request was merged or closed.': 'Se fusionó o se cerró un pull request.',
    'An issue was opened.': 'Se abrió una issue.',
    'Somebody commented on an issue or pull request.': 'Alguien comentó en una issue o un pull request.',
    'A release was published.': 'Se publicó una release.',
    'A workflow ended.': 'Terminó un workflow.',
    'Somebody starred the repository.': 'Alguien marcó el repositorio con una estrella.',
    'A message in a channel that the app is in.': 'Un mensaje en un canal en el que está la app.',
    'Somebody named the app.': 'Alguien mencionó la app.',
    'Somebody reacted to a message.': 'Alguien reaccionó a un mensaje.',
    'Somebody joined a channel.': 'Alguien entró en un canal.',
    'Somebody opened the app’s home.': 'Alguien abrió la página de inicio de la app.',
    'Slack tests the URL; it wants the challenge back.': 'Slack prueba la URL; quiere el desafío de vuelta.',
    'Somebody used a slash command (a form; the name is Hooktap’s).':
      'Alguien usó un slash command (un formulario; el nombre es de Hooktap).',
    'Somebody pressed a button or chose from a menu (a form).':
      'Alguien pulsó un botón o eligió en un menú (un formulario).',
    'A message came in; it wants TwiML or an empty answer.':
      'Llegó un mensaje; la respuesta debe ser TwiML o vacía.',
    'A message of yours moved on (queued, sent, delivered, undelivered, failed, read).':
      'Un mensaje tuyo cambió de estado (queued, sent, delivered, undelivered, failed, read).',
    'A call came in; it wants TwiML.': 'Llegó una llamada; la respuesta debe ser TwiML.',
    'A call moved on.': 'Una llamada cambió de estado.',
    'An order was placed.': 'Se hizo un pedido.',
    'An order was paid.': 'Se pagó un pedido.',
    'An order changed.': 'Cambió un pedido.',
    'An order was cancelled.': 'Se canceló un pedido.',
    'An order was sent out.': 'Se despachó un pedido.',
    'A product was made.': 'Se creó un producto.',
    'A product changed.': 'Cambió un producto.',
    'The stock of an item changed.': 'Cambió el inventario de un artículo.',
    'The shop took your app off.': 'La tienda desinstaló tu app.',
    'A made-up type: the real ones are the sender’s own.':
      'Un tipo inventado: los reales son los del propio remitente.',
    'Somebody wrote to your WhatsApp number.': 'Alguien escribió a tu número de WhatsApp.',
    'A message of yours moved on (sent, delivered, read, failed).':
      'Un mensaje tuyo cambió de estado (sent, delivered, read, failed).',
    'A template was approved, refused or paused.': 'Una plantilla fue aprobada, rechazada o pausada.',
    'Somebody wrote to your page.': 'Alguien escribió a tu página.',
    'Messages of yours were delivered.': 'Se entregaron mensajes tuyos.',
    'Messages of yours were read.': 'Se leyeron mensajes tuyos.',
    'Somebody pressed a button.': 'Alguien pulsó un botón.',
    'Somebody wrote to your Instagram account.': 'Alguien escribió a tu cuenta de Instagram.',
    'Meta tests the URL; it wants the challenge back (a GET).':
      'Meta prueba la URL; quiere el desafío de vuelta (un GET).',
    'Somebody wrote to the bot.': 'Alguien escribió al bot.',
    'Somebody changed a message.': 'Alguien editó un mensaje.',
    'A post in a channel of the bot.': 'Una publicación en un canal del bot.',
    'A post in a channel was changed.': 'Se editó una publicación en un canal.',
    'Somebody pressed a button under a message.': 'Alguien pulsó un botón debajo de un mensaje.',
    'Somebody typed the bot’s name and a question.': 'Alguien escribió el nombre del bot y una pregunta.',
    'Somebody chose one of the bot’s answers.': 'Alguien eligió una de las respuestas del bot.',
    'A buyer’s address is there and wants a price.':
      'El comprador indicó su dirección y espera el precio del envío.',
    'A buyer is about to pay.': 'Un comprador está a punto de pagar.',
    'A poll of the bot changed.': 'Cambió una encuesta del bot.',
    'Somebody voted in a poll.': 'Alguien votó en una encuesta.',
    'The bot’s own standing in a chat changed.': 'Cambió la situación del propio bot en un chat.',
    'Somebody’s standing in a chat changed.': 'Cambió la situación de alguien en un chat.',
    'Somebody asks to join a chat.': 'Alguien pide entrar en un chat.',
    'Reactions without names changed.': 'Cambiaron reacciones sin nombres.',
    'A message to a business account that the bot is tied to.':
      'Un mensaje a una cuenta de empresa vinculada al bot.',
    'A message came in, or you sent one; system notices too (notification).':
      'Llegó un mensaje, o enviaste uno; también avisos del sistema (notification).',
    'A message left through Z-API, or could not (error).':
      'Un mensaje salió por Z-API, o no pudo salir (error).',
    'Messages moved on: SENT, RECEIVED, READ, READ_BY_ME, PLAYED.':
      'Algunos mensajes cambiaron de estado: SENT, RECEIVED, READ, READ_BY_ME, PLAYED.',
    'Somebody is in a chat, away, typing or recording.':
      'Alguien está en un chat, ausente, escribiendo o grabando.',
    'The instance is connected to WhatsApp.': 'La instancia está conectada a WhatsApp.',
    'The instance lost WhatsApp; error says why.':
      'La instancia perdió la conexión con WhatsApp; error dice por qué.',
    'A message came in or went out.': 'Un mensaje llegó o salió.',
    'A message was delivered or read; state says which (Delivered, Read, ReadSelf).':
      'Un mensaje se entregó o se leyó; state dice cuál de los casos (Delivered, Read, ReadSelf).',
    'The instance lost WhatsApp.': 'La instancia perdió la conexión con WhatsApp.',
    'A contact is online or away.': 'Un contacto está en línea o ausente.',
    'Somebody is typing or recording in a chat.': 'Alguien está escribiendo o grabando en un chat.',
    'Older messages were loaded after a connection.': 'Se cargaron mensajes anteriores tras una conexión.',
    'Somebody joined a group.': 'Alguien entró en un grupo.',
    'Somebody left a group.': 'Alguien salió de un grupo.',
  },
  scenario: {
    'a new conversation, and your answer as far as read':
      'una conversación nueva, y tu respuesta hasta ser leída',
    'the same, but your answer cannot be delivered': 'lo mismo, pero tu respuesta no se puede entregar',
    'somebody writes, your answer is sent, delivered and read':
      'alguien escribe, tu respuesta se envía, se entrega y se lee',
    'somebody writes, you answer, and the answer is read':
      'alguien escribe, respondes, y la respuesta se lee',
    'a message of yours, delivered and read': 'un mensaje tuyo, entregado y leído',
  },
  unsigned: {
    'Z-API documents no signature, so there is nothing to check.':
      'Z-API no documenta ninguna firma, así que no hay nada que verificar.',
    'VZaps documents no signature, so there is nothing to check.':
      'VZaps no documenta ninguna firma, así que no hay nada que verificar.',
    'Its pack brings no signature scheme.': 'El paquete del proveedor no trae ningún esquema de firma.',
  },
};
