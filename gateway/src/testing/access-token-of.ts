export { accessTokenOf } from '../identity/local-provider/demonstration-token.ts';
