import { Component, type ReactNode } from 'react';
import { english } from '../text/languages.ts';

/**
 * The one place where a bug in the window ends: it says so and offers to load the window again. Work under way is
 * safe, because main holds it. Written without the component library, which may be what broke.
 */
export class CrashBoundary extends Component<
  { readonly children: ReactNode },
  { readonly hasCrashed: boolean }
> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override render() {
    if (!this.state.hasCrashed) return this.props.children;
    const { crash } = english.shell;
    return (
      <main style={{ padding: '2rem', fontFamily: 'system-ui, sans-serif' }}>
        <h1>{crash.title}</h1>
        <p>{crash.what}</p>
        <button
          type="button"
          style={{ minHeight: '44px', font: 'inherit' }}
          onClick={() => location.reload()}
        >
          {crash.next}
        </button>
      </main>
    );
  }
}
