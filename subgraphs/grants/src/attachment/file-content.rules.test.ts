import { expect, test } from 'vitest';
import { fileContentOf } from './file-content.rules.ts';
import { zipOf } from './zip.fixture.ts';

const hex = (...parts: string[]) => Buffer.concat(parts.map((part) => Buffer.from(part, 'hex')));
const PDF = Buffer.from('%PDF-1.7\n%%EOF\n');
const PNG = hex('89504e470d0a1a0a', '00', '49454e44ae426082');
const JPEG = hex('ffd8ffe0', '00', 'ffd9');
const WORD = zipOf({ '[Content_Types].xml': '', 'word/document.xml': '' });
const ODT = zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '' });
const OOXML = 'application/vnd.openxmlformats-officedocument';

test.each([
  ['a PDF', PDF, 'application/pdf'],
  ['a PNG', PNG, 'image/png'],
  ['a JPEG', JPEG, 'image/jpeg'],
  ['a document of Word', WORD, `${OOXML}.wordprocessingml.document`],
  [
    'one of Excel',
    zipOf({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }),
    `${OOXML}.spreadsheetml.sheet`,
  ],
  ['one of LibreOffice', ODT, 'application/vnd.oasis.opendocument.text'],
])('%s is taken', (_what, bytes, mediaType) => {
  expect(fileContentOf(bytes)).toMatchObject({ kind: 'TAKEN', mediaType });
});

test.each([
  ['a program for Windows', Buffer.concat([hex('4d5a9000'), PDF]), 'EXECUTABLE'],
  ['a program for Unix', hex('7f454c46', '0201'), 'EXECUTABLE'],
  ['a script', Buffer.from('#!/bin/sh\n%PDF-1.7\n%%EOF'), 'EXECUTABLE'],
  ['a PDF behind something else', Buffer.concat([Buffer.from('GIF89a'), PDF]), 'UNKNOWN_TYPE'],
  ['a PDF that is an archive too', Buffer.concat([PDF, WORD, PDF]), 'POLYGLOT'],
  ['a PDF that ends before its end', Buffer.from('%PDF-1.7\n'), 'TRUNCATED'],
  ['an image with an archive behind it', Buffer.concat([PNG, WORD]), 'POLYGLOT'],
  ['a photograph with a page behind it', Buffer.concat([JPEG, Buffer.from('<script>')]), 'POLYGLOT'],
  ['an archive with something behind it', Buffer.concat([WORD, Buffer.from('x')]), 'POLYGLOT'],
  [
    'an archive that holds a PDF at its head',
    zipOf({ '%PDF-1.7': '', '[Content_Types].xml': '' }),
    'POLYGLOT',
  ],
  [
    'a document with macros',
    zipOf({ '[Content_Types].xml': '', 'word/document.xml': '', 'word/vbaProject.bin': '' }),
    'MACROS',
  ],
  ['any archive', zipOf({ 'a.exe': 'MZ' }), 'UNKNOWN_TYPE'],
  ['half an archive', WORD.subarray(0, 40), 'TRUNCATED'],
  ['a page', Buffer.from('<html></html>'), 'UNKNOWN_TYPE'],
  ['nothing', Buffer.alloc(0), 'UNKNOWN_TYPE'],
])('%s is refused', (_what, bytes, reason) => {
  expect(fileContentOf(bytes)).toEqual({ kind: 'REFUSED', reason });
});

test('an archive that lies about its directory is refused, and harms nothing', () => {
  for (let at = WORD.length - 22; at < WORD.length; at += 1) {
    const lying = Buffer.from(WORD);
    lying[at] = 0xff;
    expect(fileContentOf(lying).kind).toBe('REFUSED');
  }
});
