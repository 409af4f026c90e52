import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';

function Page() {
  // The same sign as Badge Station gives: the page is there and can be used.
  useEffect(() => {
    document.title = 'usable';
  }, []);
  return <h1>Empty</h1>;
}

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Page />);
