import './customer.css';
import './ui/tokens.css';
import './ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { changeLanguage, deviceLanguage, spoken } from './session/language.ts';
import { reloadOnLostCode } from './routes/later.ts';
import { queryClient } from './server/queries.ts';
import { CustomerRoute } from './routes/customer.tsx';
import { useStore } from './ui/store.ts';
import { speakToCustomer } from './words/words.ts';

reloadOnLostCode();
speakToCustomer();

/** The customer's page is a page of its own, for a telephone on a slow line: neither frame nor words of the house. */
function CustomerApp() {
  const language = useStore(spoken);
  return (
    <QueryClientProvider client={queryClient}>
      <CustomerRoute key={language} />
    </QueryClientProvider>
  );
}

void changeLanguage(deviceLanguage()).then(() => {
  createRoot(document.getElementById('root')!).render(<CustomerApp />);
});
