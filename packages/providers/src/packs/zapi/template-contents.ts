import type { Fresh } from '../../samples/fresh.ts';
import { type Fields, file, picture, type ReceivedContent } from './received-content.ts';

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

/** A template that was approved, with what stands at its head. */
export const templateContents: readonly ReceivedContent[] = [
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
];
