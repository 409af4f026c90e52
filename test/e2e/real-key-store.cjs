// Loaded before the app, after Playwright's own start-up file. Playwright asks Chromium for a key store that is none
// (--password-store=basic, --use-mock-keychain); ours has to be tested with the one of the desktop.
const { app } = require('electron');
for (const name of ['password-store', 'use-mock-keychain']) app.commandLine.removeSwitch(name);
