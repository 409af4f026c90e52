import { createRoot } from 'react-dom/client';
import { createStation, windowBridge } from './api/station.ts';
import { App } from './shell/app.tsx';
import { CrashBoundary } from './shell/crash-boundary.tsx';
import { english } from './text/languages.ts';
import './styles/tokens.css';

const root = document.getElementById('root');
const bridge = windowBridge();
if (root !== null) {
  createRoot(root).render(
    <CrashBoundary>
      {/* Opened outside the app there is no bridge, and nothing to show but that. */}
      {bridge === null ? <h1>{english.shell.product}</h1> : <App station={createStation(bridge)} />}
    </CrashBoundary>,
  );
}
