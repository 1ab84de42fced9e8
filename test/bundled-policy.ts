import { readBuilt } from '../src/node/built.ts';
import { open } from '../src/search/open-policy.ts';

const opened = await open(undefined, readBuilt);

/**
 * The bundled policy and its search tables as the build left them in `dist/`: what training them anew would give
 * (`build/bundle.test.ts`), without the seconds that it takes.
 */
export const bundled = { policy: opened.policy, index: await opened.index() };
