import type { FileStorage } from './file-storage.ts';

const refuse = () => Promise.reject(new TypeError('This program was opened without a storage'));

/** The storage of programs that have no business with files. */
export const noStorage: FileStorage = {
  put: refuse,
  open: refuse,
  bytesOf: refuse,
  keysIn: refuse,
  remove: refuse,
  sweep: refuse,
};
