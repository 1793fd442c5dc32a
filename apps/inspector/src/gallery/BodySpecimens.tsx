import { FormTable } from '../body/FormTable.tsx';
import { nothingFound } from '../body/find-in-text.ts';
import { HexRows } from '../body/HexRows.tsx';
import { JsonTree } from '../body/json/JsonTree.tsx';
import { scanJson } from '../body/json/json-scan.ts';
import { MultipartTable } from '../body/MultipartTable.tsx';
import { TextRows } from '../body/TextRows.tsx';
import '../body/body.css';
import { DifferenceRows } from '../compare/DifferenceRows.tsx';
import '../compare/compare.css';
import type { Difference } from '../compare/difference.ts';
import { Specimen, Specimens } from './Specimens.tsx';

const json =
  '{"id": 12345678901234567890123, "ok": true, "none": null, "text": "a\u202eb \\ud800", "list": [1, {"deep": []}], "id": 2}';
const multipart =
  '--x\r\nContent-Disposition: form-data; name="order"\r\n\r\nB-1107\r\n' +
  '--x\r\nContent-Disposition: form-data; name="f"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nhello\r\n--x--\r\n';
const bytes = Uint8Array.from({ length: 70 }, (_, index) => (index * 37) % 256);
const marking = { found: nothingFound, current: 0, wantedLength: 0 };

const differences: readonly Difference[] = [
  { label: 'same', left: '1', right: '1', mark: 'equal', alwaysChanges: false },
  { label: 'status', left: '"sent"', right: '"failed"', mark: 'changed', alwaysChanges: false },
  { label: 'amount', left: '49.9', right: '"49.90"', mark: 'type', alwaysChanges: false },
  { label: 'error', left: null, right: '"no such order"', mark: 'added', alwaysChanges: false },
  { label: 'note', left: '"hello"', right: null, mark: 'removed', alwaysChanges: false },
  { label: 'id', left: '"evt_1"', right: '"evt_2"', mark: 'changed', alwaysChanges: true },
];

/** What was on the wire, in each way it can be looked at. */
export function BodySpecimens() {
  const { rows } = scanJson(json);
  return (
    <>
      <Specimens of="body/json/JsonTree">
        <Specimen as="exact numbers, a key that is there twice, marks for what is not seen" isWide>
          <JsonTree text={json} rows={rows} label="Tree" canFilter={false} marking={marking} goal={null} />
        </Specimen>
      </Specimens>
      <Specimens of="body/TextRows, body/HexRows">
        <Specimen as="text" isWide>
          <TextRows text={'one line\nanother \u001b[31m'} label="Text" marking={marking} goal={null} />
        </Specimen>
        <Specimen as="bytes" isWide>
          <HexRows bytes={bytes} label="Bytes" />
        </Specimen>
      </Specimens>
      <Specimens of="body/FormTable, body/MultipartTable">
        <Specimen as="a form" isWide>
          <FormTable text="Body=Ol%C3%A1%21&From=%2B5511987650001&bad=%ff" />
        </Specimen>
        <Specimen as="parts" isWide>
          <MultipartTable
            bytes={new TextEncoder().encode(multipart)}
            contentType="multipart/form-data; boundary=x"
          />
        </Specimen>
      </Specimens>
      <Specimens of="compare/DifferenceRows">
        <Specimen as="what differs, in a word before the colour" isWide>
          <table className="compare-table">
            <tbody>
              <DifferenceRows differences={differences} />
            </tbody>
          </table>
        </Specimen>
      </Specimens>
    </>
  );
}
