/** What a file is, by its bytes alone, or why it is not taken. */
export type FileContent =
  | { kind: 'TAKEN'; mediaType: string; extensions: readonly string[] }
  | { kind: 'REFUSED'; reason: 'EXECUTABLE' | 'POLYGLOT' | 'MACROS' | 'TRUNCATED' | 'UNKNOWN_TYPE' };

const OOXML = 'application/vnd.openxmlformats-officedocument.';
const ODF = 'application/vnd.oasis.opendocument.';

/** What begins a program: Windows, Unix, macOS, Java, WebAssembly, scripts. */
const EXECUTABLES = [
  '4d5a',
  '7f454c46',
  'feedface',
  'feedfacf',
  'cefaedfe',
  'cffaedfe',
  'cafebabe',
  '0061736d',
  '2321',
];
const PDF = Buffer.from('%PDF-');
const PDF_END = Buffer.from('%%EOF');
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const PNG_END = Buffer.from('49454e44ae426082', 'hex');
const JPEG = Buffer.from('ffd8ff', 'hex');
const JPEG_END = Buffer.from('ffd9', 'hex');
const ZIP = Buffer.from('504b0304', 'hex');
const ZIP_ENTRY = Buffer.from('504b0102', 'hex');
const ZIP_END = Buffer.from('504b0506', 'hex');
const ZIP_END_BYTES = 22;

const refused = (reason: (FileContent & { kind: 'REFUSED' })['reason']): FileContent => ({
  kind: 'REFUSED',
  reason,
});
const taken = (mediaType: string, ...extensions: string[]): FileContent => ({
  kind: 'TAKEN',
  mediaType,
  extensions,
});

/**
 * Tells a file by its content: PDF, PNG, JPEG, and the documents of Word, Excel and LibreOffice without macros. A file
 * that is of two kinds at once, so that two programs read two things in it, is refused.
 */
export function fileContentOf(bytes: Buffer): FileContent {
  if (EXECUTABLES.some((magic) => startsWith(bytes, Buffer.from(magic, 'hex')))) return refused('EXECUTABLE');
  if (startsWith(bytes, PDF)) {
    if (endOfZip(bytes) !== -1) return refused('POLYGLOT');
    // Readers look for the end in the last kilobyte.
    return bytes.subarray(-1_024).includes(PDF_END) ? taken('application/pdf', 'pdf') : refused('TRUNCATED');
  }
  if (startsWith(bytes, PNG)) return whole(bytes, PNG_END, taken('image/png', 'png'));
  if (startsWith(bytes, JPEG)) return whole(bytes, JPEG_END, taken('image/jpeg', 'jpg', 'jpeg'));
  if (startsWith(bytes, ZIP)) return documentOf(bytes);
  return refused('UNKNOWN_TYPE');
}

function startsWith(bytes: Buffer, magic: Buffer): boolean {
  return bytes.subarray(0, magic.length).equals(magic);
}

/** An image ends where its format says: what follows is another file. */
function whole(bytes: Buffer, end: Buffer, content: FileContent): FileContent {
  if (bytes.subarray(-end.length).equals(end)) return content;
  return refused(bytes.includes(end) ? 'POLYGLOT' : 'TRUNCATED');
}

/** Where the directory of a ZIP archive ends, -1 when there is none. Its comment has 65 535 bytes at most. */
function endOfZip(bytes: Buffer): number {
  const at = bytes.lastIndexOf(ZIP_END);
  return at >= bytes.length - ZIP_END_BYTES - 65_535 ? at : -1;
}

function documentOf(bytes: Buffer): FileContent {
  const end = endOfZip(bytes);
  if (end === -1) return refused('TRUNCATED');
  const names = entriesOf(bytes, end);
  if (names === null || bytes.subarray(0, 1_024).includes(PDF)) return refused('POLYGLOT');
  if (names.some((name) => /(^|\/)vbaProject\.bin$|^Basic\/|^Scripts\//i.test(name)))
    return refused('MACROS');
  if (names.includes('[Content_Types].xml')) {
    if (names.includes('word/document.xml')) return taken(`${OOXML}wordprocessingml.document`, 'docx');
    if (names.includes('xl/workbook.xml')) return taken(`${OOXML}spreadsheetml.sheet`, 'xlsx');
  }
  if (names[0] === 'mimetype') return openDocument(bytes);
  return refused('UNKNOWN_TYPE');
}

/** The first entry of an OpenDocument says, uncompressed, what it is. */
function openDocument(bytes: Buffer): FileContent {
  const mimetype = bytes.subarray(38, 38 + bytes.readUInt32LE(22)).toString('latin1');
  if (mimetype === `${ODF}text`) return taken(mimetype, 'odt');
  return mimetype === `${ODF}spreadsheet` ? taken(mimetype, 'ods') : refused('UNKNOWN_TYPE');
}

/** The names in an archive that is nothing but an archive: null when something stands before, between or after. */
function entriesOf(bytes: Buffer, end: number): string[] | null {
  if (end + ZIP_END_BYTES > bytes.length) return null;
  const count = bytes.readUInt16LE(end + 10);
  const size = bytes.readUInt32LE(end + 12);
  const start = bytes.readUInt32LE(end + 16);
  const comment = bytes.readUInt16LE(end + 20);
  const isOnOneDisk = bytes.readUInt32LE(end + 4) === 0 && bytes.readUInt16LE(end + 8) === count;
  const isAlone = start + size === end && comment === 0 && end + ZIP_END_BYTES === bytes.length;
  if (!isOnOneDisk || !isAlone) return null;
  const names: string[] = [];
  let at = start;
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > end || !bytes.subarray(at, at + 4).equals(ZIP_ENTRY)) return null;
    const [name, extra, remark] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    names.push(bytes.subarray(at + 46, at + 46 + name).toString('utf8'));
    at += 46 + name + extra + remark;
  }
  return at === end ? names : null;
}
