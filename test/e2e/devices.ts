import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** What people sit before: each its own cookies and storage, as two telephones have. */
export type Devices = {
  take(sort: BrowserContextOptions): Promise<Page>;
  pages(): Page[];
  /** Closes every page. Devices are wiped and taken again, for one that has loaded the screens before loads them in a third of the time. */
  putAway(): Promise<void>;
};

type Device = { options: BrowserContextOptions; sort: string; context: BrowserContext; page: Page; taken: boolean };

/** `keepsPages`: pages install what keeps them for where there is no connection, once a device. */
export function devicesOf(browser: Browser, origin: string, { keepsPages }: { keepsPages: boolean }): Devices {
  let devices: Device[] = [];
  const serviceWorkers = keepsPages ? 'allow' : 'block';
  return {
    take: async (options) => {
      const sort = JSON.stringify(options);
      const free = devices.find((device) => !device.taken && device.sort === sort);
      if (free) {
        free.taken = true;
        return free.page;
      }
      const context = await browser.newContext({ ...options, reducedMotion: 'reduce', serviceWorkers });
      // with others beside it on two cores a page takes its time
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      devices.push({ options, sort, context, page, taken: true });
      return page;
    },
    pages: () => browser.contexts().flatMap((context) => context.pages()),
    putAway: async () => {
      const wiped = await Promise.all(devices.map((device) => wipe(device, origin)));
      devices = devices.filter((_, at) => wiped[at]);
    },
  };
}

async function discard({ context }: Device): Promise<boolean> {
  await context.close();
  return false;
}

/** False where it cannot be taken again. The page stays, and with it the process that has read the screens' code. */
async function wipe(device: Device, origin: string): Promise<boolean> {
  const { context, page, options, taken } = device;
  if (!taken) return true;
  if (page.isClosed()) return discard(device);
  try {
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    if (options.viewport) await page.setViewportSize(options.viewport);
    await context.setOffline(false);
    await context.clearPermissions();
    await Promise.all(context.pages().map((other) => other !== page && other.close()));
    page.removeAllListeners();
    // nothing runs there, and it is ours: going elsewhere would cost the page its process
    await page.goto(`${origin}/favicon.svg`);
    await page.evaluate(() => sessionStorage.clear());
    const tools = await context.newCDPSession(page);
    await tools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage,indexeddb' });
    await tools.detach();
    await context.clearCookies();
  } catch {
    return discard(device);
  }
  device.taken = false;
  return true;
}
