import { customer, earlier, file, picture, type ReceivedContent, reference } from './received-content.ts';

/** What people write and press. */
export const messageContents: readonly ReceivedContent[] = [
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
];
