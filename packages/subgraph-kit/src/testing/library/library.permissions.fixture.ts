import { connectionRows, type PermissionTable } from '../../permissions/permission-table.ts';

export const libraryPermissions: PermissionTable = {
  public: {
    AddBookSuccess: ['bookId'],
    Author: ['books', 'id', 'name'],
    Book: ['author', 'id', 'pages', 'publishedOn', 'title'],
    ...connectionRows('Book'),
    Mutation: ['addBook'],
    Query: ['authors', 'authorsById', 'books', 'echo', 'failure'],
  },
};

export const readerPermissions: PermissionTable = {
  public: { AddBookSuccess: ['bookId'], Mutation: ['addBook'], Query: ['echo'] },
};
