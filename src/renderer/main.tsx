/** The screens of the kit: styles, words, the kit behind the window, then the frame that holds everything. */
import './styles.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { openKit } from './kit-client.ts';
import { openSession, SessionContext } from './state/session.ts';
import { Theme } from './theme.tsx';
import { openWords } from './words/index.ts';

openWords();
const session = openSession(openKit());
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

createRoot(root).render(
  <Theme>
    <SessionContext value={session}>
      <App />
    </SessionContext>
  </Theme>,
);
void session.open();
