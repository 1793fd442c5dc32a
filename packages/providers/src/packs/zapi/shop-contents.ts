import type { Fresh } from '../../samples/fresh.ts';
import { customer, type Fields, file, picture, type ReceivedContent } from './received-content.ts';

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

/** What is offered, ordered and paid. */
export const shopContents: readonly ReceivedContent[] = [
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
];

/** An order as it is reviewed and paid. */
export const billContents: readonly ReceivedContent[] = [
  [
    'review-and-pay',
    (fresh) => ({ reviewAndPay: { type: 'physical-goods', orderStatus: 'pending', ...bill(fresh) } }),
  ],
  ['review-order', (fresh) => ({ reviewOrder: { orderStatus: 'processing', ...bill(fresh) } })],
];
