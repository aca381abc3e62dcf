// A real OpenID provider for the tests: whoever gives a name is that. Arguments: port, redirect URI, claims in the ID token.
import { Provider } from 'oidc-provider';

const [port, redirectUri, inToken] = process.argv.slice(2);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{
    client_id: 'espalier',
    client_secret: 'a secret of tests, long enough',
    redirect_uris: [redirectUri],
    grant_types: ['authorization_code'],
    response_types: ['code'],
  }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  conformIdTokenClaims: inToken !== 'true',
  cookies: { keys: ['tests'] },
  pkce: { required: () => true },
  findAccount: async (_, id) => ({
    accountId: id,
    claims: async () => ({ sub: id, email: id, email_verified: !id.startsWith('unverified') }),
  }),
});
provider.listen(Number(port), '127.0.0.1', () => console.log('listening'));
