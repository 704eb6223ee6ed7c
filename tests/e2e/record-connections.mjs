// Preloaded into every Node process of a test: writes down each host that is asked for and is not this machine.

import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';

const LOCAL = new Set(['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::', undefined, '']);
const file = process.env.CONNECTION_RECORD;
const record = (what, host) => {
  if (file && !LOCAL.has(host)) appendFileSync(file, `${what} ${host}\n`);
};

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function recorded(...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof options === 'object' && options !== null && !options.path) record('connect', options.host);
  else if (typeof args[1] === 'string') record('connect', args[1]);
  return connect.apply(this, args);
};
const lookup = dns.lookup;
dns.lookup = function recorded(host, ...rest) {
  record('lookup', host);
  return lookup.call(this, host, ...rest);
};
