const digits = 12;
const bodySize = 2048;

/** A callback such as providers send, padded to exactly 2 KB; `reference` has a fixed width. */
function callback(reference: string): string {
  const fields = {
    type: 'ReceivedCallback',
    messageId: reference,
    instanceId: '3C01D5A7F2',
    phone: '+5511999990000',
    fromMe: false,
    moment: 1763722800000,
    status: 'RECEIVED',
    senderName: 'Ana Souza',
    text: { message: 'Good morning, is my order already on its way?' },
  };
  const bare = JSON.stringify({ ...fields, context: '' });
  const words = 'lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor ';
  const context = words.repeat(40).slice(0, bodySize - bare.length);
  return JSON.stringify({ ...fields, context });
}

/** A POST whose reference is written anew for each sending, in place: making it costs next to nothing. */
export class RequestTemplate {
  readonly #bytes: Buffer;
  readonly #at: number;

  constructor(path: string, reference = '0'.repeat(digits)) {
    if (reference.length !== digits) throw new Error(`A reference has ${digits} characters.`);
    const head = [
      `POST ${path} HTTP/1.1`,
      'Host: 127.0.0.1',
      'User-Agent: hooktap-bench',
      'Content-Type: application/json',
      `Content-Length: ${bodySize}`,
    ];
    this.#bytes = Buffer.from(`${head.join('\r\n')}\r\n\r\n${callback(reference)}`, 'latin1');
    this.#at = this.#bytes.indexOf(reference, head.join('\r\n').length);
  }

  get bytes(): Buffer {
    return this.#bytes;
  }

  /** The same buffer each time: one template serves one connection. */
  numbered(number: number): Buffer {
    this.#bytes.write(String(number).padStart(digits, '0'), this.#at, digits, 'latin1');
    return this.#bytes;
  }
}
