import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { thirdPartyNotices } from '../../packages/tooling/scripts/third-party-notices.mjs';

const notices = thirdPartyNotices();

export default defineConfig({
  plugins: [react(), notices.page],
  worker: { plugins: () => [notices.worker] },
  // The server's content security policy allows no data: scripts or styles.
  build: {
    assetsInlineLimit: 0,
    target: 'es2023',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    // One file of what every page needs: asking for eighty takes longer than showing the list.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
    },
  },
});
