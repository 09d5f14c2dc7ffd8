// SPDX-License-Identifier: GPL-3.0-or-later
//
// node server.mjs FOLDER REDIRECT…
//
// An OpenID provider on a free port of 127.0.0.1, as strict as oidc-provider can be: PKCE is required, refresh tokens
// rotate, and one that is used twice ends everything that came of it. FOLDER holds node_modules. Prints its port as the
// first line. GET /people/NAME?page=… stands for a person: it follows a consent page to its end and answers with the
// address that the browser is sent to at last; /refusers/NAME says no where a device asks.
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, ...redirects] = process.argv.slice(2);
const require = createRequire(path.join(folder, 'node_modules', 'x.js'));
const { default: Provider } = await import(pathToFileURL(require.resolve('oidc-provider')).href);

const server = createServer();
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${server.address().port}`;

const grants = ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'];
const client = (id, method, more = {}) => ({
  client_id: id,
  application_type: 'native',
  grant_types: grants,
  redirect_uris: redirects,
  response_types: ['code'],
  token_endpoint_auth_method: method,
  ...more,
});

const provider = new Provider(issuer, {
  clients: [
    client('desk', 'none'),
    client('desk-body', 'client_secret_post', { client_secret: 'secret+of/the=desk & co' }),
    client('desk-header', 'client_secret_basic', { client_secret: 'secret+of/the=desk & co' }),
  ],
  findAccount: (ctx, id) => ({
    accountId: id,
    claims: () => ({ sub: id, name: `${id} Example`, preferred_username: id }),
  }),
  claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
  scopes: ['openid', 'offline_access', 'profile'],
  pkce: { methods: ['S256'], required: () => true },
  rotateRefreshToken: true,
  ttl: { AccessToken: 3600, AuthorizationCode: 60, DeviceCode: 600, Grant: 86400, IdToken: 3600, RefreshToken: 86400 },
  features: {
    devInteractions: { enabled: true },
    deviceFlow: { enabled: true, mask: '****-****' },
    introspection: { enabled: true },
    revocation: { enabled: true },
    userinfo: { enabled: true },
  },
  cookies: { keys: ['only for a test'] },
});

// Reads the hidden fields and the address of a page's form.
const formOf = (html) => {
  const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1].replaceAll('&amp;', '&');
  const fields = new URLSearchParams();
  for (const input of html.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input[0])?.[1];
    if (name) fields.set(name, /value="([^"]*)"/.exec(input[0])?.[1] ?? '');
  }
  return { action, fields };
};

// A person with a browser that keeps cookies: signs in, agrees, and stops where the way leaves this server.
class Person {
  #cookies = new Map();

  constructor(name, refuses) {
    this.name = name;
    this.refuses = refuses;
  }

  async #fetch(address, options = {}) {
    const cookie = [...this.#cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const answer = await fetch(address, { redirect: 'manual', ...options, headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair] = line.split(';');
      const [key, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (value) this.#cookies.set(key, value);
      else this.#cookies.delete(key);
    }
    return answer;
  }

  async follow(start) {
    let address = start;
    let options = {};
    for (let step = 0; step < 20; ++step) {
      const answer = await this.#fetch(address, options);
      options = {};
      const location = answer.headers.get('location');
      if (location) {
        address = new URL(location, address).href;
        if (!address.startsWith(`${issuer}/`)) return address;
        continue;
      }
      const html = await answer.text();
      const { action, fields } = formOf(html);
      if (!action) return html.includes('Sign-in Success') || answer.ok ? 'done' : `stopped: ${answer.status} ${html}`;
      if (fields.get('user_code') === '') return 'done'; // what was typed there was refused
      if (this.refuses && fields.has('confirm')) {
        fields.delete('confirm');
        fields.set('abort', 'yes');
      }
      if (fields.has('login')) fields.set('login', this.name);
      if (fields.has('password')) fields.set('password', 'any');
      address = new URL(action, address).href;
      options = { method: 'POST', body: fields };
    }
    return 'stopped: too many steps';
  }
}

const handle = provider.callback();
server.on('request', async (request, response) => {
  const url = new URL(request.url, issuer);
  const [, role, name] = url.pathname.split('/');
  if (role !== 'people' && role !== 'refusers') return handle(request, response);
  const person = new Person(name, role === 'refusers');
  response.end(await person.follow(url.searchParams.get('page')));
});
console.log(server.address().port);
