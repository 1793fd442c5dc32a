import type { Fresh } from '../../samples/fresh.ts';

type Fields = Record<string, unknown>;
type Content = (fresh: Fresh) => Fields;

const customer = '5511987654321';
const file = (name: string): string => `https://files.example/${name}`;
const picture = {
  imageUrl: file('photo.jpeg'),
  thumbnailUrl: file('thumb.jpeg'),
  caption: '',
  mimeType: 'image/jpeg',
  viewOnce: false,
  width: 1080,
  height: 720,
};
const earlier = (fresh: Fresh): string => fresh.same('sent message', () => fresh.hex(32).toUpperCase());
const reference = (fresh: Fresh): Fields => ({
  messageId: earlier(fresh),
  fromMe: true,
  phone: customer,
  participant: null,
});

const template = (fresh: Fresh, header: Fields): Fields => ({
  hydratedTemplate: {
    header,
    message: 'Seu pedido saiu para entrega.',
    footer: 'Loja Aurora',
    title: 'Pedido',
    templateId: fresh.digits(15),
    hydratedButtons: [],
  },
});
const price = { currencyCode: 'BRL', value: 49.9 };
const bill = (fresh: Fresh): Fields => ({
  currency: 'BRL',
  referenceId: fresh.token(11).toUpperCase(),
  orderRequestId: fresh.token(11).toUpperCase(),
  paymentStatus: 'pending',
  total: 605,
  subTotal: 600,
  discount: 10,
  shipping: 5,
  tax: 10,
  products: [
    { name: 'Café 500 g', quantity: 2, isCustomItem: false, productId: fresh.digits(16), value: 300 },
  ],
});

/** Each content kind of a ReceivedCallback, by the name that stands behind the colon: `ReceivedCallback:image`. */
export const receivedContents: readonly (readonly [variant: string, content: Content])[] = [
  ['text', () => ({ text: { message: 'Oi, meu pedido já saiu? 🙂' } })],
  ['image', () => ({ image: { ...picture, caption: 'Olha só', downloadError: null } })],
  [
    'audio',
    () => ({
      audio: {
        ptt: true,
        seconds: 10,
        audioUrl: file('voz.ogg'),
        mimeType: 'audio/ogg; codecs=opus',
        viewOnce: false,
      },
    }),
  ],
  [
    'video',
    () => ({
      video: {
        videoUrl: file('video.mp4'),
        caption: '',
        mimeType: 'video/mp4',
        seconds: 13,
        viewOnce: false,
      },
    }),
  ],
  [
    'ptv',
    () => ({
      messageExpirationSeconds: 0,
      video: { videoUrl: file('ptv.mp4'), caption: '', mimeType: 'video/mp4' },
    }),
  ],
  [
    'contact',
    () => ({
      contact: {
        displayName: 'Rui Lima',
        vCard: `BEGIN:VCARD\nVERSION:3.0\nFN:Rui Lima\nTEL;waid=${customer}:+55 11 98765-4321\nEND:VCARD`,
        phones: [customer],
      },
    }),
  ],
  [
    'document',
    () => ({
      document: {
        documentUrl: file('nota.pdf'),
        mimeType: 'application/pdf',
        title: 'nota',
        pageCount: 1,
        fileName: 'nota.pdf',
      },
    }),
  ],
  [
    'location',
    () => ({
      location: { longitude: -46.6388, latitude: -23.5489, address: 'Praça da Sé, São Paulo', url: '' },
    }),
  ],
  ['sticker', () => ({ sticker: { stickerUrl: file('sticker.webp'), mimeType: 'image/webp' } })],
  [
    'reaction',
    (fresh) => ({
      reaction: { value: '❤️', time: fresh.now, reactionBy: customer, referencedMessage: reference(fresh) },
    }),
  ],
  [
    'buttons-response',
    (fresh) => ({
      referenceMessageId: earlier(fresh),
      buttonsResponseMessage: { buttonId: '1', message: 'Ótimo' },
    }),
  ],
  [
    'list-response',
    (fresh) => ({
      referenceMessageId: earlier(fresh),
      listResponseMessage: { message: 'Entrega em casa', title: 'Entrega', selectedRowId: '1' },
    }),
  ],
  [
    'buttons',
    () => ({
      buttonsMessage: {
        imageUrl: file('photo.jpeg'),
        videoUrl: null,
        message: 'Gostou?',
        buttons: [{ buttonId: '1', type: 1, buttonText: { displayText: 'Sim' } }],
      },
    }),
  ],
  ['template', (fresh) => template(fresh, {})],
  ['template-image', (fresh) => template(fresh, { image: picture })],
  [
    'template-video',
    (fresh) =>
      template(fresh, {
        video: {
          videoUrl: file('video.mp4'),
          caption: '',
          mimeType: 'video/mp4',
          width: 0,
          height: 0,
          seconds: 0,
          viewOnce: false,
        },
      }),
  ],
  [
    'template-document',
    (fresh) =>
      template(fresh, {
        document: {
          caption: null,
          documentUrl: file('nota.pdf'),
          mimeType: 'application/pdf',
          title: '',
          pageCount: 0,
          fileName: '',
        },
      }),
  ],
  [
    'template-location',
    (fresh) =>
      template(fresh, {
        location: { longitude: -46.6388, latitude: -23.5489, name: 'Loja', address: 'Praça da Sé', url: '' },
      }),
  ],
  [
    'pix-key',
    (fresh) => ({
      pixKeyMessage: {
        currency: 'BRL',
        referenceId: fresh.token(11).toUpperCase(),
        key: 'contato@loja.example',
        keyType: 'EMAIL',
        merchantName: 'Loja Aurora',
      },
    }),
  ],
  [
    'carousel',
    () => ({
      carouselMessage: {
        text: 'Nossas ofertas',
        cards: [
          {
            header: { image: picture },
            message: 'Café 500 g',
            footer: '',
            title: '',
            hydratedButtons: [{ index: 0, urlButton: { displayText: 'Ver', url: file('cafe') } }],
          },
        ],
      },
    }),
  ],
  [
    'ad',
    (fresh) => ({
      text: { message: 'Vi o anúncio' },
      externalAdReply: {
        title: 'Café fresco',
        body: 'Peça já',
        mediaType: 1,
        thumbnailUrl: file('ad.jpeg'),
        sourceType: 'ad',
        sourceId: fresh.digits(17),
        ctwaClid: fresh.token(60),
        sourceUrl: file('ad'),
        containsAutoReply: false,
        renderLargerThumbnail: true,
        showAdAttribution: true,
      },
    }),
  ],
  [
    'request-payment',
    (fresh) => ({
      requestPayment: {
        ...price,
        expiration: fresh.now + 604_800_000,
        requestPhone: customer,
        paymentInfo: {
          receiverPhone: customer,
          ...price,
          status: 'WAITING',
          transactionStatus: 'COLLECT_SUCCESS',
        },
      },
    }),
  ],
  [
    'send-payment',
    () => ({
      sendPayment: {
        paymentInfo: { receiverPhone: customer, ...price, status: 'COMPLETE', transactionStatus: 'SUCCESS' },
      },
    }),
  ],
  [
    'product',
    (fresh) => ({
      product: {
        productImage: file('cafe.jpeg'),
        businessOwnerJid: '5511912345678',
        currencyCode: 'BRL',
        productId: fresh.digits(20),
        description: '',
        productImageCount: 1,
        price: 49.9,
        url: '',
        retailerId: '',
        firstImageId: '',
        title: 'Café 500 g',
      },
    }),
  ],
  [
    'order',
    (fresh) => ({
      order: {
        itemCount: 1,
        orderId: fresh.digits(15),
        message: '',
        orderTitle: 'Café 500 g',
        sellerJid: '5511912345678',
        thumbnailUrl: file('cafe.jpeg'),
        token: fresh.token(40),
        currency: 'BRL',
        total: 4990,
        subTotal: 4990,
        products: [
          {
            quantity: 1,
            name: 'Café 500 g',
            productId: fresh.digits(16),
            retailerId: '1242',
            price: 4990,
            currencyCode: 'BRL',
          },
        ],
      },
    }),
  ],
  [
    'poll',
    () => ({
      poll: { question: 'Qual café?', pollMaxOptions: 0, options: [{ name: 'Forte' }, { name: 'Suave' }] },
    }),
  ],
  ['poll-vote', (fresh) => ({ pollVote: { pollMessageId: earlier(fresh), options: [{ name: 'Forte' }] } })],
  [
    'review-and-pay',
    (fresh) => ({ reviewAndPay: { type: 'physical-goods', orderStatus: 'pending', ...bill(fresh) } }),
  ],
  ['review-order', (fresh) => ({ reviewOrder: { orderStatus: 'processing', ...bill(fresh) } })],
  [
    'newsletter-admin-invite',
    (fresh) => ({
      newsletterAdminInvite: {
        newsletterId: '120363166555745933@newsletter',
        newsletterName: 'Loja Aurora',
        text: 'Quer ser admin do meu canal?',
        inviteExpiration: Math.floor(fresh.now / 1000) + 259_200,
      },
    }),
  ],
  [
    'pin',
    (fresh) => ({
      pinMessage: { action: 'pin', pinDurationInSecs: 604_800, referencedMessage: reference(fresh) },
    }),
  ],
  [
    'event',
    (fresh) => ({
      event: {
        name: 'Degustação',
        description: 'Na loja',
        canceled: false,
        joinLink: 'https://call.example/v1',
        scheduleTime: Math.floor(fresh.now / 1000) + 86_400,
        location: {},
      },
    }),
  ],
  [
    'event-response',
    (fresh) => ({
      eventResponse: {
        response: 'GOING',
        responseFrom: customer,
        time: fresh.now,
        referencedMessage: reference(fresh),
      },
    }),
  ],
  ['waiting', () => ({ waitingMessage: true, viewOnce: true })],
  [
    'status-reply',
    (fresh) => ({
      isStatusReply: true,
      referenceMessageId: earlier(fresh),
      messageExpirationSeconds: 0,
      text: { message: 'Que lindo!' },
      statusImage: { ...picture, mimetype: 'image/jpeg' },
    }),
  ],
  [
    'broadcast',
    () => ({
      broadcast: true,
      messageExpirationSeconds: 0,
      broadcastRecipients: [customer],
      text: { message: 'Promoção de hoje' },
    }),
  ],
  ['sent-by-me', () => ({ fromMe: true, status: 'SENT', text: { message: 'Seu pedido saiu.' } })],
];
