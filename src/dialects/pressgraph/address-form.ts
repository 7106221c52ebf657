/**
 * The `form` argument of paths on the site: as WordPress writes them, or as routers compare them.
 */
import type { Builder } from './builder.ts';

export function defineAddressForm(builder: Builder) {
  return builder.enumType('AddressForm', {
    description: 'How a path is written where it holds more than ASCII.',
    values: {
      ENCODED: {
        description: 'As WordPress writes it, for links and requests: `/2023/03/21/%e6%b8%af%e3%81%ae%e6%9c%9d/`.',
      },
      DECODED: {
        description:
          'As it reads, for routers, which compare decoded parts (`params` of Next.js, Astro, SvelteKit and React Router): `/2023/03/21/港の朝/`. What is no valid encoding stays, and so do characters that would part the path.',
      },
    },
  } as const);
}
