// A browser that reports everything it should not do: errors on the console, and requests that leave loopback.
import { chromium } from 'playwright-core';

const quiet = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const software_webgl = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

export async function open_browser() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...quiet, ...software_webgl] });
  const complaints = [];
  async function new_page(options = {}) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', colorScheme: 'light', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000); // a loaded machine is slow, and no step waits without need
    page.on('console', (message) => message.type() === 'error' && complaints.push(`console: ${message.text()}`));
    page.on('response', (answer) => answer.status() >= 400 && complaints.push(`${answer.status()}: ${answer.url()}`));
    page.on('pageerror', (error) => complaints.push(`page: ${error.message}`));
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (!['data:', 'blob:'].includes(protocol) && hostname !== '127.0.0.1') complaints.push(`leaves loopback: ${request.url()}`);
    });
    return page;
  }
  return { new_page, complaints, close: () => browser.close() };
}
