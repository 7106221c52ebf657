/** All bends, by kind. */
import { failures } from './bends/failures.ts';
import { firewalls } from './bends/firewalls.ts';
import { media } from './bends/media.ts';
import { names } from './bends/names.ts';
import { orders } from './bends/orders.ts';
import { starts } from './bends/starts.ts';
import { texts } from './bends/texts.ts';
import { totals } from './bends/totals.ts';
import { values } from './bends/values.ts';

export const bends = { failures, firewalls, media, names, orders, starts, texts, totals, values } as const;
