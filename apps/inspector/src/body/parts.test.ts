import { expect, test } from 'vitest';
import { formField, formRows } from './form-fields.ts';
import { imageFacts } from './image-facts.ts';
import { boundaryOf, multipartParts } from './multipart-parts.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function formFields(text: string) {
  const { starts, ends } = formRows(text);
  return [...starts].map((start, index) => formField(text, start, ends[index] ?? 0));
}

test('form fields keep their order and repetitions', () => {
  expect(formFields('a=1&b=x+y%21&a=&c').map(({ name, value }) => [name, value])).toEqual([
    ['a', '1'],
    ['b', 'x y!'],
    ['a', ''],
    ['c', ''],
  ]);
  expect(formFields('a=%ff&b=1+%')).toMatchObject([
    { value: '%ff', isExact: false },
    { value: '1+%', isExact: false },
  ]);
  expect(formRows('a&'.repeat(100_001))).toMatchObject({ isCut: true });
  expect(formRows('a&'.repeat(100_000))).toMatchObject({ isCut: false });
});

test('parts of a multipart body, files among them', () => {
  const body = bytes(
    'preamble\r\n--b\r\nContent-Disposition: form-data; name="te\\"xt"\r\n\r\nhello\r\nworld\r\n' +
      '--b\r\nContent-Disposition: form-data; name="f"; filename="ação.png"\r\nContent-Type: image/png\r\n\r\n\u0000\u0001\r\n' +
      '--b\r\n\r\n\r\n--b--\r\n',
  );
  const { parts } = multipartParts(body, 'b');
  expect(parts?.map(({ name, fileName, contentType }) => [name, fileName, contentType])).toEqual([
    ['te"xt', null, ''],
    ['f', 'ação.png', 'image/png'],
    [null, null, ''],
  ]);
  expect(parts?.map((part) => new TextDecoder().decode(body.subarray(part.start, part.end)))).toEqual([
    'hello\r\nworld',
    '\u0000\u0001',
    '',
  ]);
});

test('a multipart body that breaks off keeps what came', () => {
  const body = '--b\r\nX: y\r\n\r\nhalf';
  const { parts } = multipartParts(bytes(body), 'b');
  expect(body.slice(parts?.[0]?.start, parts?.[0]?.end)).toBe('half');
  expect(multipartParts(bytes('nothing of it'), 'b')).toEqual({ parts: null, isCut: false });
});

test('a boundary that begins like another is not taken for it', () => {
  const inner = '--ab\r\n\r\none\r\n--ab--';
  const { parts } = multipartParts(bytes(`--a\r\n\r\n${inner}\r\n--a--`), 'a');
  expect(parts).toHaveLength(1);
  expect(multipartParts(bytes(inner), 'a').parts).toBeNull();
});

test('neither endless dashes, nor a head without end, nor endless parts take long', () => {
  const dashes = new Uint8Array(5_000_000).fill(45);
  expect(multipartParts(dashes, `${'-'.repeat(50_000)}x`).parts).toBeNull();
  const head = bytes(`--b\r\nContent-Disposition: form-data; name="${'q'.repeat(3_000_000)}`);
  expect(multipartParts(head, 'b').parts).toMatchObject([{ name: null }]);
  const many = multipartParts(bytes(`${'--b\r\n\r\n\r\n'.repeat(6000)}--b--`), 'b');
  expect(many).toMatchObject({ isCut: true });
});

test('boundaries bare and in quotes', () => {
  expect(boundaryOf('multipart/form-data; boundary=abc')).toBe('abc');
  expect(boundaryOf('multipart/mixed; charset=x; boundary="a b"')).toBe('a b');
  expect(boundaryOf('text/plain; boundary=abc')).toBeNull();
});

test('pixels are counted before a picture is shown; a drawing is none', () => {
  const png = new Uint8Array(33);
  png.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  new DataView(png.buffer).setUint32(16, 640);
  new DataView(png.buffer).setUint32(20, 480);
  expect(imageFacts(png)).toEqual({ type: 'image/png', width: 640, height: 480 });
  const jpeg = new Uint8Array(40);
  jpeg.set([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 17, 8, 1, 0, 2, 0]);
  expect(imageFacts(jpeg)).toEqual({ type: 'image/jpeg', width: 512, height: 256 });
  expect(imageFacts(bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))).toBeNull();
});
