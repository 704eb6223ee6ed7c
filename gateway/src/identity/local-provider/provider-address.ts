export const PROVIDER_PATH = '/oidc';
/** The client of scripts: they have no page to come back to, and read the code from where they are sent. */
export const SCRIPT_CLIENT = { id: 'graphess-scripts', redirectUri: 'http://127.0.0.1/graphess-scripts' };
