import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import './theme/mantine.css';
import './theme/tokens.css';
import './theme/base.css';
import { App } from './App';
import { nonce } from './theme/nonce';

// The dialogs' scroll lock makes a style element of its own.
if (nonce) setNonce(nonce);
createRoot(document.getElementById('root')!).render(<App />);
